/** Milliseconds, all of them. */
export interface BudgetTiming {
  /** A process that is silent for so long is taken for dead, and what it holds for spent. Renewed three times as often. */
  leaseMs: number;
  /** How often what was spent is written, and what is not needed given back, while calls are made. */
  flushMs: number;
  /** Without a call for so long, a hold keeps nothing unused. With `flushMs` at most a second. */
  idleMs: number;
  /** How long a call waits for room that other processes may give back. */
  waitMs: number;
  /** How often it asks for it. */
  pollMs: number;
  /** How long the store may take for an answer. */
  answerMs: number;
  /** How old what `standing` says may be. */
  staleMs: number;
}

export const USUAL_TIMING: BudgetTiming = {
  leaseMs: 30_000,
  flushMs: 250,
  idleMs: 700,
  waitMs: 2_000,
  pollMs: 100,
  answerMs: 5_000,
  staleMs: 5_000,
};

/** After a failure of the store. */
export const RETRY_MS = 1_000;
