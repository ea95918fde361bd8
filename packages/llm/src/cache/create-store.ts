import { type Logger, silentLogger } from '@draftsmith/logger';
import { type Clock, systemClock } from '../clock.ts';
import type { AnswerStore, CacheKey, Found, Made } from './answer-store.ts';
import { createAnswerMemory, idOf, type MemoryOptions } from './memory.ts';
import { type SealedAnswer, seal, unseal } from './sealed-answer.ts';
import { openSharedAnswers, type SharedOptions } from './shared-answers.ts';
import { createSingleFlight } from './single-flight.ts';

export interface AnswerStoreOptions {
  memory: MemoryOptions;
  /** Absent: every process for itself. Redis 6 or later, `redis://...` or `rediss://...`. */
  redis?: Pick<SharedOptions, 'url'> & Partial<SharedOptions>;
  clock?: Clock;
  logger?: Logger;
}

type Landed<T> =
  | { from: 'shared' | 'flight'; answer: SealedAnswer }
  | { from: 'made'; result: T; answer: SealedAnswer | undefined };

/** @throws AppError `invalid` when the address of Redis is none; whether it answers shows later, in the log. */
export function createAnswerStore<T>(options: AnswerStoreOptions): AnswerStore<T> {
  const { clock = systemClock, logger = silentLogger } = options;
  const memory = createAnswerMemory(options.memory, clock);
  const fly = createSingleFlight<Landed<T>>();
  const shared =
    options.redis &&
    openSharedAnswers(
      {
        prefix: 'draftsmith:cache:',
        ttlMs: options.memory.ttlMs,
        commandMs: 100,
        leaseMs: 5_000,
        waitMs: 10_000,
        ...options.redis,
      },
      { clock, logger, epoch: memory.epoch, onPurged: memory.purge, onReconnected: memory.clear },
    );

  async function find(key: CacheKey, make: Make<T>, signal: AbortSignal): Promise<Landed<T>> {
    const claim = await shared?.claim(key, signal);
    if (claim?.kind === 'answer') {
      memory.set(key, claim.answer, claim);
      return { from: claim.waited ? 'flight' : 'shared', answer: claim.answer };
    }
    let answer: SealedAnswer | undefined;
    try {
      signal.throwIfAborted();
      const since = memory.epoch();
      const { result, keep } = await make(signal);
      answer = keep && seal(keep);
      if (answer) memory.set(key, answer, { since });
      return { from: 'made', result, answer };
    } finally {
      claim?.settle(answer);
    }
  }

  function peek(key: CacheKey) {
    const answer = memory.get(key);
    return answer && unseal(answer);
  }

  return {
    peek,
    async through(key, make, signal) {
      const kept = peek(key);
      if (kept) return { from: 'memory', kept };
      const { value, leader } = await fly(idOf(key), (inFlight) => find(key, make, inFlight), signal);
      return toFound(value, leader);
    },
    async purge(account) {
      memory.purge(account);
      await shared?.purge(account);
    },
    async close() {
      await shared?.close();
    },
  };
}

type Make<T> = (signal: AbortSignal) => Promise<Made<T>>;

/** The maker has its result; who joined it has what is kept of that, a copy of their own. */
function toFound<T>(landed: Landed<T>, leader: boolean): Found<T> {
  if (landed.from !== 'made') return { from: landed.from, kept: unseal(landed.answer) };
  if (leader || !landed.answer) return { from: 'made', result: landed.result, leader };
  return { from: 'flight', kept: unseal(landed.answer) };
}
