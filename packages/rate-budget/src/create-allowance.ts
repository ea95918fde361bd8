import type { Allowance } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { type Grant, takeCalls } from './rate-windows.ts';

export interface AllowanceOptions {
  orm: Pick<Orm, 'execute'>;
  connector: string;
  account: string;
  now: () => Date;
}

/** A process takes this part of a window at once, so that most calls ask nobody. */
const BLOCKS = 20;

/** A bucket as this process sees it. */
interface Purse {
  left: number;
  endsAt: number;
  /** Nothing is left until then for anybody whose limit is `emptyAt` or less. */
  emptyUntil: number;
  emptyAt: number;
  asking: Promise<void> | undefined;
}

/** What is still in memory after this many buckets is over: each ticket has one. */
const PURSES = 10_000;

/** Calls of one account, counted for all processes together. */
export function createAllowance({ orm, connector, account, now }: AllowanceOptions): Allowance {
  const purses = new Map<string, Purse>();

  function purseOf(bucket: string): Purse {
    const known = purses.get(bucket);
    if (known) return known;
    if (purses.size >= PURSES) dropOver(purses, now().getTime());
    const purse: Purse = { left: 0, endsAt: 0, emptyUntil: 0, emptyAt: 0, asking: undefined };
    purses.set(bucket, purse);
    return purse;
  }

  async function ask(purse: Purse, bucket: string, limit: { calls: number; windowMs: number }): Promise<void> {
    const wanted = Math.max(1, Math.floor(limit.calls / BLOCKS));
    const at = now();
    const taken = await takeCalls(orm, { connector, account, bucket }, limit, wanted, at);
    if ('retryAfterMs' in taken) {
      purse.emptyUntil = at.getTime() + taken.retryAfterMs;
      purse.emptyAt = limit.calls;
    } else fill(purse, taken);
  }

  return {
    async take(bucket, limit, signal) {
      if (limit.calls < 1)
        throw new AppError('invalid', 'A limit of less than one call', { code: 'rate-budget.limit' });
      const purse = purseOf(bucket);
      for (;;) {
        if (signal.aborted) throw new AppError('timeout', 'The request was stopped', { code: 'http.aborted' });
        const at = now().getTime();
        if (purse.left > 0 && at < purse.endsAt) {
          purse.left -= 1;
          return;
        }
        // A limit that grew meanwhile, because an answer told a larger one, is asked for anew.
        if (at < purse.emptyUntil && limit.calls <= purse.emptyAt) throw usedUp(purse.emptyUntil - at);
        // Who comes while somebody asks waits for the same answer.
        purse.asking ??= ask(purse, bucket, limit).finally(() => {
          purse.asking = undefined;
        });
        await purse.asking;
      }
    },
  };
}

function fill(purse: Purse, { calls, endsAt }: Grant): void {
  purse.left = calls;
  purse.endsAt = endsAt;
  purse.emptyUntil = 0;
}

function dropOver(purses: Map<string, Purse>, at: number): void {
  for (const [bucket, purse] of purses) {
    if (!purse.asking && purse.endsAt <= at && purse.emptyUntil <= at) purses.delete(bucket);
  }
}

function usedUp(retryAfterMs: number): AppError {
  return new AppError('rate-limited', 'Our own share of what the source system allows is used up for the moment', {
    code: 'rate-budget.used-up',
    retryAfterMs,
  });
}
