import { randomUUID } from 'node:crypto';
import type { Database } from '@draftsmith/database';
import { budgetHolds, budgetWindows } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../testing/manual-clock.ts';
import { createMemoryBudgetStore } from './memory-store.ts';
import { createSqlBudgetStore } from './sql-store.ts';
import { type Ask, type BudgetStore, CONTENDED_MS, REMEMBERED_DAYS, roomOf, sizeOf } from './store.ts';
import { type Window, windowOf } from './windows.ts';

const LEASE = 30_000;
const OWNER = randomUUID();
const NOTHING = { spent: 0n, held: 0n, presumed: 0n, contended: false };

describe.each(['memory' as const, ...testBackends])('a budget store: %s', (backend) => {
  let database: Database | undefined;
  let clock: ManualClock;
  let store: BudgetStore;
  let suite: Window;
  let acme: Window;

  beforeAll(async () => {
    if (backend !== 'memory') database = await openTestDatabase(backend);
  });
  afterAll(() => database?.close());

  beforeEach(async () => {
    clock = createManualClock();
    await database?.orm.delete(budgetHolds);
    await database?.orm.delete(budgetWindows);
    store = database ? createSqlBudgetStore(database.orm, { clock }) : createMemoryBudgetStore({ clock });
    suite = windowOf({ scope: 'suite', id: '', period: 'month' }, 1_000n, clock.now());
    acme = windowOf({ scope: 'account', id: 'acme', period: 'day' }, 100n, clock.now());
  });

  /** Exactly this much, in both windows unless said otherwise. */
  function exactly(amount: bigint, more: Partial<Ask> = {}): Ask {
    const amounts = { least: amount, need: amount, worst: 1_000_000n };
    return { id: randomUUID(), owner: OWNER, windows: [acme, suite], ...amounts, contend: false, ...more };
  }

  const take = (ask: Ask) => store.take(ask, LEASE);
  const account = (id: string, spent: bigint, released: bigint, close = false) =>
    store.account([{ id, spent, released, close }], LEASE);

  async function sums(window: Window) {
    const [state = { key: window.key, ...NOTHING }] = await store.read([window.key]);
    const { key, ...rest } = state;
    expect(key).toBe(window.key);
    return rest;
  }

  it('grants in all windows', async () => {
    const ask = exactly(60n);
    const taken = await take(ask);
    expect(taken.granted).toBe(true);
    expect(taken.hold).toEqual({ id: ask.id, granted: 60n, state: 'held' });
    expect(new Map(taken.windows.map(({ key, held }) => [key, held]))).toEqual(
      new Map([
        [acme.key, 60n],
        [suite.key, 60n],
      ]),
    );
    expect([await sums(acme), await sums(suite)]).toEqual([
      { ...NOTHING, held: 60n },
      { ...NOTHING, held: 60n },
    ]);
  });

  it('or in none', async () => {
    await take(exactly(60n));
    const refused = await take(exactly(41n));
    expect(refused).toMatchObject({ granted: false });
    expect(refused.hold).toBeUndefined();
    expect([(await sums(acme)).held, (await sums(suite)).held]).toEqual([60n, 60n]);
    expect((await take(exactly(40n))).granted).toBe(true);
  });

  it('enlarges a hold that is there', async () => {
    const ask = exactly(10n);
    await take(ask);
    expect((await take(ask)).hold).toEqual({ id: ask.id, granted: 20n, state: 'held' });
    expect((await sums(suite)).held).toBe(20n);
  });

  it('a zero limit holds nothing, and asking for nothing is granted', async () => {
    const nothing = { ...acme, limit: 0n };
    expect((await take(exactly(1n, { windows: [nothing] }))).granted).toBe(false);
    expect(await take(exactly(0n, { windows: [nothing] }))).toMatchObject({ granted: true, hold: { granted: 0n } });
  });

  it('grants the least when there is no room for all who wait', async () => {
    expect((await take(exactly(0n, { least: 70n, need: 101n }))).hold?.granted).toBe(70n);
  });

  it('sets more aside than is needed, by the size of a call and the room', async () => {
    const large = { ...suite, limit: 10_000n };
    const spare = async (worst: bigint, limit: bigint) => {
      const id = randomUUID();
      const taken = await take(exactly(worst, { id, worst, windows: [{ ...large, limit }] }));
      await account(id, 0n, taken.hold?.granted ?? 0n, true);
      return taken.hold?.granted;
    };
    expect(await spare(10n, 10_000n)).toBe(80n);
    // 1/16 of the room of 790 that the call leaves is 49.375.
    expect(await spare(10n, 800n)).toBe(59n);
    expect(await spare(10n, 169n)).toBe(10n);
  });

  it('books what is spent and what is given back', async () => {
    const ask = exactly(60n);
    await take(ask);
    const answer = await account(ask.id, 25n, 40n);
    expect(answer.holds).toEqual([{ id: ask.id, granted: 60n, state: 'held' }]);
    expect(answer.windows).toContainEqual({ key: acme.key, ...NOTHING, spent: 25n, held: 20n });
    expect(await sums(suite)).toEqual({ ...NOTHING, spent: 25n, held: 20n });
  });

  it('what is said twice or late counts once', async () => {
    const ask = exactly(60n);
    await take(ask);
    for (const [spent, released] of [
      [25n, 40n],
      [25n, 40n],
      [10n, 10n],
      [10n, 50n],
    ] as const)
      await account(ask.id, spent, released);
    expect(await sums(acme)).toEqual({ ...NOTHING, spent: 25n, held: 10n });
  });

  it('books a cost above what was set aside as it is', async () => {
    const ask = exactly(60n);
    await take(ask);
    await account(ask.id, 130n, 60n);
    expect(await sums(acme)).toEqual({ ...NOTHING, spent: 130n });
    expect((await take(exactly(1n))).granted).toBe(false);
  });

  it('forgets a hold that is closed and empty, and only then', async () => {
    const ask = exactly(60n);
    await take(ask);
    expect((await account(ask.id, 25n, 40n, true)).holds).toHaveLength(1);
    const closed = await account(ask.id, 25n, 60n, true);
    expect(closed.holds).toEqual([]);
    expect(closed.windows).toHaveLength(2);
    expect(await account(ask.id, 25n, 60n, true)).toEqual({ holds: [], windows: [] });
    expect(await sums(acme)).toEqual({ ...NOTHING, spent: 25n });
  });

  it('books many holds at once', async () => {
    const asks = [exactly(10n), exactly(20n), exactly(30n, { windows: [suite] })];
    for (const ask of asks) await take(ask);
    await store.account(
      asks.map(({ id, least }) => ({ id, spent: 5n, released: least, close: true })),
      LEASE,
    );
    expect([await sums(acme), await sums(suite)]).toEqual([
      { ...NOTHING, spent: 10n },
      { ...NOTHING, spent: 15n },
    ]);
  });

  describe('a hold that is not renewed', () => {
    it('is presumed spent, but for what was accounted for', async () => {
      const ask = exactly(60n);
      await take(ask);
      await account(ask.id, 10n, 20n);
      await clock.advance(LEASE);
      await store.reap('charge');
      expect((await sums(acme)).presumed).toBe(0n);
      await clock.advance(1);
      await store.reap('charge');
      await store.reap('charge');
      expect([await sums(acme), await sums(suite)]).toEqual([
        { ...NOTHING, spent: 10n, presumed: 40n },
        { ...NOTHING, spent: 10n, presumed: 40n },
      ]);
    });

    it('or released', async () => {
      await take(exactly(60n));
      await clock.advance(LEASE + 1);
      await store.reap('release');
      expect(await sums(acme)).toEqual(NOTHING);
    });

    it('cannot be enlarged', async () => {
      const ask = exactly(60n);
      await take(ask);
      await clock.advance(LEASE + 1);
      await store.reap('charge');
      expect(await take(ask)).toMatchObject({ granted: false, hold: { granted: 60n, state: 'presumed' } });
      expect(await sums(acme)).toEqual({ ...NOTHING, presumed: 60n });
    });

    it('puts what was spent in the place of what was presumed, when its process wakes up', async () => {
      const ask = exactly(60n);
      await take(ask);
      await clock.advance(LEASE + 1);
      await store.reap('charge');
      const answer = await account(ask.id, 10n, 45n);
      expect(answer.holds).toEqual([{ id: ask.id, granted: 60n, state: 'presumed' }]);
      expect(await sums(acme)).toEqual({ ...NOTHING, spent: 10n, presumed: 15n });
      await account(ask.id, 10n, 60n, true);
      expect(await sums(acme)).toEqual({ ...NOTHING, spent: 10n });
    });

    it('adds what was spent, when it was released before', async () => {
      const ask = exactly(60n);
      await take(ask);
      await clock.advance(LEASE + 1);
      await store.reap('release');
      await account(ask.id, 10n, 60n, true);
      expect(await sums(acme)).toEqual({ ...NOTHING, spent: 10n });
    });

    it('is forgotten after a week, and stays presumed', async () => {
      const ask = exactly(60n);
      await take(ask);
      await clock.advance(LEASE + 1);
      await store.reap('charge');
      await clock.advance(REMEMBERED_DAYS * 86_400_000);
      await store.reap('charge');
      expect((await account(ask.id, 10n, 60n)).holds).toEqual([]);
      expect(await sums(acme)).toEqual({ ...NOTHING, presumed: 60n });
    });
  });

  it('taking and accounting renew a hold', async () => {
    const [taken, accounted] = [exactly(10n), exactly(20n)];
    await take(taken);
    await take(accounted);
    await clock.advance(LEASE);
    await take({ ...taken, least: 0n, need: 0n });
    await account(accounted.id, 0n, 0n);
    await clock.advance(LEASE);
    await store.reap('charge');
    expect(await sums(acme)).toEqual({ ...NOTHING, held: 30n });
  });

  it('says for a while where somebody waits, and grants nothing unneeded there', async () => {
    await take(exactly(60n));
    const refused = await take(exactly(50n, { contend: true }));
    const contended = new Map(refused.windows.map((window) => [window.key, window.contended]));
    expect(contended).toEqual(
      new Map([
        [acme.key, true],
        [suite.key, false],
      ]),
    );
    expect((await take(exactly(1n, { worst: 1n }))).hold?.granted).toBe(1n);
    await clock.advance(CONTENDED_MS);
    expect((await sums(acme)).contended).toBe(false);
    expect((await take(exactly(1n, { worst: 1n }))).hold?.granted).toBe(3n);
  });

  it('grants the same amounts as the pure rule', async () => {
    const amount = fc.bigInt(0n, 10n ** 15n);
    await fc.assert(
      fc.asyncProperty(amount, amount, amount, amount, async (limit, least, more, worst) => {
        const id = randomUUID();
        const ask = { ...exactly(0n, { id, windows: [{ ...suite, limit }] }), least, need: least + more, worst };
        const taken = await take(ask);
        const expected = sizeOf(limit, ask, false);
        expect(taken.hold?.granted).toBe(expected);
        expect(taken.granted).toBe(expected !== undefined);
        if (taken.hold) await account(id, 0n, taken.hold.granted, true);
      }),
      { numRuns: 50 },
    );
  });

  it('never grants more than the limit to those who ask at once', async () => {
    const asks = Array.from({ length: 40 }, (_, i) => exactly(7n, { windows: i % 2 ? [acme, suite] : [acme] }));
    const answers = await Promise.all(asks.map(take));
    expect(answers.filter(({ granted }) => granted)).toHaveLength(14);
    expect(roomOf(await sums(acme), acme.limit)).toBe(2n);
    await Promise.all(asks.map(({ id }) => account(id, 3n, 7n, true)));
    expect(await sums(acme)).toEqual({ ...NOTHING, spent: 42n });
  });

  it('keeps amounts exact', async () => {
    const limit = 10n ** 21n;
    const ask = exactly(limit - 1n, { windows: [{ ...suite, limit }] });
    expect((await take(ask)).hold?.granted).toBe(limit - 1n);
    await account(ask.id, limit - 2n, limit - 1n);
    expect(await sums(suite)).toEqual({ ...NOTHING, spent: limit - 2n });
  });
});
