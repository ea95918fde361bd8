import type { ConnectionView, ConnectorOffer } from '@draftsmith/contracts';
import { secrets as secretRows, users } from '@draftsmith/database/schema';
import { type AccountKey, type Installation, secretNames } from '@draftsmith/installations';
import { eq, inArray } from 'drizzle-orm';
import type { ConfiguredAccount } from '../accounts.ts';
import { type ConnectionsDeps, endpointOf } from './connections-deps.ts';
import { settingsOf } from './open-installation.ts';

export interface ViewDeps extends ConnectionsDeps {
  /** Where consent pages send the browser back to. */
  redirectUri: string;
}

/** Milliseconds that a page waits for a source system to say who we are. */
const PATIENCE = 3_000;

/** Every account, those of settings first. */
export async function connectionViews(deps: ViewDeps): Promise<ConnectionView[]> {
  const rows = await deps.installations.list();
  const names = await namesOf(deps, rows);
  const stored = rows.filter((row) => !deps.accounts.find(row.connector, row.account)?.way.startsWith('env'));
  return Promise.all([
    ...deps.configured.map((one) => configuredView(deps, one)),
    ...stored.map((row) => installedView(deps, row, names)),
  ]);
}

export function connectorOffers(deps: ViewDeps): ConnectorOffer[] {
  return deps.connectors.flatMap((descriptor) => {
    const { id, title, install } = descriptor;
    if (!install) return [];
    // Scopes and client are the same for every account; the form wants one to speak of.
    const { field, meanwhile } = install.accountByConsent ?? {};
    const anybody = {
      ...Object.fromEntries(install.form.fields.map((one) => [one, 'example'])),
      ...(field !== undefined && meanwhile !== undefined && { [field]: meanwhile }),
    };
    const settings = settingsOf({ descriptor, install }, deps.raw, anybody);
    const { scopes } = install.oauth(settings, deps.portsFor(id, 'example'));
    const globalClient = install.globalClient(settings) !== undefined;
    const { draftsAs } = descriptor.capabilities;
    const { fields } = install.form;
    return [{ connector: id, title, scopes, redirectUri: deps.redirectUri, globalClient, draftsAs, fields }];
  });
}

async function installedView(
  deps: ViewDeps,
  row: Installation,
  names: ReadonlyMap<string, string>,
): Promise<ConnectionView> {
  const { connector, account, way, state, identity, connectedAt, connectedBy, tokenEndsAt } = row;
  const descriptor = deps.connectors.find(({ id }) => id === connector);
  const { title = connector, capabilities: { draftsAs } = { draftsAs: 'internal-note' as const } } = descriptor ?? {};
  return {
    ...{ connector, title, draftsAs, account, way, state, identity },
    endpoint: endpointOf(deps, connector, account),
    connectedAt: connectedAt?.toISOString() ?? null,
    connectedBy: names.get(connectedBy ?? '') ?? null,
    tokenEndsAt: tokenEndsAt?.toISOString() ?? null,
    legacyEndsOn: null,
    knowledge: await deps.knowledgeOf(row),
    sidebar:
      draftsAs === 'document'
        ? null
        : { secretMadeAt: await sidebarMadeAt(deps, row), lastSeenAt: row.sidebarSeenAt?.toISOString() ?? null },
  };
}

async function configuredView(
  deps: ViewDeps,
  { descriptor, account, settings }: ConfiguredAccount,
): Promise<ConnectionView> {
  const { id: connector, title, install } = descriptor;
  const { draftsAs } = descriptor.capabilities;
  const key = { connector, account };
  const identity = deps.accounts
    .find(connector, account)
    ?.connection.check(AbortSignal.timeout(PATIENCE))
    .then(
      (found) => found.identity,
      () => null,
    );
  return {
    ...{ connector, title, draftsAs, account, way: 'environment', state: 'ready' },
    identity: (await identity) ?? null,
    endpoint: endpointOf(deps, connector, account),
    ...{ connectedAt: null, connectedBy: null, tokenEndsAt: null },
    legacyEndsOn: install?.endsOn(settings) ?? null,
    knowledge: await deps.knowledgeOf(key),
    sidebar: draftsAs === 'document' ? null : { secretMadeAt: await sidebarMadeAt(deps, key), lastSeenAt: null },
  };
}

async function sidebarMadeAt({ orm }: ViewDeps, key: AccountKey): Promise<string | null> {
  const name = secretNames(key).sidebar;
  const [row] = await orm.select({ at: secretRows.updatedAt }).from(secretRows).where(eq(secretRows.name, name));
  return row?.at.toISOString() ?? null;
}

/** People read names; whoever is not here any more is nobody. */
async function namesOf({ orm }: ViewDeps, rows: readonly Installation[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ connectedBy }) => connectedBy ?? []);
  if (ids.length === 0) return new Map();
  const found = await orm.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}
