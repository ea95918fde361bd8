import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { FIRST_RETRY_MS } from './redis-link.ts';
import { startProxy } from './testing/proxy.ts';
import { openSharedStores } from './testing/shared-stores.ts';
import { answerOf, heldMaker, keyOf, listeningLogger, makerOf } from './testing/stores.ts';
import { redisUrl } from './testing.ts';

const key = keyOf('d');

/** `near` reaches Redis by a way that the test can take away, `other` by one that always stands. */
async function setUp() {
  const clock = createManualClock();
  const { lines, logger } = listeningLogger();
  const shared = await openSharedStores({ clock });
  const proxy = await startProxy(shared.url);
  const near = shared.newStore({ url: proxy.url, logger });
  const other = shared.newStore();
  return {
    ...shared,
    clock,
    near,
    other,
    async takeAway() {
      proxy.takeAway();
      await expect.poll(() => lines.at(-1)).toContain('does not answer');
    },
    async giveBack() {
      proxy.giveBack();
      await clock.advance(FIRST_RETRY_MS);
      await expect.poll(() => lines.at(-1)).toContain('answers again');
    },
    async [Symbol.asyncDispose]() {
      await shared[Symbol.asyncDispose]();
      await proxy.close();
    },
  };
}

describe.skipIf(!redisUrl)('a process that is cut off from Redis', () => {
  it('goes on alone, and shares again afterwards', async () => {
    await using shared = await setUp();
    await shared.near.through(keyOf('before'), makerOf('before'));
    await shared.appears('answer:before');
    await shared.takeAway();
    expect(shared.near.peek(keyOf('before'))).toEqual(answerOf('before'));
    expect(await shared.near.through(key, makerOf('alone'))).toMatchObject({ from: 'made', result: 'alone' });
    await shared.giveBack();
    expect(await shared.near.through(keyOf('before'), makerOf('no'))).toMatchObject({ from: 'shared' });
    await shared.near.through(keyOf('after'), makerOf('after'));
    expect(await shared.other.through(keyOf('after'), makerOf('no'))).toMatchObject({ kept: answerOf('after') });
  });

  it('serves nothing afterwards that was purged meanwhile', async () => {
    await using shared = await setUp();
    await shared.near.through(key, makerOf('old'));
    const make = heldMaker();
    const making = shared.near.through(keyOf('made meanwhile'), make);
    await make.started;
    await shared.takeAway();
    await shared.other.purge('acme');
    await shared.giveBack();
    make.finish('old');
    await making;
    for (const asked of [key, keyOf('made meanwhile')]) {
      expect(shared.near.peek(asked)).toBeUndefined();
      expect(await shared.near.through(asked, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
    }
  });

  it('purges afterwards what it was told to purge meanwhile', async () => {
    await using shared = await setUp();
    await shared.near.through(key, makerOf('old'));
    expect(await shared.other.through(key, makerOf('no'))).toMatchObject({ kept: answerOf('old') });
    await shared.takeAway();
    await expect(shared.near.purge('acme')).rejects.toMatchObject({ code: 'llm.purge-owed' });
    expect(shared.near.peek(key)).toBeUndefined();
    await shared.giveBack();
    await expect.poll(() => shared.other.peek(key)).toBeUndefined();
    expect(await shared.newStore().through(key, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
  });

  it('waits no longer for what another process makes', async () => {
    await using shared = await setUp();
    await shared.near.through(keyOf('warm'), makerOf('x'));
    const slow = heldMaker();
    const making = shared.other.through(key, slow);
    await slow.started;
    const waits = shared.clock.armed(15_000);
    const found = shared.near.through(key, makerOf('own'));
    await waits;
    await shared.takeAway();
    expect(await found).toMatchObject({ from: 'made', result: 'own' });
    slow.finish('slow');
    await making;
  });
});
