import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { type JobContext, verdictOn } from './verdict.ts';

const aTry: JobContext = {
  signal: new AbortController().signal,
  enqueuedAt: new Date(0),
  lastTry: false,
  mayWait: true,
};
const full = new AppError('rate-limited', 'full', { retryAfterMs: 7 });

test.each([
  ['whoever is told when to come back comes back then', full, {}, { kind: 'later', afterMs: 7, message: 'full' }],
  ['also after the last try', full, { lastTry: true }, { kind: 'later', afterMs: 7, message: 'full' }],
  ['but not for ever', full, { mayWait: false }, { kind: 'retry', message: 'full' }],
  ['and then it has failed', full, { mayWait: false, lastTry: true }, undefined],
  ['a limit without a time counts', new AppError('rate-limited', 'm'), {}, { kind: 'retry', message: 'm' }],
  [
    'a limit that will not pass is final',
    new AppError('rate-limited', 'm', { retryAfterMs: 7, retryable: false }),
    {},
    undefined,
  ],
  ['an outage counts', new AppError('unavailable', 'm', { retryAfterMs: 7 }), {}, { kind: 'retry', message: 'm' }],
  ['an outage on the last try is final', new AppError('unavailable', 'm'), { lastTry: true }, undefined],
  ['what cannot work is final', new AppError('invalid', 'm'), {}, undefined],
  [
    'what a shutdown cut off is tried again',
    new AppError('invalid', 'm'),
    { signal: AbortSignal.abort() },
    { kind: 'retry', message: 'm' },
  ],
] as const)('%s', (_, error, change, expected) => {
  expect(verdictOn(error, { ...aTry, ...change })).toEqual(expected);
});
