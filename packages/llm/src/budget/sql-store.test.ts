import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '@draftsmith/database';
import { budgetHolds } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSqlBudgetStore } from './sql-store.ts';
import { roomOf } from './store.ts';
import { type Window, windowOf } from './windows.ts';

/**
 * Statements that run side by side on PostgreSQL, each on several of the same windows. What the contract's tests ask one
 * after the other has to hold here too: no limit is overrun, no update is lost, and nobody waits for each other.
 */
const onPostgres = test.skipIf(!testBackends.includes('postgres'));

const POOLS = 3;
const WORKERS = 4;
const ROUNDS = 40;
const LEASE = 60_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const windows: readonly Window[] = ['a', 'b', 'c', 'd', 'e'].map((id, i) =>
  windowOf({ scope: 'account', id, period: 'day' }, BigInt(150 + 40 * i), NOW),
);

let databases: Database[] = [];
beforeAll(async () => {
  if (!testBackends.includes('postgres')) return;
  const database = await openTestDatabase('postgres');
  databases = [database];
  const others = Array.from({ length: POOLS - 1 }, () =>
    openDatabase({ ...(database.url && { url: database.url }), dataDir: ':memory:', poolSize: 5 }),
  );
  databases.push(...(await Promise.all(others)));
});
afterAll(async () => {
  for (const database of databases.reverse()) await database.close();
});

/** The same sequence for the same seed; below `most`. */
function createDice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Takes, spends, gives back and closes holds; some are left behind, as by a process that was killed. */
async function work(database: Database, seed: number, spent: Map<string, bigint>): Promise<void> {
  const store = createSqlBudgetStore(database.orm);
  const dice = createDice(seed);
  for (let round = 0; round < ROUNDS; round++) {
    const id = randomUUID();
    // In any order: it is the statement that has to sort them.
    const mine = windows.filter(() => dice(2) === 0).sort(() => dice(3) - 1);
    if (mine.length === 0) continue;
    const amount = BigInt(1 + dice(20));
    const ask = { id, owner: id, windows: mine, least: amount, need: amount, worst: amount, contend: dice(4) === 0 };
    const { granted, hold } = await store.take(ask, dice(10) === 0 ? 0 : LEASE);
    if (dice(8) === 0) await store.reap('charge');
    if (!granted || !hold || dice(10) === 0) continue;
    const cost = BigInt(dice(Number(amount) / 4));
    for (const { key } of mine) spent.set(key, (spent.get(key) ?? 0n) + cost);
    await store.account([{ id, spent: cost, released: cost, close: false }], LEASE);
    await store.account([{ id, spent: cost, released: hold.granted, close: true }], LEASE);
  }
}

onPostgres('statements side by side lose nothing, overrun nothing and never lock each other out', async () => {
  const spent = new Map<string, bigint>();
  const workers = databases.flatMap((database, pool) =>
    Array.from({ length: WORKERS }, (_, worker) => work(database, 7 * pool + worker, spent)),
  );
  await Promise.all(workers);
  const [database] = databases;
  if (!database) throw new Error('no database');
  const { rows } = (await database.orm.execute(sql`
    select key, state, sum(granted - released)::text as amount
    from ${budgetHolds} cross join unnest(windows) as key group by key, state`)) as unknown as {
    rows: { key: string; state: string; amount: string }[];
  };
  const inHolds = (key: string, state: string) => rows.find((row) => row.key === key && row.state === state)?.amount;
  for (const state of await createSqlBudgetStore(database.orm).read(windows.map(({ key }) => key))) {
    const { limit = 0n } = windows.find(({ key }) => key === state.key) ?? {};
    expect(roomOf(state, limit)).toBeGreaterThanOrEqual(0n);
    expect(state.spent, state.key).toBe(spent.get(state.key) ?? 0n);
    expect(state.held, state.key).toBe(pico(inHolds(state.key, 'held')));
    expect(state.presumed, state.key).toBe(pico(inHolds(state.key, 'presumed')));
  }
  expect([...spent.values()].every((sum) => sum > 0n)).toBe(true);
});

function pico(text = '0'): bigint {
  return BigInt(text.replace('.', ''));
}
