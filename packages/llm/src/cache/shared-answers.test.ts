import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { openSharedStores } from './testing/shared-stores.ts';
import { answerOf, heldMaker, keyOf, makerOf } from './testing/stores.ts';
import { redisUrl } from './testing.ts';

const key = keyOf('d');

describe.skipIf(!redisUrl)('answers of all processes', () => {
  it('are made once; whoever asks later takes them from Redis', async () => {
    await using shared = await openSharedStores();
    const make = makerOf('Hello');
    const first = shared.newStore();
    await first.through(key, make);
    await first.close();
    const second = shared.newStore();
    expect(await second.through(key, make)).toEqual({ from: 'shared', kept: answerOf('Hello') });
    expect(second.peek(key)).toEqual(answerOf('Hello'));
    expect(make.calls).toBe(1);
  });

  it('come whole, with data and sources', async () => {
    await using shared = await openSharedStores();
    const keep = { ...answerOf('{"a":"ä\\n🙂"}'), data: { a: ['ä\n🙂'], b: null }, usedSourceIds: ['s"1'] };
    await shared.newStore().through(key, async () => ({ result: 'x', keep }));
    expect(await shared.newStore().through(key, makerOf('no'))).toMatchObject({ kept: keep });
  });

  it('end with their time to live in Redis, and in a memory that took them later', async () => {
    const clock = createManualClock();
    await using shared = await openSharedStores({ clock });
    await shared.newStore().through(key, makerOf('Hello'));
    await shared.appears('answer:d');
    const name = await shared.only('answer:');
    expect(Number(await shared.send('PTTL', name))).toBeGreaterThan(0);
    expect(Number(await shared.send('PTTL', name))).toBeLessThanOrEqual(60_000);
    await shared.send('PEXPIRE', name, '40000');
    await shared.send('PEXPIRE', await shared.only('generation'), '1000');
    const late = shared.newStore();
    expect(await late.through(key, makerOf('no'))).toMatchObject({ from: 'shared' });
    // The generation lives as long as the last answer that needs it.
    await late.through(keyOf('later'), makerOf('x'));
    await shared.appears('answer:later');
    expect(Number(await shared.send('PTTL', await shared.only('generation')))).toBeGreaterThan(1_000);
    await clock.advance(40_001);
    expect(late.peek(key)).toBeUndefined();
  });

  it('are not taken from another version, another question, or half', async () => {
    await using shared = await openSharedStores();
    await shared.newStore().through(key, makerOf('Hello'));
    await shared.appears('answer:d');
    const name = await shared.only('answer:');
    const whole = String(await shared.send('GET', name));
    const spoilt = [
      whole.replace('"version":1', '"version":2'),
      whole.replace('"digest":"d"', '"digest":"e"'),
      whole.slice(0, -10),
      whole.replace('"text":"Hello"', '"text":7'),
      '',
    ];
    for (const value of spoilt) {
      await shared.send('SET', name, value);
      const store = shared.newStore();
      expect(await store.through(key, makerOf('anew'))).toMatchObject({ from: 'made', result: 'anew' });
      await store.close();
      expect(await shared.newStore().through(key, makerOf('no'))).toMatchObject({ kept: answerOf('anew') });
    }
  });

  it('lie under hashed names, and nothing stays for ever', async () => {
    await using shared = await openSharedStores();
    await shared.newStore().through(keyOf('d', 'Contoso'), makerOf('Hello'));
    await shared.appears('answer:d');
    const keys = await shared.keys();
    expect(keys.join()).not.toContain('Contoso');
    for (const name of keys) expect(Number(await shared.send('PTTL', `~${name}`))).toBeGreaterThan(0);
  });
});

describe.skipIf(!redisUrl)('a purge', () => {
  it('reaches every process and Redis, and no other account', async () => {
    await using shared = await openSharedStores();
    const [one, other] = [shared.newStore(), shared.newStore()];
    for (const account of ['acme', 'globex']) {
      await one.through(keyOf('d', account), makerOf(`for ${account}`));
      expect(await other.through(keyOf('d', account), makerOf('no'))).toMatchObject({
        kept: answerOf(`for ${account}`),
      });
    }
    await one.purge('acme');
    expect(one.peek(key)).toBeUndefined();
    await expect.poll(() => other.peek(key)).toBeUndefined();
    expect((await shared.keys()).filter((name) => name.includes(':answer:'))).toHaveLength(1);
    expect(await other.through(key, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
    expect(await shared.newStore().through(keyOf('d', 'globex'), makerOf('no'))).toMatchObject({ from: 'shared' });
  });

  it('is not undone by an answer that was being made in another process', async () => {
    await using shared = await openSharedStores();
    const [one, other] = [shared.newStore(), shared.newStore()];
    const make = heldMaker();
    const early = other.through(key, make);
    await make.started;
    await one.purge('acme');
    make.finish('old');
    await early;
    await other.close();
    expect((await shared.keys()).join()).not.toContain(':answer:');
    expect(await shared.newStore().through(key, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
  });

  it('holds when Redis has thrown away the generation: answers are lost, none comes back', async () => {
    await using shared = await openSharedStores();
    await shared.newStore().through(key, makerOf('old'));
    await shared.appears('answer:d');
    await shared.send('DEL', await shared.only('generation'));
    await shared.newStore().through(keyOf('another'), makerOf('x'));
    expect(Number(await shared.send('EXISTS', await shared.only('answer:d')))).toBe(1);
    expect(await shared.newStore().through(key, makerOf('new'))).toMatchObject({ from: 'made', result: 'new' });
  });

  it('walks through more answers than a page holds', async () => {
    await using shared = await openSharedStores();
    const store = shared.newStore();
    await store.through(key, makerOf('x'));
    await shared.appears('answer:d');
    const name = await shared.only('answer:');
    const many = Array.from({ length: 2_500 }, (_, index) => [`${name}-${index}`, 'old']).flat();
    await shared.send('MSET', ...many);
    await store.purge('acme');
    expect((await shared.keys()).filter((found) => found.includes(':answer:'))).toEqual([]);
  });
});
