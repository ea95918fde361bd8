import type { Orm } from '@draftsmith/database';
import { budgetWindows } from '@draftsmith/database/schema';
import { type SQL, sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { type PicoUsd, parseUsd } from '../price/money.ts';
import { accountStatement, readStatement, reapStatement, takeStatement } from './sql-statements.ts';
import type { BudgetStore, HoldState, Taken, WindowState } from './store.ts';
import type { Window } from './windows.ts';

interface HoldJson extends Omit<HoldState, 'granted'> {
  granted: string;
}

interface WindowJson extends Pick<WindowState, 'key' | 'contended'> {
  spent: string;
  held: string;
  presumed: string;
}

interface Answer {
  granted?: boolean;
  holds: HoldJson[] | null;
  windows: WindowJson[] | null;
}

/**
 * Budgets in the database, shared by all processes. Each operation is one statement, so no lock outlives a process that
 * falls asleep. A day's first call also makes its windows.
 *
 * @param options.clock tells when holds expire, for tests; without it the database's own clock does, which is the same
 *   for machines whose clocks differ.
 */
export function createSqlBudgetStore(orm: Orm, { clock }: { clock?: Clock } = {}): BudgetStore {
  const now = (): SQL =>
    clock ? sql`${new Date(clock.now()).toISOString()}::timestamptz` : sql.raw('clock_timestamp()');

  async function answerTo(statement: SQL): Promise<Answer> {
    const { rows } = (await orm.execute(statement)) as unknown as { rows: Answer[] };
    return rows[0] ?? { holds: null, windows: null };
  }

  return {
    async take(ask, leaseMs) {
      const statement = () => takeStatement(ask, { now: now(), leaseMs });
      let answer = await answerTo(statement());
      if (answer.windows?.length !== ask.windows.length) {
        await makeWindows(orm, ask.windows);
        answer = await answerTo(statement());
      }
      const [hold] = holdsOf(answer);
      const taken: Taken = { granted: answer.granted === true, windows: windowsOf(answer) };
      return hold ? { ...taken, hold } : taken;
    },

    async account(entries, leaseMs) {
      const answer = await answerTo(accountStatement(entries, { now: now(), leaseMs }));
      return { holds: holdsOf(answer), windows: windowsOf(answer) };
    },

    async reap(orphans) {
      await answerTo(reapStatement(orphans, now()));
    },

    async read(keys) {
      return windowsOf(await answerTo(readStatement(keys, now())));
    },
  };
}

/** Sorted by key, as all locks are taken: two processes that make the same windows cannot wait for each other. */
async function makeWindows(orm: Orm, windows: readonly Window[]): Promise<void> {
  const rows = windows.map(({ key, scope, id, period, start }) => ({ key, scope, id, period, start }));
  await orm.insert(budgetWindows).values(rows).onConflictDoNothing();
}

function holdsOf({ holds }: Answer): HoldState[] {
  return (holds ?? []).map((hold) => ({ ...hold, granted: usd(hold.granted) }));
}

function windowsOf({ windows }: Answer): WindowState[] {
  return (windows ?? []).map((row) => ({
    ...row,
    spent: usd(row.spent),
    held: usd(row.held),
    presumed: usd(row.presumed),
  }));
}

function usd(text: string): PicoUsd {
  return parseUsd(text) ?? 0n;
}
