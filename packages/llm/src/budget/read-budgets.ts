import type { Orm } from '@draftsmith/database';
import { budgetHolds, budgetWindows } from '@draftsmith/database/schema';
import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { type PicoUsd, parseUsd } from '../price/money.ts';
import type { Limit, Period, Scope } from './budget.ts';
import { createFindWindows, endOf, startOf, type Window, windowOf } from './windows.ts';

/** Where a limit stands for one of those that it holds for. */
export interface BudgetState {
  scope: Scope;
  /** Null for the suite, and for a limit on each of many none of whom has spent anything yet. */
  id: string | null;
  period: Period;
  limit: PicoUsd;
  spent: PicoUsd;
  /** Set aside for calls that run and a few to come. */
  held: PicoUsd;
  /** Set aside by processes that vanished; counts as spent, unless it is to be released. */
  presumed: PicoUsd;
  /** Never below zero, also where a limit was lowered below what is spent. */
  left: PicoUsd;
  resetsAt: Date;
}

/** A limit on each user may hold for very many; those who spent most are shown. */
const MOST = 1_000;

/** Where each limit stands in the day or month of `now`, in the order of the limits, the fullest first in each. */
export async function readBudgets(orm: Orm, limits: readonly Limit[], now: Date): Promise<BudgetState[]> {
  if (limits.length === 0) return [];
  const periods = [...new Set(limits.map(({ period }) => period))];
  const { period, start, spent, held, presumed } = budgetWindows;
  const rows = await orm
    .select()
    .from(budgetWindows)
    .where(or(...periods.map((one) => sql`${period} = ${one} and ${start} = ${startOf(one, now.getTime())}`)))
    .orderBy(desc(sql`${spent} + ${held} + ${presumed}`), budgetWindows.key)
    .limit(MOST);

  const lapsed = await readLapsed(orm, now);
  const find = createFindWindows(limits);
  const known = rows.flatMap((row) => {
    // Asked as for a payer, so that a limit for one wins over that for each here as well.
    const payer = { account: '', ...(row.scope !== 'suite' && { [row.scope]: row.id }) };
    const window = find(payer, now.getTime()).find(({ key }) => key === row.key);
    const gone = lapsed.get(row.key) ?? 0n;
    const sums = { spent: picoOf(row.spent), held: picoOf(row.held) - gone, presumed: picoOf(row.presumed) + gone };
    return window ? [{ window, ...sums }] : [];
  });
  return limits.flatMap((limit) => {
    const standings = known.filter(({ window }) => decides(limit, window, limits));
    return standings.length > 0 ? standings.map(toStanding) : [untouched(limit, now)];
  });
}

/** Held by processes that vanished, while nobody who spends has come by since to write that down. */
async function readLapsed(orm: Orm, now: Date): Promise<Map<string, PicoUsd>> {
  const { windows, state, expiresAt, granted, released } = budgetHolds;
  const key = sql<string>`unnest(${windows})`;
  const rows = await orm
    .select({ key, amount: sql<string>`sum(${granted} - ${released})` })
    .from(budgetHolds)
    .where(and(eq(state, 'held'), lt(expiresAt, now)))
    .groupBy(key);
  return new Map(rows.map((row) => [row.key, picoOf(row.amount)]));
}

type Known = { window: Window } & Record<'spent' | 'held' | 'presumed', PicoUsd>;

/** Whether it is this limit that the window is measured by. */
function decides(limit: Limit, { scope, id, period }: Window, limits: readonly Limit[]): boolean {
  if (limit.scope !== scope || limit.period !== period) return false;
  if (limit.id !== undefined) return limit.id === id;
  return !limits.some((other) => other.scope === scope && other.period === period && other.id === id);
}

function toStanding({ window, ...sums }: Known): BudgetState {
  const { scope, id, period, limit } = window;
  const left = limit - sums.spent - sums.held - sums.presumed;
  const whose = { scope, id: id === '' ? null : id, period, limit };
  return { ...whose, ...sums, left: left > 0n ? left : 0n, resetsAt: endOf(window) };
}

function untouched(limit: Limit, now: Date): BudgetState {
  const window = windowOf({ ...limit, id: limit.id ?? '' }, limit.amount, now.getTime());
  return toStanding({ window, spent: 0n, held: 0n, presumed: 0n });
}

function picoOf(numeric: string): PicoUsd {
  return parseUsd(numeric) ?? 0n;
}
