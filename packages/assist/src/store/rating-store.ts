import { randomUUID } from 'node:crypto';
import type { AssistRating, InsertCheck, RatingReason } from '@draftsmith/contracts';
import { type Orm, storable } from '@draftsmith/database';
import { draftRatings, insertions } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { and, eq } from 'drizzle-orm';
import type { VersionRef } from '../request.ts';
import { readable } from './readable.ts';

type Rater = VersionRef & { agentId: string };

export const placeOfComment = ({ id, version, agentId }: Rater) => `draft_ratings.comment/${id}/${version}/${agentId}`;

type Row = typeof draftRatings.$inferSelect;

export interface RatingStore {
  /** The last word of an agent on a version counts. */
  rate(rater: Rater, rating: AssistRating): Promise<void>;
  /** An agent's own ratings of a draft, by version. */
  of(draftId: string, agentId: string): Promise<Map<number, AssistRating>>;
  inserted(inserter: Rater, verdict: InsertCheck['verdict']): Promise<void>;
}

export function createRatingStore(orm: Orm, sealer: Sealer, now: () => Date): RatingStore {
  return {
    async rate(rater, { good, reasons, comment }) {
      const { id: draftId, version, agentId } = rater;
      const set = {
        ...{ good, reasons: [...reasons], ratedAt: now() },
        comment: comment === undefined ? null : sealer.seal(storable(comment), placeOfComment(rater)),
      };
      const { draftId: on, version: of, agentId: by } = draftRatings;
      await orm
        .insert(draftRatings)
        .values({ draftId, version, agentId, ...set })
        .onConflictDoUpdate({ target: [on, of, by], set });
    },
    async of(draftId, agentId) {
      const rows = await orm
        .select()
        .from(draftRatings)
        .where(and(eq(draftRatings.draftId, draftId), eq(draftRatings.agentId, agentId)));
      return new Map(rows.map((row) => [row.version, ratingOf(sealer, row)]));
    },
    async inserted({ id: draftId, version, agentId }, verdict) {
      await orm.insert(insertions).values({ id: randomUUID(), draftId, version, agentId, verdict, at: now() });
    },
  };
}

function ratingOf(sealer: Sealer, row: Row): AssistRating {
  const comment = readable(() => openComment(sealer, row));
  return { good: row.good, reasons: row.reasons as RatingReason[], ...(comment && { comment }) };
}

/** @throws AppError `invalid` of the sealer: `sealing.key-missing`, `sealing.damaged` */
export function openComment(
  sealer: Sealer,
  { draftId: id, version, agentId, comment }: Pick<Row, 'draftId' | 'version' | 'agentId' | 'comment'>,
): string | null {
  return comment === null ? null : sealer.open(comment, placeOfComment({ id, version, agentId }));
}
