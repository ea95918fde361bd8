import type { ResourceRef } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { and, desc, eq } from 'drizzle-orm';

export type DraftRow = typeof drafts.$inferSelect;

/** A ticket with more deliveries than these since its last draft has other troubles. */
const MOST = 50;

/** What became of a ticket's messages, the newest first. Deliveries of a message that had its draft already are left out. */
export async function draftsOf(orm: Orm, resource: ResourceRef): Promise<DraftRow[]> {
  const rows = await orm
    .select()
    .from(drafts)
    .where(isOn(resource))
    .orderBy(desc(drafts.receivedAt), desc(drafts.id))
    .limit(MOST);
  return rows.filter(({ outcome }) => outcome?.kind !== 'skipped' || outcome.reason !== 'already-drafted');
}

export function isOn({ connector, account, type, id }: ResourceRef) {
  return and(
    eq(drafts.connector, connector),
    eq(drafts.account, account),
    eq(drafts.resourceType, type),
    eq(drafts.resourceId, id),
  );
}
