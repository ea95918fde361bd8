import { accounting } from './accounting.ts';
import { cutStream, emptyCompletion, malformedChunk, missingSentinel } from './broken-streams.ts';
import type { Fault } from './fault.ts';
import { flappingPrimary } from './flapping.ts';
import { duplicateChunks, errorBody, htmlPage, wrongModel } from './odd-answers.ts';
import { clockSkew, persistentRateLimit, retryAfter } from './rate-limits.ts';
import { contentFilter, contextTooLong, rejectedPrefill } from './refusals.ts';
import { persistentOutage, resetBeforeHeaders, serverErrorOnce } from './server-errors.ts';
import { lateFirstToken, silence, slowHeaders, stall } from './silence.ts';
import { unboundedAnswer } from './unbounded.ts';

/** The sixteen of the published benchmark, in its order, and eight of our own. */
export const FAULTS: readonly Fault[] = [
  retryAfter,
  persistentRateLimit,
  serverErrorOnce,
  persistentOutage,
  resetBeforeHeaders,
  silence,
  lateFirstToken,
  cutStream,
  stall,
  malformedChunk,
  missingSentinel,
  contextTooLong,
  contentFilter,
  rejectedPrefill,
  flappingPrimary,
  accounting,
  slowHeaders,
  htmlPage,
  errorBody,
  emptyCompletion,
  wrongModel,
  duplicateChunks,
  unboundedAnswer,
  clockSkew,
];
