import type { KnownPerson } from '@draftsmith/contracts';
import { coalesce, type Database, type Orm } from '@draftsmith/database';
import { draftPeople, drafts, erasures } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { and, eq, exists, gt, inArray, lte, or, sql } from 'drizzle-orm';
import { forgetDrafts, STOPPED, type StoppedAs } from './forget.ts';
import { isMarkedBySource } from './forget-source.ts';
import type { PeopleIndex, PersonDigest } from './people-index.ts';

export type NoteAnswer = 'noted' | StoppedAs;

export interface PeopleNotes {
  /**
   * Notes whom a claimed draft is about, so that export and erase find it.
   *
   * @returns `erased` when one of them was erased on request after the draft's message had come, or the draft itself;
   * `removed` when what it is about was taken away in the source system. Either way it ends there.
   * @throws AppError `unavailable`, retryable, when the database does not take it
   */
  note(draftId: string, people: readonly KnownPerson[]): Promise<NoteAnswer>;
}

interface Note {
  draftId: string;
  digests: PersonDigest[];
}

/** Notes that come at the same time share a statement. */
export function createPeopleNotes(
  database: Pick<Database, 'orm'>,
  index: PeopleIndex,
  now: () => Date = () => new Date(),
): PeopleNotes {
  const write = coalesce(
    async (notes: Note[]): Promise<NoteAnswer[]> => {
      const stopped = await noteAll(database.orm, notes, now()).catch(unavailable);
      return notes.map(({ draftId }) => stopped.get(draftId) ?? 'noted');
    },
    { maxBatch: 100 },
  );
  return { note: (draftId, people) => write({ draftId, digests: index.digestsOf(people) }) };
}

/**
 * The order decides: an erasure leaves its mark before it looks for drafts, and a draft is noted before it looks for
 * marks. Whatever their timing, one of the two sees the other.
 */
async function noteAll(orm: Orm, notes: readonly Note[], now: Date): Promise<Map<string, StoppedAs>> {
  await addPeople(
    orm,
    notes.flatMap(({ draftId, digests }) => digests.map((one) => ({ draftId, ...one }))),
  );
  const ofMarked = orm
    .select({ one: sql`1` })
    .from(draftPeople)
    .innerJoin(erasures, eq(erasures.digest, draftPeople.digest))
    .where(and(eq(draftPeople.draftId, drafts.id), lte(drafts.receivedAt, erasures.at), gt(erasures.until, now)));
  const given = notes.map(({ draftId }) => draftId);
  // What was forgotten before keeps its own reason.
  const bySource = sql<boolean>`(${drafts.forgottenWhy} is distinct from 'request'
    and (coalesce(${drafts.forgottenWhy} = 'source', false) or ${isMarkedBySource(now)}))`;
  const stopped = await orm
    .select({ id: drafts.id, bySource })
    .from(drafts)
    .where(and(inArray(drafts.id, given), or(eq(drafts.forgottenWhy, 'request'), exists(ofMarked), bySource)));
  if (stopped.length > 0) await stop(orm, stopped, now);
  return new Map(stopped.map(({ id, bySource }) => [id, STOPPED[bySource ? 'source' : 'request']]));
}

async function stop(orm: Orm, stopped: readonly { id: string; bySource: boolean }[], now: Date): Promise<void> {
  const ids = (bySource: boolean) => stopped.flatMap((one) => (one.bySource === bySource ? one.id : []));
  await orm.transaction(async (tx) => {
    await forgetDrafts(tx, ids(false), { at: now, why: 'request' });
    await forgetDrafts(tx, ids(true), { at: now, why: 'source' });
    await tx.delete(draftPeople).where(
      inArray(
        draftPeople.draftId,
        stopped.map(({ id }) => id),
      ),
    );
  });
}

/** Rows of drafts that are gone meanwhile are left out: they would fail those of all others. */
export async function addPeople(
  orm: Pick<Orm, 'execute'>,
  rows: readonly (PersonDigest & { draftId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await orm.execute(sql`
    insert into ${draftPeople} (draft_id, kind, digest)
    select given."draftId", given.kind, given.digest
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("draftId" uuid, kind text, digest text)
    join ${drafts} on ${drafts.id} = given."draftId"
    on conflict do nothing`);
}

function unavailable(cause: unknown): never {
  throw new AppError('unavailable', 'The database did not take whom the draft is about', {
    code: 'people.database',
    cause,
  });
}
