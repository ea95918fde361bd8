import type { DraftListItem, DraftListPage, DraftState, DraftSummary, Outcome } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { and, count, desc, eq, ilike, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';

export interface DraftFilter {
  state?: 'working' | 'drafted' | 'skipped' | 'failed';
  language?: string;
  /** Part of a subject, customer name or ticket number. */
  q?: string;
  cursor?: string;
  limit: number;
}

type StoredDraft = typeof drafts.$inferSelect;

/** Newest first. The cursor is the last row's place, so that rows which arrive meanwhile neither repeat nor hide others. */
export async function listDrafts({ orm }: Database, filter: DraftFilter): Promise<DraftListPage> {
  const rows = await orm
    .select()
    .from(drafts)
    .where(and(matches(filter), after(filter.cursor)))
    .orderBy(desc(drafts.receivedAt), drafts.id)
    .limit(filter.limit + 1);
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const next = rows.length > filter.limit && last ? `${last.receivedAt.toISOString()}_${last.id}` : null;
  return { items: page.map(toListItem), next };
}

export async function findDraft({ orm }: Database, id: string): Promise<StoredDraft> {
  const [row] = isUuid(id) ? await orm.select().from(drafts).where(eq(drafts.id, id)) : [];
  if (!row) throw new AppError('not-found', 'There is no such draft');
  return row;
}

/** @param waiting jobs that no worker has begun. */
export async function summariseDrafts({ orm }: Database, waiting: number): Promise<DraftSummary> {
  const [states, providers, [totals]] = await Promise.all([
    orm.select({ state: drafts.state, n: count() }).from(drafts).groupBy(drafts.state),
    orm
      .select({
        provider: sql<string>`${drafts.provider}`,
        model: sql<string>`coalesce(${drafts.model}, '')`,
        drafts: count(),
      })
      .from(drafts)
      .where(and(eq(drafts.state, 'drafted'), isNotNull(drafts.provider)))
      .groupBy(drafts.provider, drafts.model)
      .orderBy(desc(count())),
    orm
      .select({
        costUsd: sql<string>`coalesce(sum(${drafts.costUsd}), 0)::text`,
        inputTokens: sql<number>`coalesce(sum(${drafts.inputTokens}), 0)::int`,
        outputTokens: sql<number>`coalesce(sum(${drafts.outputTokens}), 0)::int`,
        medianMs: sql<
          number | null
        >`percentile_cont(0.5) within group (order by extract(epoch from ${drafts.finishedAt} - ${drafts.receivedAt}) * 1000) filter (where ${drafts.state} = 'drafted')`,
      })
      .from(drafts),
  ]);
  const counts: Record<DraftState, number> = { waiting, working: 0, drafted: 0, skipped: 0, failed: 0 };
  for (const { state, n } of states) counts[state] = n;
  const medianMs = totals?.medianMs ?? null;
  return {
    counts,
    providers,
    costUsd: totals?.costUsd ?? '0',
    inputTokens: totals?.inputTokens ?? 0,
    outputTokens: totals?.outputTokens ?? 0,
    medianMs: medianMs === null ? null : Math.round(Number(medianMs)),
  };
}

export function toListItem(row: StoredDraft): DraftListItem {
  return {
    id: row.id,
    connector: row.connector,
    account: row.account,
    resourceId: row.resourceId,
    subject: row.subject,
    customerName: row.customerName,
    language: row.language,
    state: row.state,
    outcome: row.outcome as Outcome | null,
    provider: row.provider,
    model: row.model,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    costUsd: row.costUsd,
    totalMs: row.finishedAt ? row.finishedAt.getTime() - row.receivedAt.getTime() : null,
    cache: row.cache,
    createdAt: row.receivedAt.toISOString(),
  };
}

function matches({ state, language, q }: DraftFilter): SQL | undefined {
  const pattern = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    state && eq(drafts.state, state),
    language ? eq(drafts.language, language) : undefined,
    pattern
      ? or(ilike(drafts.subject, pattern), ilike(drafts.customerName, pattern), eq(drafts.resourceId, q))
      : undefined,
  );
}

/** Anything else in a comparison with an id is an error of the database. */
function isUuid(text: string): boolean {
  return z.guid().safeParse(text).success;
}

function after(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const [stamp = '', id = ''] = cursor.split('_');
  const at = new Date(stamp);
  if (Number.isNaN(at.getTime()) || !isUuid(id))
    throw new AppError('invalid', 'The cursor is not one of ours: reload the list');
  return or(lt(drafts.receivedAt, at), and(eq(drafts.receivedAt, at), sql`${drafts.id} > ${id}`));
}
