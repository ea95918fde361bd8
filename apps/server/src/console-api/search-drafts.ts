import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import type { Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import type { Sealer } from '@draftsmith/sealing';
import { and, inArray, type SQL } from 'drizzle-orm';
import { after, NEWEST_FIRST, type Place } from './cursor.ts';
import { readAbout } from './draft-words.ts';

export interface DraftSearch {
  /** Part of a subject or customer name, or a whole ticket number. */
  words: string;
  /** What the database itself can filter by. */
  where: SQL | undefined;
  from: Place | undefined;
  limit: number;
  /** How many a request looks through before it answers with what there is, and where to go on. */
  atMost?: number;
}

/** Subjects and names are opened so many at a time. */
const BATCH = 500;
const AT_MOST = 20_000;

/** @returns `next`: where to go on; the page may be short of its limit, or empty, and still have one */
export async function searchDrafts(
  orm: Orm,
  sealer: Sealer,
  { words, where, from, limit, atMost = AT_MOST }: DraftSearch,
) {
  const matches = matcher(words);
  const found: Place[] = [];
  let [place, seen, ended] = [from, 0, false];
  while (found.length <= limit && seen < atMost && !ended) {
    const batch = await orm
      .select({ id: drafts.id, receivedAt: drafts.receivedAt, resourceId: drafts.resourceId, about: drafts.about })
      .from(drafts)
      .where(and(where, after(place)))
      .orderBy(...NEWEST_FIRST)
      .limit(BATCH);
    for (const row of batch)
      if (matches(row.resourceId, readAbout(sealer, row))) found.push({ receivedAt: row.receivedAt, id: row.id });
    seen += batch.length;
    place = batch.at(-1) ?? place;
    ended = batch.length < BATCH;
    // The embedded database works on this very thread: others get their turn between two batches.
    await turnOfTheEventLoop();
  }
  const page = found.slice(0, limit);
  const next = found.length > limit ? page.at(-1) : ended ? undefined : place;
  return { rows: await wholeRows(orm, page), next };
}

function matcher(words: string) {
  const wanted = comparable(words);
  return (resourceId: string, about: ReturnType<typeof readAbout>) =>
    resourceId === words ||
    comparable(about?.subject ?? '').includes(wanted) ||
    comparable(about?.customerName ?? '').includes(wanted);
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

async function wholeRows(orm: Orm, page: readonly Place[]) {
  if (page.length === 0) return [];
  const ids = page.map(({ id }) => id);
  return orm
    .select()
    .from(drafts)
    .where(inArray(drafts.id, ids))
    .orderBy(...NEWEST_FIRST);
}
