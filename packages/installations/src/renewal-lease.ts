import { randomUUID } from 'node:crypto';
import type { Orm } from '@draftsmith/database';
import { installations } from '@draftsmith/database/schema';
import { and, eq, sql } from 'drizzle-orm';
import { type AccountKey, isOf } from './installations.ts';

export interface Lease {
  release(): Promise<void>;
}

/**
 * The right to renew a token. It is a row and no lock of the database: a lock would have to be held while the source
 * system answers, and the embedded database would stand still for everybody. It ends by itself when its holder was killed.
 *
 * @returns undefined while somebody else has it
 */
export async function leaseRenewal(
  orm: Pick<Orm, 'update'>,
  key: AccountKey,
  leaseMs: number,
): Promise<Lease | undefined> {
  const id = randomUUID();
  // The database's clock, the same for all processes.
  const claimed = await orm
    .update(installations)
    .set({ renewingBy: id, renewingUntil: sql`clock_timestamp() + ${`${leaseMs} milliseconds`}::interval` })
    .where(
      and(
        isOf(key),
        sql`(${installations.renewingUntil} is null or ${installations.renewingUntil} < clock_timestamp())`,
      ),
    )
    .returning({ account: installations.account });
  if (claimed.length === 0) return undefined;
  return {
    async release() {
      await orm
        .update(installations)
        .set({ renewingBy: null, renewingUntil: null })
        .where(and(isOf(key), eq(installations.renewingBy, id)));
    },
  };
}
