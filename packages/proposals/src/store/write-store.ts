import { createHash } from 'node:crypto';
import type { ResourceRef } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { proposalWrites } from '@draftsmith/database/schema';
import { and, eq } from 'drizzle-orm';

export type WriteRow = typeof proposalWrites.$inferSelect;
export type WriteKind = WriteRow['kind'];

export interface WriteRef {
  proposalId: string;
  number: number;
  kind: WriteKind;
}

/** What stands in the source system for each version. */
export interface WriteStore {
  of(proposalId: string): Promise<WriteRow[]>;
  /** Before anything is written there, so that it is looked for after a kill. */
  begin(write: WriteRef, idempotencyKey: string): Promise<void>;
  /** Again for the same write it changes nothing. */
  done(
    write: WriteRef,
    found: { artefactIds: readonly string[]; url?: string | undefined; state?: 'done' | 'differs' },
  ): Promise<void>;
}

export function createWriteStore(orm: Orm, now: () => Date): WriteStore {
  return {
    of: (proposalId) => orm.select().from(proposalWrites).where(eq(proposalWrites.proposalId, proposalId)),
    async begin(write, idempotencyKey) {
      await orm
        .insert(proposalWrites)
        .values({ ...write, idempotencyKey, state: 'writing', startedAt: now() })
        .onConflictDoNothing();
    },
    async done({ proposalId, number, kind }, { artefactIds, url, state = 'done' }) {
      const { proposalId: of, number: at, kind: as, state: stands } = proposalWrites;
      await orm
        .update(proposalWrites)
        .set({ artefactIds: [...artefactIds], state, doneAt: now(), ...(url !== undefined && { url }) })
        .where(and(eq(of, proposalId), eq(at, number), eq(as, kind), eq(stands, 'writing')));
    },
  };
}

/** The same for each repeat, and for nothing else. */
export function keyOf(
  { connector, account, type, id }: ResourceRef,
  { number, hash }: { number: number; hash: string },
  kind: WriteKind,
): string {
  return createHash('sha256')
    .update(JSON.stringify([connector, account, type, id, number, hash, kind]))
    .digest('hex');
}
