import type { ConnectorDescriptor, ConnectorInstall, ConnectorPorts, Provisioned } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import {
  createTokenKeeper,
  type Installation,
  type Installations,
  type SecretPort,
  secretNames,
} from '@draftsmith/installations';
import type { RawSettings } from '@draftsmith/settings';
import { type PortsFor, sharedSettings } from '../accounts.ts';

export interface InstallationDeps {
  connectors: readonly ConnectorDescriptor[];
  raw: RawSettings;
  orm: Orm;
  secrets: SecretPort;
  installations: Installations;
  portsFor: PortsFor;
}

/** An account that was connected, ready to be called. */
export interface OpenInstallation {
  descriptor: ConnectorDescriptor;
  install: ConnectorInstall;
  settings: unknown;
  ports: ConnectorPorts;
}

/** @throws AppError `not-found` for a connector that is not there, `invalid` for one that only settings can connect */
export function installOf(
  connectors: readonly ConnectorDescriptor[],
  id: string,
): { descriptor: ConnectorDescriptor; install: ConnectorInstall } {
  const descriptor = connectors.find((one) => one.id === id);
  if (!descriptor) throw new AppError('not-found', `There is no connector "${id}"`, { code: 'connections.connector' });
  const { install, title } = descriptor;
  if (!install)
    throw new AppError('invalid', `${title} is connected by settings only`, { code: 'connections.settings-only' });
  return { descriptor, install };
}

/** @throws AppError `invalid` that says which value was not understood */
export function settingsOf(
  { descriptor, install }: { descriptor: ConnectorDescriptor; install: ConnectorInstall },
  raw: RawSettings,
  given: Readonly<Record<string, string>>,
): unknown {
  // Only what the form asks for: an address to talk to, say, comes from the operator and never from a browser.
  const fields = [...install.form.fields, install.accountByConsent?.field ?? []].flat();
  const asked = Object.fromEntries(fields.map((field) => [field, given[field]]));
  const parsed = install.form.schema.safeParse({ ...sharedSettings(descriptor, raw), ...asked });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = String(issue?.path[0] ?? 'given');
  throw new AppError('invalid', `${field}: ${issue?.message ?? 'not understood'}`, { code: 'connections.given' });
}

export function openInstallation(installation: Installation, deps: InstallationDeps): OpenInstallation {
  const { connector, account, given } = installation;
  const { descriptor, install } = installOf(deps.connectors, connector);
  const settings = settingsOf({ descriptor, install }, deps.raw, given);
  const base = deps.portsFor(connector, account);
  const keeper = createTokenKeeper({
    key: { connector, account },
    orm: deps.orm,
    installations: deps.installations,
    secrets: deps.secrets,
    oauth: install.oauth(settings, base),
    globalClient: install.globalClient(settings),
    warn: (message) => base.warn(message, { connector, account }),
  });
  return { descriptor, install, settings, ports: { ...base, accessToken: keeper.accessToken } };
}

/** What was made in the source system, with its secrets. */
export async function readProvisioned(installation: Installation, secrets: SecretPort): Promise<Provisioned> {
  const stored = await secrets.get(secretNames(installation).signing);
  return {
    artefacts: installation.artefacts,
    secrets: stored === undefined ? {} : (JSON.parse(stored) as Record<string, string>),
  };
}
