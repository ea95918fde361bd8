import type { AcceptanceBy } from '@draftsmith/contracts';

export const PERIODS = [7, 30, 90] as const;
export const GROUPINGS = ['brand', 'topic', 'language', 'model'] as const satisfies readonly AcceptanceBy[];

/** What the page shows; its address, so that a link or a reload keeps it. */
export interface AcceptancePlace {
  by: AcceptanceBy;
  days: (typeof PERIODS)[number];
}

const [DEFAULT_BY, DEFAULT_DAYS] = ['brand', 30] as const;

/** Anything odd becomes what is shown first. */
export function parseAcceptance(query: URLSearchParams): AcceptancePlace {
  const [by, days] = [query.get('by'), Number(query.get('days'))];
  return {
    by: GROUPINGS.find((grouping) => grouping === by) ?? DEFAULT_BY,
    days: PERIODS.find((period) => period === days) ?? DEFAULT_DAYS,
  };
}

export function acceptancePath({ by, days }: AcceptancePlace = { by: DEFAULT_BY, days: DEFAULT_DAYS }): string {
  const query = new URLSearchParams();
  if (by !== DEFAULT_BY) query.set('by', by);
  if (days !== DEFAULT_DAYS) query.set('days', String(days));
  return query.size === 0 ? '/acceptance' : `/acceptance?${query}`;
}

export function acceptanceUrl({ by, days }: AcceptancePlace): string {
  return `/api/acceptance?by=${by}&days=${days}`;
}
