import { describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { openSharedStores } from './testing/shared-stores.ts';
import { answerOf, heldMaker, keyOf, makerOf } from './testing/stores.ts';
import { redisUrl } from './testing.ts';

const key = keyOf('d');

/** Several processes, one of which is making, and one clock for all. */
async function setUp(limits: Record<string, number> = {}) {
  const clock = createManualClock();
  const shared = await openSharedStores({ clock, limits });
  const maker = heldMaker();
  const caller = new AbortController();
  const making = shared.newStore().through(key, maker, caller.signal);
  making.catch(() => undefined);
  await maker.started;
  return {
    ...shared,
    clock,
    maker,
    making,
    leave: () => caller.abort(),
    /** Resolves when it waits for the maker. */
    async waiter(make = makerOf('own'), signal?: AbortSignal) {
      const waits = clock.armed(Math.min(15_000, limits.waitMs ?? 15_000));
      const found = shared.newStore().through(key, make, signal);
      found.catch(() => undefined);
      await waits;
      return { found, make };
    },
  };
}

describe.skipIf(!redisUrl)('one maker', () => {
  it('makes it for all who ask meanwhile, in every process', async () => {
    await using shared = await setUp();
    const waiters = [await shared.waiter(), await shared.waiter()];
    shared.maker.finish('Hello');
    expect(await shared.making).toEqual({ from: 'made', result: 'Hello', leader: true });
    for (const { found, make } of waiters) {
      expect(await found).toEqual({ from: 'flight', kept: answerOf('Hello') });
      expect(make.calls).toBe(0);
    }
  });

  it.each(['finishWithNothing', 'fail'] as const)('lets the others go on their own with: %s', async (end) => {
    await using shared = await setUp();
    const waiters = [await shared.waiter(), await shared.waiter()];
    if (end === 'fail') shared.maker.fail(new Error('down'));
    else shared.maker.finishWithNothing('refused');
    for (const { found } of waiters) expect(await found).toEqual({ from: 'made', result: 'own', leader: true });
  });

  it('gives its place back when nobody there waits any more, even if it does not stop', async () => {
    await using shared = await setUp();
    const { found } = await shared.waiter();
    shared.leave();
    await expect(shared.making).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(await found).toMatchObject({ from: 'made', result: 'own' });
    shared.maker.finish('too late');
  });

  it('is not waited for beyond the limit, and not by who left', async () => {
    await using shared = await setUp({ waitMs: 7_000, leaseMs: 400_000 });
    const caller = new AbortController();
    const left = await shared.waiter(makerOf('no'), caller.signal);
    const patient = await shared.waiter();
    caller.abort();
    await expect(left.found).rejects.toMatchObject({ code: 'llm.cancelled' });
    await shared.clock.advance(7_000);
    expect(await patient.found).toMatchObject({ from: 'made', result: 'own' });
    expect(left.make.calls).toBe(0);
    shared.maker.finish('slow');
    expect(await shared.making).toMatchObject({ from: 'made', result: 'slow' });
  });

  it('renews its lock while it works, and no longer', async () => {
    await using shared = await setUp();
    const lock = await shared.only('lock:');
    for (let round = 0; round < 2; round++) {
      await shared.send('PEXPIRE', lock, '900000');
      await shared.clock.advance(20_000);
      await expect.poll(async () => Number(await shared.send('PTTL', lock))).toBeLessThanOrEqual(60_000);
    }
    shared.maker.finish('Hello');
    await shared.making;
    await shared.disappears('lock:');
  });

  it('leaves the lock to who has it now', async () => {
    await using shared = await setUp();
    const lock = await shared.only('lock:');
    await shared.send('SET', lock, 'of-another', 'PX', '600000');
    await shared.clock.advance(20_000);
    shared.maker.finish('Hello');
    await shared.making;
    await shared.appears('answer:d');
    expect(await shared.send('GET', lock)).toBe('of-another');
    expect(Number(await shared.send('PTTL', lock))).toBeGreaterThan(60_000);
  });

  it('that died is followed by one when its lock expires', async () => {
    // Real time: the lock expires in Redis, which has no clock of ours.
    await using shared = await openSharedStores({ clock: systemClock, limits: { leaseMs: 300 } });
    const stores = [shared.newStore(), shared.newStore()];
    await stores[0]!.through(key, makerOf('x'));
    await shared.appears('answer:d');
    const lock = (await shared.only('answer:')).replace(':answer:d', ':lock:e');
    await shared.send('SET', lock, 'of-one-that-died', 'PX', '300');
    const make = makerOf('anew');
    const found = await Promise.all(stores.map((store) => store.through(keyOf('e'), make)));
    expect(make.calls).toBe(1);
    expect(found.map(({ from }) => from).sort()).toEqual(['flight', 'made']);
  });
});
