import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import type { Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { isAppError } from '@draftsmith/errors';
import { type KeyRing, type Sealer, stalePrefixes } from '@draftsmith/sealing';
import { and, eq, gt, or, sql } from 'drizzle-orm';
import { placeOf } from './sealed-words.ts';

export interface ResealOptions {
  /** Ends it between two drafts; what is done stays done. */
  signal?: AbortSignal;
  /** How many are sealed again so far. */
  onProgress?: (resealed: number) => void;
}

export interface Resealed {
  resealed: number;
  /** Changed by somebody else than us: they open no more, and stay as they are. */
  damaged: number;
}

type Row = Pick<typeof drafts.$inferSelect, 'id' | 'about' | 'content'>;

/** Rows in memory at a time. */
const BATCH = 200;

/**
 * Seals with the current key whatever an older one sealed, or nobody. Each draft is a write of its own: killed anywhere,
 * the next run goes on, and runs at the same time do each other's work. A draft that is being written meanwhile keeps
 * what its writer gives it.
 */
export async function resealDrafts(
  orm: Orm,
  { ring, sealer }: { ring: KeyRing; sealer: Sealer },
  { signal, onProgress }: ResealOptions = {},
): Promise<Resealed> {
  let resealed = 0;
  for (;;) {
    // Of one pass. Who is overtaken by a writer with an older key is found by the next.
    const before = resealed;
    let damaged = 0;
    for await (const row of staleDrafts(orm, ring)) {
      if (signal?.aborted) return { resealed, damaged };
      const again = resealedRow(sealer, row);
      if (!again) damaged += 1;
      else if (await replaced(orm, row, again)) {
        resealed += 1;
        onProgress?.(resealed);
      }
      // The embedded database works on this very thread: whoever waits for it gets a turn.
      await turnOfTheEventLoop();
    }
    if (resealed === before) return { resealed, damaged };
  }
}

async function* staleDrafts(orm: Orm, ring: KeyRing): AsyncGenerator<Row> {
  const stale = stalePrefixes(ring);
  const isStale = (column: typeof drafts.about | typeof drafts.content) =>
    or(...stale.map((prefix) => sql`left(${column}, ${prefix.length}::int) = ${prefix}`));
  let last: string | undefined;
  do {
    const batch: Row[] = await orm
      .select({ id: drafts.id, about: drafts.about, content: drafts.content })
      .from(drafts)
      .where(and(or(isStale(drafts.about), isStale(drafts.content)), last ? gt(drafts.id, last) : undefined))
      .orderBy(drafts.id)
      .limit(BATCH);
    yield* batch;
    last = batch.length < BATCH ? undefined : batch.at(-1)?.id;
  } while (last);
}

/** @returns undefined when it does not open */
function resealedRow(sealer: Sealer, { id, about, content }: Row): Omit<Row, 'id'> | undefined {
  const again = (column: 'about' | 'content', sealed: string | null) => {
    if (sealed === null || sealer.isCurrent(sealed)) return sealed;
    return sealer.seal(sealer.open(sealed, placeOf(column, id)), placeOf(column, id));
  };
  try {
    return { about: again('about', about), content: again('content', content) };
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

/** @returns false when somebody wrote or forgot it meanwhile */
async function replaced(orm: Orm, { id, about, content }: Row, again: Omit<Row, 'id'>): Promise<boolean> {
  const unchanged = and(
    sql`${drafts.about} is not distinct from ${about}`,
    sql`${drafts.content} is not distinct from ${content}`,
  );
  const written = await orm
    .update(drafts)
    .set(again)
    .where(and(eq(drafts.id, id), unchanged))
    .returning({ id: drafts.id });
  return written.length > 0;
}
