import { PERIODS } from '../acceptance/place.ts';
import type { AccountName } from '../router/route.ts';

/** What there is about proposals, in the order of the page's own navigation. */
export const PARTS = ['outcome', 'templates', 'rate-card', 'settings'] as const;
export type ProposalsPart = (typeof PARTS)[number];

/** A place among the proposals; all of it is in the address, so that a reload or the way back keeps it. */
export interface ProposalsPlace {
  part: ProposalsPart;
  /** Null for the first one, or for all of them where that makes sense. */
  account: AccountName | null;
  /** How far the outcome looks back. */
  days: (typeof PERIODS)[number];
  /** The template that is open; `new` for one that is not there yet. */
  template: string | null;
  /** The template that a new one begins as a copy of. */
  from: string | null;
}

export const NEW_TEMPLATE = 'new';
const DEFAULT_DAYS = 30;

/** Reads what follows `/proposals`; null when there is no such place. */
export function parseProposals(parts: readonly string[], query: URLSearchParams): ProposalsPlace | null {
  const [first, connector, account, template = null, ...rest] = parts;
  const part = first === undefined ? 'outcome' : PARTS.find((one) => one === first);
  if (!part || rest.length > 0 || (connector !== undefined && account === undefined)) return null;
  if (template !== null && part !== 'templates') return null;
  const days = PERIODS.find((period) => period === Number(query.get('days'))) ?? DEFAULT_DAYS;
  const named = connector !== undefined && account !== undefined ? { connector, account } : null;
  return { part, account: named, days, template, from: template === NEW_TEMPLATE ? query.get('from') : null };
}

/** The address of a place, of which only what differs from the usual is said. */
export function proposalsPath(place: Partial<ProposalsPlace> = {}): string {
  const { part = 'outcome', account = null, days = DEFAULT_DAYS, template = null, from = null } = place;
  const named = account === null ? [] : [account.connector, account.account, ...(template === null ? [] : [template])];
  const isFirst = part === 'outcome' && named.length === 0;
  const path = ['/proposals', ...(isFirst ? [] : [part, ...named.map(encodeURIComponent)])].join('/');
  const query = new URLSearchParams();
  if (part === 'outcome' && days !== DEFAULT_DAYS) query.set('days', String(days));
  if (template === NEW_TEMPLATE && from !== null) query.set('from', from);
  return query.size === 0 ? path : `${path}?${query}`;
}
