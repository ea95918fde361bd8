import { AppError } from '@draftsmith/errors';
import { expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createKeyRing, type Key } from './key-ring.ts';

const limited = new AppError('rate-limited', '', { retryAfterMs: 2_000 });
const wrongKey = new AppError('auth', '');

function picked(ring: { pick(): { key: Key } | { waitMs: number } }): Key {
  const pick = ring.pick();
  if (!('key' in pick)) throw new Error(`resting for ${pick.waitMs} ms`);
  return pick.key;
}

it('stays with a key until it rests, goes round, and says when the first one is back', async () => {
  const clock = createManualClock();
  const ring = createKeyRing(clock, ['a', 'b']);
  expect([picked(ring), picked(ring)].map(({ value }) => value)).toEqual(['a', 'a']);
  ring.rest(picked(ring), limited);
  expect(picked(ring)).toEqual({ number: 2, value: 'b' });
  ring.rest(picked(ring), wrongKey);
  expect(ring.pick()).toEqual({ waitMs: 2_000 });
  await clock.advance(2_000);
  expect(picked(ring).value).toBe('a');
});

it('serves a provider without keys', () => {
  const ring = createKeyRing(createManualClock(), []);
  expect(picked(ring)).toEqual({ number: 1 });
});

it('rests for the longest that any call was told', () => {
  const ring = createKeyRing(createManualClock(), ['a']);
  const key = picked(ring);
  ring.rest(key, new AppError('rate-limited', 'Slow down', { retryAfterMs: 30_000 }));
  ring.rest(key, new AppError('rate-limited', 'Slow down'));
  expect(ring.pick()).toEqual({ waitMs: 30_000 });
});
