import type { Orm } from '@draftsmith/database';
import { draftPeople, erasures } from '@draftsmith/database/schema';
import { type JobResource, removeJobsOf } from '@draftsmith/jobs';
import { sql } from 'drizzle-orm';
import { among } from './among.ts';
import { clearDeliveries } from './deliveries.ts';
import { type FindDeps, findDrafts, readDrafts, resourcesOf } from './find-drafts.ts';
import { forgetDrafts } from './forget.ts';
import { LOOKOUT_MS } from './lookout.ts';
import { addPeople } from './people-notes.ts';
import { type AskedPerson, toKnownPerson } from './person.ts';
import { clearPrompts } from './prompts.ts';
import { type FindsProposals, proposalsOf } from './proposals.ts';
import { type ErasureReport, type Place, reportOn } from './report.ts';

export interface EraseDeps extends FindDeps, FindsProposals {
  /**
   * Empties the caches of all accounts, in every process that can be reached.
   * @returns what could not be reached, as a sentence; undefined when all could
   */
  purgeAnswers: () => Promise<string | undefined>;
  /** Where else words about the person are. Repeatable; the marks stand already, and what comes later finds them. */
  elsewhere?: readonly ((asked: AskedPerson, at: Date) => Promise<unknown>)[];
  /** Puts the erasure on record, within its last transaction. */
  record: (detail: { drafts: number; proposals: number }, within: Pick<Orm, 'insert'>) => Promise<void>;
  now: () => Date;
}

/** Drafts of one transaction: short locks, and a little to repeat when the process is killed. */
const BATCH = 100;

/** What would be erased; changes nothing. @throws AppError `invalid` for a person that nobody could be found by */
export async function findErasable(
  deps: FindDeps & FindsProposals & Pick<EraseDeps, 'now'>,
  asked: AskedPerson,
): Promise<ErasureReport> {
  const found = await findDrafts(deps, toKnownPerson(asked));
  return reportOn(deps.orm, { asked, at: deps.now(), found, proposals: await proposalsOf(deps, asked) });
}

/**
 * Erases a person. Can be killed at any moment and run again: what tells whose a draft was goes last.
 *
 * @returns what was there before, and what became of it
 * @throws AppError `invalid` for a person that nobody could be found by
 */
export async function erase(deps: EraseDeps, asked: AskedPerson): Promise<ErasureReport> {
  const { orm, index } = deps;
  const person = toKnownPerson(asked);
  const digests = index.digestsOf([person]);
  const at = deps.now();
  // Before the search: a draft that is noted too late to be found finds the mark. See people-notes.ts.
  await mark(orm, digests, at);
  const found = await findDrafts(deps, person);
  const ids = [...found.by.keys()];
  // Once its words are gone, nothing else would tell a second run whose this draft was.
  const byWords = ids.filter((id) => found.by.get(id)?.has('words'));
  await addPeople(
    orm,
    byWords.flatMap((draftId) => digests.map((digest) => ({ draftId, ...digest }))),
  );
  const proposals = await proposalsOf(deps, asked);
  const before = await reportOn(orm, { asked, at, found, proposals });
  for (let i = 0; i < ids.length; i += BATCH) await eraseBatch(orm, ids.slice(i, i + BATCH), at);
  await clearDeals(orm, resourcesOf(proposals.found));
  for (const eraseThere of deps.elsewhere ?? []) await eraseThere(asked, at);
  const unreached = await deps.purgeAnswers();
  await orm.transaction(async (tx) => {
    await tx.delete(draftPeople).where(among(draftPeople.draftId, ids));
    await deps.record({ drafts: ids.length, proposals: proposals.found.length }, tx);
  });
  return asDone(before, unreached);
}

async function mark(orm: Orm, digests: readonly { digest: string }[], at: Date): Promise<void> {
  const until = new Date(at.getTime() + LOOKOUT_MS);
  await orm
    .insert(erasures)
    .values(digests.map(({ digest }) => ({ digest, at, until })))
    .onConflictDoUpdate({ target: erasures.digest, set: { at: sql`excluded.at`, until: sql`excluded.until` } });
}

/** Jobs first: what is taken out of the queue cannot begin while the rest goes. */
async function eraseBatch(orm: Orm, ids: readonly string[], at: Date): Promise<void> {
  await orm.transaction(async (tx) => {
    const resources = resourcesOf(await readDrafts(tx, ids));
    await removeJobsOf(tx, 'draft', resources);
    await forgetDrafts(tx, ids, { at, why: 'request' });
    await clearPrompts(tx, ids);
    await clearDeliveries(tx, resources);
  });
}

/** A job that waits to prepare a proposal would write about the person anew. */
async function clearDeals(orm: Orm, deals: readonly JobResource[]): Promise<void> {
  if (deals.length === 0) return;
  await orm.transaction(async (tx) => {
    await removeJobsOf(tx, 'prepare', deals);
    await clearDeliveries(tx, deals);
  });
}

/** What an admin has made with a name in it is theirs to remove. */
const BY_HAND: ReadonlySet<Place> = new Set(['policies', 'users']);

function asDone(before: ErasureReport, unreached: string | undefined): ErasureReport {
  const places = before.places.map((place) => ({
    ...place,
    erased: BY_HAND.has(place.place) ? 0 : (place.found ?? 0),
    ...(place.place === 'answers' && { remark: unreached ?? 'Emptied, for all accounts' }),
  }));
  return { ...before, done: true, places };
}
