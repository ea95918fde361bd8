import { storable } from '@draftsmith/database';
import type { Payer } from '../contract/request.ts';
import type { PicoUsd } from '../price/money.ts';
import type { Limit, Period, Scope } from './budget.ts';

/** A limit as it applies to somebody in one UTC calendar day or month. */
export interface Window {
  /** `period:start:scope:id`, e.g. `day:2026-11-22:account:acme`. */
  key: string;
  scope: Scope;
  /** Empty for the suite. */
  id: string;
  period: Period;
  /** Its first day, e.g. `2026-11-01`. */
  start: string;
  limit: PicoUsd;
}

/** The windows that a call at this moment counts in, sorted by key. */
export type FindWindows = (payer: Payer, now: number) => Window[];

export function createFindWindows(limits: readonly Limit[]): FindWindows {
  const amounts = new Map(limits.map((limit) => [nameOf(limit), limit.amount]));
  // Each scope and period once: whether the id or the entry without one decides, is seen for each payer.
  const kinds = [...new Map(limits.map(({ scope, period }) => [`${scope} ${period}`, { scope, period }])).values()];

  return (payer, now) => {
    const windows: Window[] = [];
    for (const { scope, period } of kinds) {
      const id = idOf(scope, payer);
      if (id === undefined) continue;
      const limit = amounts.get(nameOf({ scope, id, period })) ?? amounts.get(nameOf({ scope, period }));
      if (limit !== undefined) windows.push(windowOf({ scope, id, period }, limit, now));
    }
    return windows.sort((a, b) => (a.key < b.key ? -1 : 1));
  };
}

export function windowOf(whose: Pick<Window, 'scope' | 'id' | 'period'>, limit: PicoUsd, now: number): Window {
  const start = startOf(whose.period, now);
  return { key: `${whose.period}:${start}:${whose.scope}:${whose.id}`, ...whose, start, limit };
}

/** The first day of the UTC day or month that holds this moment. */
export function startOf(period: Period, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  return period === 'day' ? day : `${day.slice(0, 8)}01`;
}

/** When the next one begins. */
export function endOf({ period, start }: Pick<Window, 'period' | 'start'>): Date {
  const end = new Date(`${start}T00:00:00Z`);
  if (period === 'day') end.setUTCDate(end.getUTCDate() + 1);
  else end.setUTCMonth(end.getUTCMonth() + 1);
  return end;
}

/** `The budget of account acme for 2026-11-22`. */
export function titleOf({ scope, id, period, start }: Window): string {
  const whose = scope === 'suite' ? 'the whole suite' : `${scope} ${id}`;
  return `The budget of ${whose} for ${period === 'day' ? start : start.slice(0, 7)}`;
}

function idOf(scope: Scope, payer: Payer): string | undefined {
  return scope === 'suite' ? '' : storable(payer[scope]);
}

function nameOf({ scope, id, period }: Pick<Limit, 'scope' | 'id' | 'period'>): string {
  return id === undefined ? `${period}:${scope}` : `${period}:${scope}:${id}`;
}
