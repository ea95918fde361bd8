import type { Orm } from '@draftsmith/database';
import { proposalPeople, proposals } from '@draftsmith/database/schema';
import type { PersonDigest } from '@draftsmith/personal-data';
import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Rows of proposals that are gone meanwhile are left out: they would fail those of all others. */
export async function addPeople(
  orm: Pick<Orm, 'execute'>,
  rows: readonly (PersonDigest & { proposalId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await orm.execute(sql`
    insert into ${proposalPeople} (proposal_id, kind, digest)
    select given."proposalId", given.kind, given.digest
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given("proposalId" uuid, kind text, digest text)
    join ${proposals} on ${proposals.id} = given."proposalId"
    on conflict do nothing`);
}

/** The column holds one of these ids; as one parameter, however many they are. */
export function isAmong(column: PgColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
}
