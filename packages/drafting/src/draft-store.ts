import type { DraftJob } from '@draftsmith/contracts';
import { coalesce, type Database, type Orm, storable } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { AppError, isAppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { and, eq, getTableColumns, isNotNull, or, sql } from 'drizzle-orm';
import { countDrafts, type DraftsMade } from './drafts-made.ts';
import { type DraftAbout, type DraftContent, openContent, sealAbout, sealContent } from './sealed-words.ts';
import { WRITTEN, type WrittenDraft, writtenOf } from './written-draft.ts';

type StoredRow = typeof drafts.$inferInsert;

/** What only the store writes: the words, sealed, and what is counted of them. */
type Derived = 'about' | 'content' | 'claims' | 'supported' | 'forgottenAt' | 'forgottenWhy';

export type DraftRow = Omit<StoredRow, Derived> & Partial<DraftAbout & DraftContent>;

export type Claim =
  /**
   * `id` is the row to work on; an earlier one when its work had failed for good. `written` is the draft that an earlier
   * try had ready for the source system: it may be there already, so it is written again and not anew.
   */
  | { kind: 'claimed'; id: string; written?: WrittenDraft }
  /** `by` has this message, or drafted it. `unfinished`: an earlier try of this job left a row that still needs its end. */
  | { kind: 'taken'; by: string; unfinished: boolean };

/** All throw AppError `unavailable`, retryable, when the database does not take it: a fail-over loses no draft. */
export interface DraftStore {
  /** Takes a message to answer. Of all that try, in every process and ever, one gets it. */
  claim(row: ClaimedRow): Promise<Claim>;
  /**
   * Writes the whole row, new or known.
   *
   * @returns its id: another than the given one when this delivery took over the row of one that had failed.
   */
  save(row: DraftRow): Promise<string>;
  /** How many drafts there are beside this one. */
  made(row: DraftRow, now: Date): Promise<DraftsMade>;
}

type ClaimedRow = DraftRow & { revision: string };

/** Writes that come at the same time share a statement. Words are sealed on the way in. */
export function createDraftStore(database: Database, sealer: Sealer): DraftStore {
  const claim = coalesce(
    (rows: ClaimedRow[]) =>
      database.orm.transaction((tx) => claimAll(tx, sealer, rows.map(storable))).catch(unavailable),
    { maxBatch: 100 },
  );
  const save = coalesce(
    async (rows: DraftRow[]) => {
      const placed = await inTheirPlace(database.orm, rows.map(storable)).catch(unavailable);
      // Only now: what is sealed belongs to the row that it is written to.
      await upsert(database.orm, lastOfEach(placed).map(sealedBy(sealer))).catch(unavailable);
      return placed.map(({ id }) => id);
    },
    { maxBatch: 100 },
  );
  return { claim, save, made: (row, now) => countDrafts(database, row, now).catch(unavailable) };
}

function unavailable(cause: unknown): never {
  throw new AppError('unavailable', 'The database did not take the draft', { code: 'drafts.database', cause });
}

function sealedBy(sealer: Sealer): (row: DraftRow) => StoredRow {
  return ({ subject, customerName, text, citations, check, ...row }) => ({
    ...row,
    about: sealAbout(sealer, row.id, { subject, customerName }),
    content: sealContent(sealer, row.id, { text, citations, check }),
    claims: check?.claims ?? null,
    supported: check?.supported ?? null,
  });
}

async function claimAll(tx: Orm, sealer: Sealer, rows: readonly ClaimedRow[]): Promise<Claim[]> {
  // Every process in the same order: two that want the same messages wait for each other, and never both at once.
  const ordered = [...rows].sort((a, b) => (messageOf(a) < messageOf(b) ? -1 : 1));
  const sealed = ordered.map(sealedBy(sealer));
  const inserted = await tx.insert(drafts).values(sealed).onConflictDoNothing().returning({ id: drafts.id });
  const fresh = new Set(inserted.map(({ id }) => id));
  const claims = new Map<ClaimedRow, Claim>();
  for (const row of ordered)
    claims.set(row, fresh.delete(row.id) ? { kind: 'claimed', id: row.id } : await reclaim(tx, sealer, row));
  return rows.map((row) => claims.get(row) as Claim);
}

/**
 * A try that ends before its claim knows only its own id. When an earlier try of the same job took over another row,
 * that is the row to end: else it would be worked on for ever, and nobody could claim its message again.
 */
async function inTheirPlace(orm: Orm, rows: DraftRow[]): Promise<DraftRow[]> {
  const unclaimed = rows.filter(({ revision }) => !revision);
  if (unclaimed.length === 0) return rows;
  const { id, connector, account, resourceType, resourceId, deliveryId } = drafts;
  const claimed = await orm
    .select({ id, connector, account, resourceType, resourceId, deliveryId })
    .from(drafts)
    .where(and(isNotNull(drafts.revision), or(...unclaimed.map(sameJob))));
  const ids = new Map(claimed.map((row) => [jobOf(row), row.id]));
  return rows.map((row) => (row.revision ? row : { ...row, id: ids.get(jobOf(row)) ?? row.id }));
}

function sameJob({ connector, account, resourceType, resourceId, deliveryId }: DraftJob) {
  return and(
    eq(drafts.connector, connector),
    eq(drafts.account, account),
    eq(drafts.resourceType, resourceType),
    eq(drafts.resourceId, resourceId),
    eq(drafts.deliveryId, deliveryId),
  );
}

function jobOf({ connector, account, resourceType, resourceId, deliveryId }: DraftJob): string {
  return JSON.stringify([connector, account, resourceType, resourceId, deliveryId]);
}

function messageOf({ connector, account, resourceType, resourceId, revision }: ClaimedRow): string {
  return JSON.stringify([connector, account, resourceType, resourceId, revision]);
}

/** The row is there already: this job's own earlier try, a failed one that may be repeated, or somebody else's work. */
async function reclaim(tx: Orm, sealer: Sealer, row: ClaimedRow): Promise<Claim> {
  const known = await tx
    .select({
      id: drafts.id,
      state: drafts.state,
      revision: drafts.revision,
      deliveryId: drafts.deliveryId,
      content: drafts.content,
      ...WRITTEN,
    })
    .from(drafts)
    .where(or(eq(drafts.id, row.id), sameMessage(row)))
    // Of two workers that find the same failed row, the second sees what the first made of it.
    .for('update');
  const own = known.find(({ id }) => id === row.id);
  const other = known.find(({ id }) => id !== row.id);
  const done = [own, other].find((one) => one?.state === 'drafted');
  // Also our own: killed between the receipt and the end of the job, another draft would be paid for nothing.
  if (done) return { kind: 'taken', by: done.id, unfinished: own?.state === 'working' };
  const foreign = other && other.state !== 'failed' && other.deliveryId !== row.deliveryId;
  if (foreign) return { kind: 'taken', by: other.id, unfinished: own?.state === 'working' };
  // A failed row that we go on with replaces our own, which would else be shown as being worked on for ever.
  if (other && own) await tx.delete(drafts).where(eq(drafts.id, own.id));
  const id = other?.id ?? row.id;
  await tx
    .update(drafts)
    // With our delivery in it, the next try of this job knows the row for its own.
    .set({ revision: row.revision, deliveryId: row.deliveryId, state: 'working', outcome: null })
    .where(eq(drafts.id, id));
  const earlier = known.find((one) => one.id === id && one.revision === row.revision);
  const written = earlier && writtenIn(sealer, earlier);
  return { kind: 'claimed', id, ...(written && { written }) };
}

type Known = Omit<WrittenDraft, keyof DraftContent> & Parameters<typeof openContent>[1];

/** Words whose key is gone are written anew; should they be in the source system already, their marker is found there. */
function writtenIn(sealer: Sealer, row: Known): WrittenDraft | undefined {
  try {
    const words = openContent(sealer, row);
    return words.text ? writtenOf({ ...row, ...words }) : undefined;
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

function sameMessage(row: ClaimedRow) {
  return and(
    eq(drafts.connector, row.connector),
    eq(drafts.account, row.account),
    eq(drafts.resourceType, row.resourceType),
    eq(drafts.resourceId, row.resourceId),
    eq(drafts.revision, row.revision),
  );
}

/** One statement must not touch a row twice. */
function lastOfEach(rows: DraftRow[]): DraftRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

async function upsert(orm: Orm, rows: StoredRow[]): Promise<void> {
  await orm.insert(drafts).values(rows).onConflictDoUpdate({ target: drafts.id, set: EXCLUDED });
}

/**
 * A try that fails before it has read the ticket knows none of these. Losing the revision would let another job claim
 * the same message, and leave a second note.
 */
const KEPT = new Set(['revision', 'about', 'url', 'facts', 'askedAt']);

/** What was forgotten stays so: a try that was under way meanwhile brings no words back. */
const FORGETTABLE = new Set(['about', 'content']);
const OF_THE_STORED_ROW = new Set(['id', 'forgottenAt', 'forgottenWhy']);

/** Everything else takes the new row's value. */
const EXCLUDED = Object.fromEntries(
  Object.entries(getTableColumns(drafts))
    .filter(([name]) => !OF_THE_STORED_ROW.has(name))
    .map(([name, { name: column }]) => {
      const given = `excluded."${column}"`;
      const value = KEPT.has(name) ? `coalesce(${given}, drafts."${column}")` : given;
      return [
        name,
        sql.raw(FORGETTABLE.has(name) ? `case when drafts."forgotten_at" is null then ${value} end` : value),
      ];
    }),
);
