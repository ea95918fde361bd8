import type { Orm } from '@draftsmith/database';
import type { Logger } from '@draftsmith/logger';
import { sweepRateWindows } from '@draftsmith/rate-budget';

/** Milliseconds: each ticket that got a note leaves a row. */
const SWEEP_EVERY = 60 * 60_000;

/** Takes windows away that are over. Returns how to stop. */
export function watchRateWindows(orm: Orm, logger: Logger): () => void {
  const sweep = () =>
    sweepRateWindows(orm, new Date()).catch((error) => logger.warn('Counts of calls could not be swept', { error }));
  void sweep();
  const timer = setInterval(sweep, SWEEP_EVERY);
  return () => clearInterval(timer);
}
