import { proposals, proposalWrites } from '@draftsmith/database/schema';
import type { AskedPerson, FoundProposals } from '@draftsmith/personal-data';
import { type FindDeps, findProposals } from '@draftsmith/proposals';
import { asc, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Proposals about somebody by their identifiers, and what was made of them in the source system; opens nothing for long. */
export async function reportProposals(deps: FindDeps, asked: AskedPerson): Promise<FoundProposals> {
  const { by, unreadable } = await findProposals(deps, asked);
  const ids = [...by.keys()];
  const rows = await deps.orm.select().from(proposals).where(among(proposals.id, ids)).orderBy(asc(proposals.askedAt));
  const writes = await deps.orm
    .select()
    .from(proposalWrites)
    .where(among(proposalWrites.proposalId, ids))
    .orderBy(asc(proposalWrites.startedAt));
  const writesOf = Map.groupBy(writes, ({ proposalId }) => proposalId);
  const found = rows.map(({ id, connector, account, resourceType, resourceId, askedAt, url }) => ({
    ...{ id, connector, account, resourceType, resourceId, url, askedAt: askedAt.toISOString() },
    foundBy: [...(by.get(id) ?? [])].sort(),
    written: (writesOf.get(id) ?? []).map(({ kind, artefactIds, url: at }) => ({ kind, artefactIds, url: at })),
  }));
  return { found, unreadable };
}

/** As one parameter: a name may match more than a statement takes. */
function among(column: PgColumn, ids: readonly string[]) {
  return sql`${column} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
}
