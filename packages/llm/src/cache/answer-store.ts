import type { Completion } from '../contract/completion.ts';

/** What is kept of an answer; id, cost and times belong to each completion. */
export type KeptAnswer = Pick<Completion, 'text' | 'data' | 'provider' | 'model' | 'usedSourceIds'>;

export interface CacheKey {
  /** Part of the digest as well; beside it for purging. */
  account: string;
  /** Of the redacted, normalised request, the account and the routes' policy; base64url. */
  digest: string;
}

/** What `make` returns: its result for whoever waits, and what of it may be kept for later; undefined for nothing. */
export interface Made<T> {
  result: T;
  keep?: KeptAnswer;
}

export type Found<T> =
  /** From the memory of this process or the store that processes share. */
  | { from: 'memory' | 'shared'; kept: KeptAnswer }
  /** Somebody else here or in another process made it at the same time. */
  | { from: 'flight'; kept: KeptAnswer }
  /** The caller's own `make` ran, or that of an identical caller which had nothing to keep. */
  | { from: 'made'; result: T; leader: boolean };

/** Exact answers, and one maker for identical questions at the same time. Its own trouble makes it slower, never wrong. */
export interface AnswerStore<T> {
  /** At once when this process has it: a hit must cost no turn of the event loop. */
  peek(key: CacheKey): KeptAnswer | undefined;
  /**
   * @param make aborted when nobody waits for it any more
   * @throws AppError `llm.cancelled` when the caller's signal aborts, else whatever `make` throws
   */
  through(key: CacheKey, make: (signal: AbortSignal) => Promise<Made<T>>, signal?: AbortSignal): Promise<Found<T>>;
  /**
   * Forgets what is kept of an account, in every process. What is being made meanwhile reaches who waits for it, and is
   * not kept.
   * @throws AppError `unavailable` with code `llm.purge-owed` when the shared store does not answer: then this process
   *   has forgotten, and purges the rest as soon as it answers
   */
  purge(account: string): Promise<void>;
  /** Lets what is on its way to the shared store arrive, and lets the process end; later calls go on without it. */
  close(): Promise<void>;
}
