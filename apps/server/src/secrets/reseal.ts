import { resealAssist } from '@draftsmith/assist';
import type { Orm } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import { type Resealed, type ResealOptions, resealDrafts } from '@draftsmith/drafting';
import { isAppError } from '@draftsmith/errors';
import { resealProposals } from '@draftsmith/proposals';
import { and, eq } from 'drizzle-orm';
import type { Sealing } from './open-sealing.ts';
import { placeOf } from './secret-store.ts';

/** Sealed last of all: while it is current, everything is. */
const MARK = 'sealed-throughout';

/** A look at one row, so that a start need not look at all of them. */
export async function isResealed(orm: Orm, { sealer }: Sealing): Promise<boolean> {
  const [mark] = await orm.select().from(secrets).where(eq(secrets.name, MARK));
  return mark !== undefined && sealer.isCurrent(mark.sealed);
}

/** Whatever rests sealed but for secrets, in this order. */
const WORDS = [resealDrafts, resealAssist, resealProposals];

/**
 * Seals with the current key whatever an older one sealed, or nobody: drafts, what agents made of them, proposals, then
 * secrets. Killed anywhere, the next run goes on.
 */
export async function resealAll(orm: Orm, sealing: Sealing, options: ResealOptions = {}): Promise<Resealed> {
  const { sealer, secrets: store, keys } = sealing;
  const { onProgress } = options;
  const words: Resealed = { resealed: 0, damaged: 0 };
  for (const reseal of WORDS) {
    const before = words.resealed;
    const progress = onProgress && { onProgress: (more: number) => onProgress(before + more) };
    const done = await reseal(orm, { ring: keys.ring, sealer }, { ...options, ...progress });
    words.resealed += done.resealed;
    words.damaged += done.damaged;
  }
  if (options.signal?.aborted) return words;
  const stale = (await orm.select().from(secrets)).filter(({ sealed }) => !sealer.isCurrent(sealed));
  const done = await Promise.all(stale.map((row) => resealSecret(orm, sealing, row)));
  await store.put(MARK, 'all');
  return {
    resealed: words.resealed + done.filter((one) => one === 'resealed').length,
    damaged: words.damaged + done.filter((one) => one === 'damaged').length,
  };
}

/** Whoever wrote a secret meanwhile has sealed it with the current key. */
async function resealSecret(
  orm: Orm,
  { sealer }: Sealing,
  { name, sealed }: typeof secrets.$inferSelect,
): Promise<'resealed' | 'damaged' | 'overtaken'> {
  try {
    const again = sealer.seal(sealer.open(sealed, placeOf(name)), placeOf(name));
    const written = await orm
      .update(secrets)
      .set({ sealed: again })
      .where(and(eq(secrets.name, name), eq(secrets.sealed, sealed)))
      .returning({ name: secrets.name });
    return written.length > 0 ? 'resealed' : 'overtaken';
  } catch (error) {
    if (isAppError(error)) return 'damaged';
    throw error;
  }
}
