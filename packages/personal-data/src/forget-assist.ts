import { assistOperations, draftRatings, drafts, draftVersions } from '@draftsmith/database/schema';
import { sql } from 'drizzle-orm';
import { among } from './among.ts';
import type { Writer } from './forget.ts';

/**
 * Takes away what agents made of these drafts beside their tickets, what they asked about those tickets, and what they
 * wrote of the drafts; ratings themselves stay. After the drafts: whoever adds a version meanwhile holds the draft, so
 * either it is here to be taken, or it finds the draft forgotten.
 */
export async function forgetAssist(tx: Writer, draftIds: readonly string[]): Promise<void> {
  await tx.delete(draftVersions).where(among(draftVersions.draftId, draftIds));
  await tx.update(draftRatings).set({ comment: null }).where(among(draftRatings.draftId, draftIds));
  const { connector, account, resourceType, resourceId } = assistOperations;
  await tx.delete(assistOperations).where(
    sql`(${connector}, ${account}, ${resourceType}, ${resourceId}) in (
      select ${drafts.connector}, ${drafts.account}, ${drafts.resourceType}, ${drafts.resourceId}
      from ${drafts} where ${among(drafts.id, draftIds)})`,
  );
}
