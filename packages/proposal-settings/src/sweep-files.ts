import type { Orm } from '@draftsmith/database';
import { proposalTemplateFiles as files, proposalTemplateRevisions as revisions } from '@draftsmith/database/schema';
import { eq, notExists, or, sql } from 'drizzle-orm';

/**
 * Takes away Word files and logos that no template holds any more. Two accounts may hold the same bytes, so they belong to
 * none and go by nobody's name.
 *
 * @returns how many there were
 */
export async function sweepTemplateFiles(orm: Orm): Promise<number> {
  const holder = orm
    .select({ one: sql`1` })
    .from(revisions)
    .where(or(eq(revisions.document, files.sha256), eq(revisions.logo, files.sha256)));
  const isOrphan = notExists(holder);
  const [orphan] = await orm.select({ sha256: files.sha256 }).from(files).where(isOrphan).limit(1);
  if (!orphan) return 0;
  return orm.transaction(async (tx) => {
    // Whoever is just saving a template with the same bytes has found them there: only once that is done is it to be seen.
    await tx.execute(sql`lock table ${files} in exclusive mode`);
    const gone = await tx.delete(files).where(isOrphan).returning({ sha256: files.sha256 });
    return gone.length;
  });
}
