import { createHash } from 'node:crypto';
import type { ResourceRef } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { proposalWrites } from '@draftsmith/database/schema';
import { and, eq, ne } from 'drizzle-orm';

export type WriteRow = typeof proposalWrites.$inferSelect;
export type WriteKind = WriteRow['kind'];

export interface Write {
  proposalId: string;
  number: number;
  kind: WriteKind;
  idempotencyKey: string;
  /** The note of an `attach` says that somebody must agree. */
  asksApproval?: boolean;
}

/** What stands in the source system for each version. */
export interface WriteStore {
  of(proposalId: string): Promise<WriteRow[]>;
  /** Before anything is written there, so that it is looked for after a kill. Under another key it is written once more. */
  begin(write: Write): Promise<void>;
  /** Again for the same write it changes nothing, nor does it for one that another key has taken over. */
  done(
    write: Write,
    found: { artefactIds: readonly string[]; url?: string | undefined; state?: 'done' | 'differs' },
  ): Promise<void>;
}

export function createWriteStore(orm: Orm, now: () => Date): WriteStore {
  const { proposalId: of, number: at, kind: as, idempotencyKey: key } = proposalWrites;
  return {
    of: (proposalId) => orm.select().from(proposalWrites).where(eq(of, proposalId)),
    async begin(write) {
      const { idempotencyKey, asksApproval = false } = write;
      const begun = { idempotencyKey, asksApproval, state: 'writing', startedAt: now() } as const;
      await orm
        .insert(proposalWrites)
        .values({ ...write, ...begun })
        .onConflictDoUpdate({ target: [of, at, as], set: begun, setWhere: ne(key, idempotencyKey) });
    },
    async done({ proposalId, number, kind, idempotencyKey }, { artefactIds, url, state = 'done' }) {
      const isIt = and(eq(of, proposalId), eq(at, number), eq(as, kind), eq(key, idempotencyKey));
      await orm.transaction(async (tx) => {
        const [row] = await tx.select().from(proposalWrites).where(isIt).for('update');
        if (row?.state !== 'writing') return;
        // What an earlier key left stands there, too; the newest note comes first.
        const earlier = row.artefactIds.filter((id) => !artefactIds.includes(id));
        await tx
          .update(proposalWrites)
          .set({
            ...{ artefactIds: [...artefactIds, ...earlier], state, ...(url !== undefined && { url }) },
            // The first time counts.
            doneAt: row.doneAt ?? now(),
          })
          .where(isIt);
      });
    },
  };
}

/** The same for each repeat, and for nothing else. */
export function keyOf(
  { connector, account, type, id }: ResourceRef,
  { number, hash }: { number: number; hash: string },
  kind: WriteKind | 'attach-asking',
): string {
  return createHash('sha256')
    .update(JSON.stringify([connector, account, type, id, number, hash, kind]))
    .digest('hex');
}
