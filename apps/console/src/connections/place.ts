import type { AccountName } from '../router/route.ts';

/** What can be looked at of one account. */
const VIEWS = ['setup', 'try', 'check', 'sidebar', 'card'] as const;
export type AccountView = (typeof VIEWS)[number];

/** A place among the connections; all of it is in the address, so that a reload or the way back keeps it. */
export type ConnectionsPlace =
  /** `problem`: why a person came back from the source system with nothing. */
  | { view: 'list'; problem: string | null }
  /** `account`: the one to connect anew. */
  | { view: 'connect'; connector: string; account: string | null }
  /** `run`: the dry run that is shown; `first`: as the last step of connecting. */
  | { view: AccountView; account: AccountName; run: string | null; first: boolean };

/** Reads what follows `/connections`; null when there is no such place. */
export function parseConnections(parts: readonly string[], query: URLSearchParams): ConnectionsPlace | null {
  const [connector, account, view, ...rest] = parts;
  if (rest.length > 0) return null;
  if (connector === undefined) return cameBack(query);
  if (account === undefined) return { view: 'connect', connector, account: query.get('account') };
  const known = VIEWS.find((each) => each === view);
  if (!known) return null;
  return { view: known, account: { connector, account }, run: query.get('run'), first: query.has('first') };
}

/** The source system's consent page leads back here: `?connected=zendesk/acme` or `?problem=denied`. */
function cameBack(query: URLSearchParams): ConnectionsPlace {
  const [connector, account, ...rest] = (query.get('connected') ?? '').split('/');
  if (!connector || !account || rest.length > 0) return { view: 'list', problem: query.get('problem') };
  return { view: 'setup', account: { connector, account }, run: null, first: false };
}

export function connectionsPath(): string {
  return '/connections';
}

export function connectPath(connector: string, account: string | null = null): string {
  const path = `/connections/${encodeURIComponent(connector)}`;
  return account === null ? path : `${path}?${new URLSearchParams({ account })}`;
}

export function accountPath(
  view: AccountView,
  { connector, account }: AccountName,
  given: { run?: string | undefined; first?: boolean } = {},
): string {
  const query = new URLSearchParams();
  if (given.first) query.set('first', '1');
  if (given.run !== undefined) query.set('run', given.run);
  const path = `/connections/${encodeURIComponent(connector)}/${encodeURIComponent(account)}/${view}`;
  return query.size === 0 ? path : `${path}?${query}`;
}
