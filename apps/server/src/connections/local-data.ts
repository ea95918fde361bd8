import type { Orm } from '@draftsmith/database';
import * as schema from '@draftsmith/database/schema';
import { type AccountKey, type SecretPort, secretNames } from '@draftsmith/installations';
import { removeJobsOfAccount } from '@draftsmith/jobs';
import { forgetLibrary } from '@draftsmith/library';
import { removeMarksOf } from '@draftsmith/personal-data';
import { sweepTemplateFiles } from '@draftsmith/proposal-settings';
import { and, eq, getTableColumns, getTableName, is, type SQL } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';

/**
 * Every table whose rows belong to an account, found by its columns: a table that is added tomorrow is emptied as well.
 * What hangs on such a row by a foreign key goes with it.
 */
export function accountTables(): { table: PgTable; name: string; isOf: (key: AccountKey) => SQL | undefined }[] {
  const tables = Object.values(schema).filter((one) => is(one, PgTable)) as PgTable[];
  return tables.flatMap((table) => {
    const { connector, account } = getTableColumns(table) as Record<string, never>;
    if (!connector || !account) return [];
    const isOf = (key: AccountKey) => and(eq(connector, key.connector), eq(account, key.account));
    return [{ table, name: getTableName(table), isOf }];
  });
}

/** What points at others goes before them, so that a key without a cascade holds up nothing. */
function inOrder<T extends { table: PgTable }>(tables: readonly T[]): T[] {
  const pointsAt = (table: PgTable) => getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
  const depth = (table: PgTable): number =>
    1 +
    Math.max(
      0,
      ...pointsAt(table)
        .filter((other) => other !== table)
        .map(depth),
    );
  return tables.toSorted((a, b) => depth(b.table) - depth(a.table));
}

export interface LocalRemoval {
  /** Rows by table, where there were any. */
  rows: Record<string, number>;
  jobs: number;
}

/** Everything that we hold of an account, all of it or nothing; the record of admin acts stays. */
export async function removeLocalData(orm: Orm, secrets: SecretPort, key: AccountKey): Promise<LocalRemoval> {
  // Its words and frequencies hang on numbers of their own.
  await forgetLibrary(orm, key);
  const removed = await orm.transaction((tx) => removeRows(tx, key, accountTables()));
  await sweepTemplateFiles(orm);
  for (const name of Object.values(secretNames(key))) await secrets.delete(name);
  return removed;
}

/** Where somebody who connects an account anew begins. */
const CONNECTING = ['installations', 'consent_requests'];

/**
 * What was written of an account after it was taken away, by a draft that was under way say. It may be connected anew at
 * this very moment, and that is left alone.
 */
export async function removeLeftovers(orm: Orm, key: AccountKey): Promise<LocalRemoval> {
  await forgetLibrary(orm, key);
  const tables = accountTables().filter(({ name }) => !CONNECTING.includes(name));
  const removed = await orm.transaction((tx) => removeRows(tx, key, tables));
  await sweepTemplateFiles(orm);
  return removed;
}

async function removeRows(
  tx: Pick<Orm, 'delete' | 'execute'>,
  key: AccountKey,
  tables: ReturnType<typeof accountTables>,
): Promise<LocalRemoval> {
  const rows: Record<string, number> = {};
  for (const { table, name, isOf } of inOrder(tables)) {
    const gone = await tx.delete(table).where(isOf(key)).returning();
    if (gone.length > 0) rows[name] = gone.length;
  }
  await removeMarksOf(tx, key);
  return { rows, jobs: await removeJobsOfAccount(tx, key) };
}
