import { AppError } from '@draftsmith/errors';
import { describe, expect, it } from 'vitest';
import { retryDelay, type Situation } from './retry.ts';

const half = () => 0.5;
const inTime: Situation = { retries: 0, lastHope: false, nothingElse: false, keyWaitMs: 0, remainingMs: 60_000 };
const unavailable = new AppError('unavailable', '');
const limited = (retryAfterMs: number) => new AppError('rate-limited', '', { retryAfterMs });
const stall = new AppError('timeout', '', { code: 'llm.stall' });

describe('retryDelay', () => {
  it.each<[string, AppError, Partial<Situation>, number | undefined]>([
    ['unavailable: jitter alone', unavailable, {}, 250],
    ['once, while another model stands ready', unavailable, { retries: 1 }, undefined],
    ['twice when none does, with more jitter', unavailable, { retries: 1, lastHope: true }, 500],
    ['never a third time', unavailable, { retries: 2, lastHope: true }, undefined],
    ['Retry-After and jitter', limited(1_000), {}, 1_250],
    ['the rest of the key, when it is longer', limited(1_000), { keyWaitMs: 3_000 }, 3_250],
    ['not within the deadline', limited(1_000), { remainingMs: 1_250 }, undefined],
    ['not worth the wait', limited(5_000), {}, undefined],
    ['worth it when there is nobody else', limited(5_000), { lastHope: true }, 5_250],
    ['no credit: never', new AppError('rate-limited', '', { retryable: false }), { lastHope: true }, undefined],
    ['a stall has used its time', stall, {}, undefined],
    ['a stall before a drafter without a model', stall, { lastHope: true }, undefined],
    ['a stall, and nothing else', stall, { lastHope: true, nothingElse: true }, 250],
    ['a stall, once', stall, { lastHope: true, nothingElse: true, retries: 1 }, undefined],
    [
      'an empty answer, and no other model',
      new AppError('unavailable', '', { code: 'llm.empty', retryable: false }),
      { lastHope: true },
      250,
    ],
    ['a wrong key stays wrong', new AppError('auth', ''), { lastHope: true }, undefined],
  ])('%s', (_, error, situation, expected) => {
    expect(retryDelay(error, { ...inTime, ...situation }, half)).toBe(expected);
  });
});
