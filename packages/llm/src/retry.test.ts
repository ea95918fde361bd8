import { AppError } from '@draftsmith/errors';
import { describe, expect, it } from 'vitest';
import { retryDelay } from './retry.ts';

const half = () => 0.5;

describe('retryDelay', () => {
  it.each<[string, AppError, number, number | undefined]>([
    ['unavailable: jitter alone', new AppError('unavailable', ''), 10_000, 250],
    ['Retry-After and jitter', new AppError('rate-limited', '', { retryAfterMs: 1_000 }), 10_000, 1_250],
    ['not within the deadline', new AppError('rate-limited', '', { retryAfterMs: 1_000 }), 1_250, undefined],
    ['not worth the wait', new AppError('rate-limited', '', { retryAfterMs: 5_000 }), 60_000, undefined],
    ['no credit: never', new AppError('rate-limited', '', { retryable: false }), 10_000, undefined],
    ['a timeout has used its time', new AppError('timeout', ''), 10_000, undefined],
    ['a wrong key stays wrong', new AppError('auth', ''), 10_000, undefined],
  ])('%s', (_, error, remaining, expected) => {
    expect(retryDelay(error, remaining, half)).toBe(expected);
  });
});
