import type { Connection, ConnectionWay, ConnectorDescriptor, ConnectorPorts } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { RawSettings } from '@draftsmith/settings';
import type { WebhookTarget } from '@draftsmith/webhooks';

/** An account of a source system that is connected. */
export interface Account {
  connector: string;
  title: string;
  account: string;
  way: ConnectionWay;
  connection: Connection;
  target: WebhookTarget;
}

export interface Accounts {
  readonly all: readonly Account[];
  find(connector: string, account: string): Account | undefined;
}

/** An account that settings connect, as far as it can be known before anything is opened. */
export interface ConfiguredAccount {
  descriptor: ConnectorDescriptor;
  account: string;
  /** Values that passed the connector's schema. */
  settings: unknown;
}

/** What a connector works with, for one of its accounts. */
export type PortsFor = (connector: string, account: string) => ConnectorPorts;

/**
 * Reads each connector's settings (ZENDESK_SUBDOMAIN and so on). A connector without any of its own is not configured;
 * one with a wrong or missing setting stops the start.
 *
 * @throws AppError `invalid` with a line for each wrong setting.
 */
export function configuredAccounts(
  connectors: readonly ConnectorDescriptor[],
  source: RawSettings,
): readonly ConfiguredAccount[] {
  return connectors.flatMap((descriptor) => configuredAccount(descriptor, source) ?? []);
}

/** Those that settings connect, and no others. @throws AppError as `configuredAccounts` does */
export function openAccounts(
  connectors: readonly ConnectorDescriptor[],
  source: RawSettings,
  ports: ConnectorPorts,
): Accounts {
  return accountsOf(configuredAccounts(connectors, source).map((one) => openConfigured(one, () => ports)));
}

export function openConfigured({ descriptor, account, settings }: ConfiguredAccount, portsFor: PortsFor): Account {
  return {
    connector: descriptor.id,
    title: descriptor.title,
    account,
    way: 'environment',
    connection: descriptor.connect(settings, portsFor(descriptor.id, account)),
    target: { connector: descriptor, account, secret: descriptor.settings.webhookSecret(settings) },
  };
}

export function accountsOf(all: readonly Account[]): Accounts {
  return {
    all,
    find: (connector, account) => all.find((one) => one.connector === connector && one.account === account),
  };
}

function configuredAccount(descriptor: ConnectorDescriptor, source: RawSettings): ConfiguredAccount | undefined {
  const given = givenSettings(descriptor, source);
  const { help, schema } = descriptor.settings;
  const isOwn = (key: string) => help[key]?.shared !== true;
  if (Object.entries(given).every(([key, value]) => value === undefined || !isOwn(key))) return undefined;

  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const lines = [...wrong].map(
      (key) => `${variableName(descriptor.id, key)}: expected ${help[key]?.expected ?? 'another value'}`,
    );
    throw new AppError('invalid', lines.join('\n'), { code: 'settings.invalid' });
  }
  return { descriptor, account: descriptor.settings.account(parsed.data), settings: parsed.data };
}

/** What holds for every account of a connector, also for those that no setting connects. */
export function sharedSettings(descriptor: ConnectorDescriptor, source: RawSettings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(givenSettings(descriptor, source)).flatMap(([key, value]) =>
      value !== undefined && descriptor.settings.help[key]?.shared ? [[key, value]] : [],
    ),
  );
}

function givenSettings({ id, settings }: ConnectorDescriptor, source: RawSettings): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.keys(settings.help).map((key) => [key, source[variableName(id, key)]?.trim() || undefined]),
  );
}

/** `webhookSecret` of `zendesk` is ZENDESK_WEBHOOK_SECRET. */
function variableName(connector: string, key: string): string {
  return `${connector}_${key.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.replaceAll('-', '_').toUpperCase();
}
