import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createAnswerMemory, idOf } from './memory.ts';
import { seal } from './sealed-answer.ts';
import { answerOf, keyOf } from './testing/stores.ts';

function setUp(options = { maxBytes: 100_000, ttlMs: 1_000 }) {
  const clock = createManualClock();
  const memory = createAnswerMemory(options, clock);
  const keep = (digest: string, account = 'acme', text = digest) =>
    memory.set(keyOf(digest, account), seal(answerOf(text)), { since: memory.epoch() });
  const has = (digest: string, account = 'acme') => memory.get(keyOf(digest, account)) !== undefined;
  return { clock, memory, keep, has };
}

describe('time to live', () => {
  it('ends an answer, whether or not it was used meanwhile', async () => {
    const { clock, keep, has } = setUp();
    keep('a');
    await clock.advance(1_000);
    expect(has('a')).toBe(true);
    await clock.advance(1);
    expect(has('a')).toBe(false);
  });

  it('is shorter for an answer that is older than its place here, never longer', async () => {
    const { clock, memory, has } = setUp();
    const since = memory.epoch();
    memory.set(keyOf('old'), seal(answerOf('x')), { since, ttlMs: 300 });
    memory.set(keyOf('strange'), seal(answerOf('x')), { since, ttlMs: 1e12 });
    memory.set(keyOf('over'), seal(answerOf('x')), { since, ttlMs: -1 });
    expect(has('over')).toBe(false);
    await clock.advance(301);
    expect([has('old'), has('strange')]).toEqual([false, true]);
    await clock.advance(700);
    expect(has('strange')).toBe(false);
  });
});

describe('the bound in bytes', () => {
  it('lets the answer go that was used least recently', () => {
    const { keep, has } = setUp({ maxBytes: 6_000, ttlMs: 1_000 });
    keep('a', 'acme', 'x'.repeat(1_000));
    keep('b', 'acme', 'x'.repeat(1_000));
    expect(has('a')).toBe(true);
    keep('c', 'acme', 'x'.repeat(1_000));
    expect([has('a'), has('b'), has('c')]).toEqual([true, false, true]);
  });

  it('refuses one that is larger than all room, and keeps the others', () => {
    const { keep, has } = setUp({ maxBytes: 6_000, ttlMs: 1_000 });
    keep('a');
    keep('b', 'acme', 'x'.repeat(3_000));
    keep('a', 'acme', 'x'.repeat(3_000));
    expect([has('a'), has('b')]).toEqual([true, false]);
  });

  it.each([
    { maxBytes: 0, ttlMs: 1_000 },
    { maxBytes: 100_000, ttlMs: 0 },
  ])('keeps nothing with %j', (options) => {
    const { keep, has } = setUp(options);
    keep('a');
    expect(has('a')).toBe(false);
  });
});

describe('a purge', () => {
  it('forgets one account and nobody else', () => {
    const { memory, keep, has } = setUp();
    keep('a');
    keep('b');
    keep('a', 'other');
    memory.purge('acme');
    expect([has('a'), has('b'), has('a', 'other')]).toEqual([false, false, true]);
  });

  it.each(['purge', 'clear'] as const)('refuses what was begun before it: %s', (what) => {
    const { memory, has } = setUp();
    const since = memory.epoch();
    memory[what]('acme');
    memory.set(keyOf('a'), seal(answerOf('old')), { since });
    expect(has('a')).toBe(false);
  });

  it('finds every answer of the account, after any history', () => {
    const digest = fc.constantFrom('a', 'b', 'c', 'd');
    const account = fc.constantFrom('one', 'two');
    const step = fc.record({ digest, account, letters: fc.integer({ min: 0, max: 2_500 }), purge: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const { memory, keep, has } = setUp({ maxBytes: 6_000, ttlMs: 1_000 });
        for (const { digest, account, letters, purge } of steps) {
          keep(digest, account, 'x'.repeat(letters));
          if (!purge) continue;
          memory.purge(account);
          expect(['a', 'b', 'c', 'd'].filter((any) => has(any, account))).toEqual([]);
        }
      }),
    );
  });
});

it('keeps accounts apart that share a digest, and never joins names to others', () => {
  const { keep, memory } = setUp();
  keep('d', 'one', 'of one');
  keep('d', 'two', 'of two');
  expect(memory.get(keyOf('d', 'one'))?.text).toBe('of one');
  expect(memory.get(keyOf('d', 'two'))?.text).toBe('of two');
  expect(idOf(keyOf('x', 'a\nb'))).not.toBe(idOf(keyOf('x', 'a')));
});
