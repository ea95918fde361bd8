import type { Orm } from '@draftsmith/database';
import { attempts, completions, drafts, erasures } from '@draftsmith/database/schema';
import { and, count, eq, exists, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { among } from './among.ts';

const HAS_TEXTS = or(isNotNull(completions.prompt), isNotNull(completions.answer));

/** Prompts and answers, redacted, that are kept for these drafts. */
export async function countPrompts(orm: Orm, draftIds: readonly string[]): Promise<number> {
  const [row] = await orm
    .select({ kept: count() })
    .from(completions)
    .where(and(among(completions.reference, draftIds), HAS_TEXTS));
  return row?.kept ?? 0;
}

/** Forgets them; who was asked, when and for how much stays. */
export async function clearPrompts(orm: Pick<Orm, 'update' | 'select'>, draftIds: readonly string[]): Promise<void> {
  await forget(orm, among(completions.reference, draftIds));
}

/**
 * Those of drafts that were under way when they were erased or taken away: the ledger writes a prompt when its answer is there.
 * Looks at nothing unless somebody was erased within a day.
 *
 * @returns how many there were
 */
export async function clearLatePrompts(orm: Orm): Promise<number> {
  const mark = orm.select({ one: sql`1` }).from(erasures);
  const erased = orm
    .select({ id: sql`${drafts.id}::text` })
    .from(drafts)
    .where(inArray(drafts.forgottenWhy, ['request', 'source']));
  return forget(orm, and(exists(mark), HAS_TEXTS, inArray(completions.reference, erased)));
}

/** A model that declines may quote what it declines. */
async function forget(orm: Pick<Orm, 'update' | 'select'>, which: SQL | undefined): Promise<number> {
  const cleared = await orm
    .update(completions)
    .set({ prompt: null, answer: null, textsUntil: null })
    .where(which)
    .returning({ id: completions.id });
  const ids = cleared.map(({ id }) => id);
  if (ids.length > 0)
    await orm
      .update(attempts)
      .set({ detail: null })
      .where(and(among(attempts.completionId, ids), eq(attempts.outcome, 'refused')));
  return ids.length;
}
