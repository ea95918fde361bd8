import type { Orm } from '@draftsmith/database';
import {
  assistOperations,
  draftRatings,
  drafts,
  draftVersions,
  proposalOperations,
  proposals,
  proposalVersions,
  secrets,
} from '@draftsmith/database/schema';
import { type AnyColumn, sql } from 'drizzle-orm';

/** Under this name: what no key has sealed yet. */
export const UNSEALED = 'plain';

/** How many drafts, proposals and secrets each key is needed for, by its id. Looks at every row. */
export async function countByKey(orm: Orm): Promise<Map<string, number>> {
  const { rows } = (await orm.execute(sql`
    select key, count(distinct place)::int as n from (
      select ${keyOf(drafts.about)} as key, ${drafts.id}::text as place from ${drafts} where ${drafts.about} is not null
      union all
      select ${keyOf(drafts.content)}, ${drafts.id}::text from ${drafts} where ${drafts.content} is not null
      union all
      select ${keyOf(draftVersions.content)}, ${draftVersions.draftId}::text from ${draftVersions}
      union all
      select ${keyOf(draftRatings.comment)}, ${draftRatings.draftId}::text from ${draftRatings}
        where ${draftRatings.comment} is not null
      union all
      select ${keyOf(assistOperations.request)}, ${assistOperations.id}::text from ${assistOperations}
      union all
      select ${keyOf(proposals.about)}, ${proposals.id}::text from ${proposals} where ${proposals.about} is not null
      union all
      select ${keyOf(proposalVersions.content)}, ${proposalVersions.proposalId}::text from ${proposalVersions}
        where ${proposalVersions.content} is not null
      union all
      select ${keyOf(proposalOperations.request)}, ${proposalOperations.proposalId}::text from ${proposalOperations}
      union all
      select ${keyOf(proposalOperations.detail)}, ${proposalOperations.proposalId}::text from ${proposalOperations}
        where ${proposalOperations.detail} is not null
      union all
      select ${keyOf(secrets.sealed)}, ${secrets.name} from ${secrets}
    ) as sealed group by key`)) as unknown as { rows: { key: string; n: number }[] };
  return new Map(rows.map(({ key, n }) => [key, n]));
}

/** Of a long text only the beginning is read. */
function keyOf(column: AnyColumn) {
  return sql`case when left(${column}, 6) = 'plain.' then ${UNSEALED} else split_part(left(${column}, 32), '.', 2) end`;
}
