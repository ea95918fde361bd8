import type { Orm } from '@draftsmith/database';
import { assistOperations, draftRatings, draftVersions } from '@draftsmith/database/schema';
import type { Resealed, ResealOptions } from '@draftsmith/drafting';
import { type KeyRing, type Sealer, stalePrefixes } from '@draftsmith/sealing';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { placeOfRequest, placeOfResult } from './operation-words.ts';
import { placeOfComment } from './rating-store.ts';
import { readable } from './readable.ts';
import { placeOfVersion } from './version-words.ts';

/** One sealed text that an older key sealed. */
interface Stale {
  sealed: string;
  place: string;
  /** The row, as long as nobody wrote the text anew. */
  row: SQL | undefined;
}

interface Place {
  table: PgTable;
  /** The name of the column in the schema. */
  name: string;
  column: PgColumn;
  read: (orm: Orm, which: SQL | undefined, limit: number) => Promise<Stale[]>;
}

/** Rows in memory at a time. */
const BATCH = 200;

/** Seals with the current key what agents made beside tickets. Killed anywhere, the next run goes on. */
export async function resealAssist(
  orm: Orm,
  { ring, sealer }: { ring: KeyRing; sealer: Sealer },
  { signal, onProgress }: ResealOptions = {},
): Promise<Resealed> {
  const done: Resealed = { resealed: 0, damaged: 0 };
  for (const place of PLACES) {
    let damaged = 0;
    for (;;) {
      // Those that do not open stay stale, and are read again with the next.
      const limit = BATCH + damaged;
      const rows = await place.read(orm, isStale(place.column, ring), limit);
      let resealed = 0;
      for (const row of rows) {
        if (signal?.aborted) return { ...done, damaged: done.damaged + damaged };
        resealed += (await resealOne(orm, sealer, place, row)) ? 1 : 0;
      }
      damaged = rows.length - resealed;
      done.resealed += resealed;
      if (resealed > 0) onProgress?.(done.resealed);
      if (resealed === 0 && rows.length < limit) break;
    }
    done.damaged += damaged;
  }
  return done;
}

/** @returns false when it does not open; whoever wrote it anew meanwhile has sealed it with the current key. */
async function resealOne(orm: Orm, sealer: Sealer, { table, name, column }: Place, stale: Stale): Promise<boolean> {
  const again = readable(() => sealer.seal(sealer.open(stale.sealed, stale.place), stale.place));
  if (again === undefined) return false;
  await orm
    .update(table)
    .set({ [name]: again })
    .where(and(stale.row, eq(column, stale.sealed)));
  return true;
}

function isStale(column: PgColumn, ring: KeyRing): SQL | undefined {
  return or(...stalePrefixes(ring).map((prefix) => sql`left(${column}, ${prefix.length}::int) = ${prefix}`));
}

const operationPlace = (name: 'request' | 'result', placeOf: (id: string) => string): Place => ({
  ...{ table: assistOperations, name, column: assistOperations[name] },
  async read(orm, which, limit) {
    const { id } = assistOperations;
    const rows = await orm
      .select({ id, sealed: assistOperations[name] })
      .from(assistOperations)
      .where(which)
      .limit(limit);
    return rows.map((row) => ({ sealed: row.sealed ?? '', place: placeOf(row.id), row: eq(id, row.id) }));
  },
});

const PLACES: readonly Place[] = [
  {
    ...{ table: draftVersions, name: 'content', column: draftVersions.content },
    async read(orm, which, limit) {
      const { draftId, operationId, content } = draftVersions;
      const rows = await orm.select({ draftId, operationId, content }).from(draftVersions).where(which).limit(limit);
      return rows.map((row) => ({
        ...{ sealed: row.content, place: placeOfVersion(row), row: eq(operationId, row.operationId) },
      }));
    },
  },
  {
    ...{ table: draftRatings, name: 'comment', column: draftRatings.comment },
    async read(orm, which, limit) {
      const { draftId, version, agentId } = draftRatings;
      const rows = await orm.select().from(draftRatings).where(which).limit(limit);
      return rows.map(({ draftId: id, version: of, agentId: by, comment }) => ({
        sealed: comment ?? '',
        place: placeOfComment({ id, version: of, agentId: by }),
        row: and(eq(draftId, id), eq(version, of), eq(agentId, by)),
      }));
    },
  },
  operationPlace('request', placeOfRequest),
  operationPlace('result', placeOfResult),
];
