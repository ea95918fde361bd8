import type { Orm } from '@draftsmith/database';
import { draftRatings, draftVersions, insertions } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';
import { asc } from 'drizzle-orm';
import { among } from './among.ts';
import type { StoredVersion } from './find-drafts.ts';

export type StoredComment = Pick<typeof draftRatings.$inferSelect, 'draftId' | 'version' | 'agentId' | 'comment'>;

export interface ReadAssist {
  /** Both throw AppError when the key is missing, or the text was damaged. */
  readVersion: (row: StoredVersion) => unknown;
  readComment: (row: StoredComment) => string | null;
}

/** What agents did with one draft beside its ticket. */
export interface ExportedAssist {
  versions: (Omit<typeof draftVersions.$inferSelect, 'draftId' | 'operationId' | 'agentId' | 'content'> & {
    words: unknown;
    wordsRemark: string | null;
  })[];
  ratings: (Pick<typeof draftRatings.$inferSelect, 'version' | 'good' | 'reasons' | 'ratedAt'> & {
    comment: string | null;
  })[];
  insertions: Pick<typeof insertions.$inferSelect, 'version' | 'verdict' | 'at'>[];
}

/** By draft id. Who the agents are is their own data, and is left out. */
export async function assistOf(
  orm: Orm,
  { readVersion, readComment }: ReadAssist,
  draftIds: readonly string[],
): Promise<(draftId: string) => ExportedAssist> {
  const versions = await orm
    .select()
    .from(draftVersions)
    .where(among(draftVersions.draftId, draftIds))
    .orderBy(asc(draftVersions.number));
  const ratings = await orm.select().from(draftRatings).where(among(draftRatings.draftId, draftIds));
  const inserted = await orm.select().from(insertions).where(among(insertions.draftId, draftIds));
  return (draftId) => ({
    versions: versions
      .filter((row) => row.draftId === draftId)
      .map((row) => {
        const { draftId: _, operationId: __, agentId: ___, content: ____, ...figures } = row;
        const { value: words, remark: wordsRemark } = read(() => readVersion(row));
        return { ...figures, words, wordsRemark };
      }),
    ratings: ratings
      .filter((row) => row.draftId === draftId)
      .map(({ version, good, reasons, ratedAt, ...row }) => ({
        ...{ version, good, reasons, ratedAt },
        comment: read(() => readComment({ ...row, version })).value,
      })),
    insertions: inserted
      .filter((row) => row.draftId === draftId)
      .map(({ version, verdict, at }) => ({ version, verdict, at })),
  });
}

/** One text that cannot be opened must not keep back all others. */
function read<Value>(open: () => Value): { value: Value | null; remark: string | null } {
  try {
    return { value: open(), remark: null };
  } catch (error) {
    if (isAppError(error)) return { value: null, remark: error.message };
    throw error;
  }
}
