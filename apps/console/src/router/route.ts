import type { DraftState } from '@draftsmith/contracts';
import { type AcceptancePlace, parseAcceptance } from '../acceptance/place.ts';
import { type ConnectionsPlace, parseConnections } from '../connections/place.ts';
import { type ProposalsPlace, parseProposals } from '../proposals/place.ts';

/** States that the list can be narrowed to. What waits is not listed one by one: it is known only by its number. */
export const LISTED_STATES = ['drafted', 'skipped', 'failed', 'working'] as const satisfies readonly DraftState[];
export type ListedState = (typeof LISTED_STATES)[number];

/** What the list shows; part of every ticket address, so that a link or a reload keeps it. */
export interface Filters {
  state: ListedState | null;
  query: string;
  language: string | null;
}

/** An account of a source system. */
export interface AccountName {
  connector: string;
  account: string;
}

export type Route =
  | { page: 'tickets'; id: string | null; filters: Filters }
  | { page: 'privacy'; account: AccountName | null }
  | { page: 'rules'; account: AccountName | null }
  | { page: 'connections'; place: ConnectionsPlace }
  | { page: 'acceptance'; place: AcceptancePlace }
  | { page: 'proposals'; place: ProposalsPlace }
  | { page: 'users' }
  | { page: 'audit' }
  | { page: 'setup'; token: string }
  | { page: 'sign-in'; next: string }
  | { page: 'unknown' };

export const NO_FILTERS: Filters = { state: null, query: '', language: null };

/** Reads an address. Anything odd in it becomes the nearest harmless meaning, never an error. */
export function parseRoute(pathname: string, search: string): Route {
  const [first = '', second, ...rest] = pathname.split('/').filter((part) => part !== '');
  const query = new URLSearchParams(search);
  if (first === 'connections') return parseConnectionsPage([second, ...rest], query);
  if (first === 'proposals') return parseProposalsPage([second, ...rest], query);
  if (first === 'privacy' || first === 'rules') return parseAccountPage(first, second, rest);
  if (rest.length > 0) return { page: 'unknown' };
  if (first === '' || first === 'tickets')
    return { page: 'tickets', id: decoded(second), filters: parseFilters(query) };
  if (second !== undefined) return { page: 'unknown' };
  if (first === 'acceptance') return { page: 'acceptance', place: parseAcceptance(query) };
  if (first === 'users') return { page: 'users' };
  if (first === 'audit') return { page: 'audit' };
  if (first === 'setup') return { page: 'setup', token: query.get('token') ?? '' };
  if (first === 'sign-in') return { page: 'sign-in', next: safeNext(query.get('next')) };
  return { page: 'unknown' };
}

export function ticketsPath(filters: Filters = NO_FILTERS, id: string | null = null): string {
  const query = new URLSearchParams();
  if (filters.state) query.set('state', filters.state);
  if (filters.query) query.set('q', filters.query);
  if (filters.language) query.set('language', filters.language);
  const path = id === null ? '/tickets' : `/tickets/${encodeURIComponent(id)}`;
  return query.size === 0 ? path : `${path}?${query}`;
}

export function privacyPath({ connector, account }: AccountName): string {
  return `/privacy/${encodeURIComponent(connector)}/${encodeURIComponent(account)}`;
}

export function rulesPath({ connector, account }: AccountName): string {
  return `/rules/${encodeURIComponent(connector)}/${encodeURIComponent(account)}`;
}

export function signInPath(next: string): string {
  return next === '/tickets' || next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

export function hasFilters(filters: Filters): boolean {
  return filters.state !== null || filters.query !== '' || filters.language !== null;
}

function parseConnectionsPage(parts: readonly (string | undefined)[], query: URLSearchParams): Route {
  const given = parts.flatMap((part) => decoded(part) ?? []);
  const place = parseConnections(given, query);
  return place ? { page: 'connections', place } : { page: 'unknown' };
}

function parseProposalsPage(parts: readonly (string | undefined)[], query: URLSearchParams): Route {
  const place = parseProposals(
    parts.flatMap((part) => decoded(part) ?? []),
    query,
  );
  return place ? { page: 'proposals', place } : { page: 'unknown' };
}

function parseAccountPage(
  page: 'privacy' | 'rules',
  connector: string | undefined,
  [account, ...rest]: string[],
): Route {
  if (connector === undefined) return { page, account: null };
  if (account === undefined || rest.length > 0) return { page: 'unknown' };
  return { page, account: { connector: decoded(connector) ?? '', account: decoded(account) ?? '' } };
}

function parseFilters(query: URLSearchParams): Filters {
  const state = query.get('state');
  return {
    state: LISTED_STATES.find((listed) => listed === state) ?? null,
    query: query.get('q') ?? '',
    language: query.get('language') || null,
  };
}

function decoded(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Only a path of our own: `//host` or `/\host` would send a freshly signed-in admin to somebody else's page. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/tickets';
}
