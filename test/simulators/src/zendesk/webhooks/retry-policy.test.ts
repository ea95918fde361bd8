import { describe, expect, it } from 'vitest';
import { judgeAttempt, parseRetryAfter } from './retry-policy.ts';

const answered = (status: number, retryAfterSeconds?: number) =>
  ({ kind: 'answered', status, retryAfterSeconds }) as const;

describe('retry policy', () => {
  it('retries no status but 409, 429 and 503, and those at most three times', () => {
    for (let status = 100; status <= 599; status += 1) {
      for (let retries = 0; retries <= 6; retries += 1) {
        const verdict = judgeAttempt(answered(status, 1), retries);
        const isRetried = typeof verdict === 'object';
        expect(isRetried).toBe([409, 429, 503].includes(status) && retries < 3);
        if (!isRetried) expect(verdict).toBe(status >= 200 && status < 300 ? 'delivered' : 'lost');
      }
    }
  });

  it('honours Retry-After under a minute only, and needs one for 429 and 503', () => {
    for (const status of [429, 503]) {
      expect(judgeAttempt(answered(status, 59), 0)).toEqual({ retryAfterSeconds: 59 });
      expect(judgeAttempt(answered(status, 60), 0)).toBe('lost');
      expect(judgeAttempt(answered(status), 0)).toBe('lost');
    }
    expect(judgeAttempt(answered(409), 0)).toEqual({ retryAfterSeconds: undefined });
  });

  it('retries a time-out five times and a refused connection never', () => {
    expect(judgeAttempt({ kind: 'timeout' }, 4)).toEqual({ retryAfterSeconds: undefined });
    expect(judgeAttempt({ kind: 'timeout' }, 5)).toBe('lost');
    expect(judgeAttempt({ kind: 'unreachable' }, 0)).toBe('lost');
  });

  it('reads Retry-After in seconds only', () => {
    expect(parseRetryAfter('12')).toBe(12);
    for (const header of [undefined, '', '-1', 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      expect(parseRetryAfter(header)).toBeUndefined();
    }
  });
});
