import type { Orm } from '@draftsmith/database';
import { proposalOperations, proposals, proposalVersions } from '@draftsmith/database/schema';
import type { Resealed, ResealOptions } from '@draftsmith/drafting';
import { isAppError } from '@draftsmith/errors';
import { type KeyRing, type Sealer, stalePrefixes } from '@draftsmith/sealing';
import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { placeOfDetail, placeOfRequest } from './operation-words.ts';
import { placeOfAbout } from './proposal-row.ts';
import { placeOfVersion } from './version-words.ts';

/** One sealed text that an older key sealed. */
interface Stale {
  sealed: string;
  place: string;
  /** The row, as long as nobody wrote the text anew. */
  row: SQL | undefined;
}

interface Column {
  table: PgTable;
  /** The name of the column in the schema. */
  name: string;
  column: PgColumn;
  read: (orm: Orm, which: SQL | undefined, limit: number) => Promise<Stale[]>;
}

/** Rows in memory at a time: a version holds a whole proposal. */
const BATCH = 50;

/** Seals with the current key what proposals hold. Killed anywhere, the next run goes on. */
export async function resealProposals(
  orm: Orm,
  { ring, sealer }: { ring: KeyRing; sealer: Sealer },
  { signal, onProgress }: ResealOptions = {},
): Promise<Resealed> {
  const done: Resealed = { resealed: 0, damaged: 0 };
  for (const column of COLUMNS) {
    let damaged = 0;
    for (;;) {
      // Those that do not open stay stale, and are read again with the next.
      const limit = BATCH + damaged;
      const rows = await column.read(orm, isStale(column.column, ring), limit);
      let resealed = 0;
      for (const row of rows) {
        if (signal?.aborted) return { ...done, damaged: done.damaged + damaged };
        resealed += (await resealOne(orm, sealer, column, row)) ? 1 : 0;
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
async function resealOne(orm: Orm, sealer: Sealer, { table, name, column }: Column, stale: Stale): Promise<boolean> {
  const again = reopened(sealer, stale);
  if (again === undefined) return false;
  await orm
    .update(table)
    .set({ [name]: again })
    .where(and(stale.row, eq(column, stale.sealed)));
  return true;
}

function reopened(sealer: Sealer, { sealed, place }: Stale): string | undefined {
  try {
    return sealer.seal(sealer.open(sealed, place), place);
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

function isStale(column: PgColumn, ring: KeyRing): SQL | undefined {
  return or(...stalePrefixes(ring).map((prefix) => sql`left(${column}, ${prefix.length}::int) = ${prefix}`));
}

const ofRow = <Name extends 'about' | 'request' | 'detail'>(
  table: typeof proposals | typeof proposalOperations,
  [name, column]: [Name, PgColumn],
  placeOf: (id: string) => string,
): Column => ({
  ...{ table, name, column },
  async read(orm, which, limit) {
    const rows = await orm.select({ id: table.id, sealed: column }).from(table).where(which).limit(limit);
    return rows.map(({ id, sealed }) => ({ sealed: String(sealed), place: placeOf(id), row: eq(table.id, id) }));
  },
});

const COLUMNS: readonly Column[] = [
  {
    ...{ table: proposalVersions, name: 'content', column: proposalVersions.content },
    async read(orm, which, limit) {
      const { proposalId, operationId, content } = proposalVersions;
      const rows = await orm
        .select({ proposalId, operationId, content })
        .from(proposalVersions)
        .where(which)
        .limit(limit);
      return rows.map((row) => ({
        ...{ sealed: row.content ?? '', place: placeOfVersion(row), row: eq(operationId, row.operationId) },
      }));
    },
  },
  ofRow(proposals, ['about', proposals.about], placeOfAbout),
  ofRow(proposalOperations, ['request', proposalOperations.request], placeOfRequest),
  ofRow(proposalOperations, ['detail', proposalOperations.detail], placeOfDetail),
];
