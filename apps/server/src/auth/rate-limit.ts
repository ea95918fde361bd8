import type { Orm } from '@draftsmith/database';
import { rateLimits } from '@draftsmith/database/schema';
import { and, gt, inArray, lte, sql } from 'drizzle-orm';

export interface RateLimit {
  max: number;
  windowMs: number;
}

/** `first`: of all that this window refuses, so that whoever keeps trying is on record once. */
export type Permission = { allowed: true } | { allowed: false; retryAfterMs: number; first: boolean };

/** Attempts in fixed windows, kept in the database: a restart or a second web process does not reset them. */
export interface RateLimiter {
  /** Counts one attempt on each key, in this order, and stops at the first that is used up. */
  take(keys: readonly string[]): Promise<Permission>;
  /** Takes the attempt back, because it was none: only failures shall count. */
  giveBack(keys: readonly string[]): Promise<void>;
}

/** Counting happens in one statement for each key, so attempts in parallel cannot slip through a stale read. */
export function createRateLimiter(orm: Orm, limit: RateLimit, now: () => Date): RateLimiter {
  return {
    async take(keys) {
      for (const key of keys) {
        const at = now();
        const { count, windowEndsAt } = await countAttempt(orm, key, at, new Date(at.getTime() + limit.windowMs));
        if (count === 1) await orm.delete(rateLimits).where(lte(rateLimits.windowEndsAt, at));
        if (count > limit.max)
          return {
            allowed: false,
            retryAfterMs: windowEndsAt.getTime() - at.getTime(),
            first: count === limit.max + 1,
          };
      }
      return { allowed: true };
    },
    async giveBack(keys) {
      await orm
        .update(rateLimits)
        .set({ count: sql`${rateLimits.count} - 1` })
        .where(and(inArray(rateLimits.key, [...keys]), gt(rateLimits.count, 0)));
    },
  };
}

async function countAttempt(orm: Orm, key: string, at: Date, windowEndsAt: Date) {
  const over = sql`${rateLimits.windowEndsAt} <= ${sql.param(at, rateLimits.windowEndsAt)}`;
  const [row] = await orm
    .insert(rateLimits)
    .values({ key, count: 1, windowEndsAt })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${over} then 1 else ${rateLimits.count} + 1 end`,
        windowEndsAt: sql`case when ${over} then ${sql.param(windowEndsAt, rateLimits.windowEndsAt)} else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({ count: rateLimits.count, windowEndsAt: rateLimits.windowEndsAt });
  if (!row) throw new Error('An upsert returned no row');
  return row;
}
