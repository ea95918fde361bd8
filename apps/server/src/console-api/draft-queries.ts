import type { DraftListItem, DraftListPage, DraftState, DraftSummary, Outcome } from '@draftsmith/contracts';
import type { Database, Orm } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { and, count, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { after, cursorOf, isUuid, NEWEST_FIRST, type Place, placeAt } from './cursor.ts';
import { readAbout } from './draft-words.ts';
import { searchDrafts } from './search-drafts.ts';

export interface DraftFilter {
  state?: 'working' | 'drafted' | 'skipped' | 'failed';
  language?: string;
  /** Part of a subject, customer name or ticket number. */
  q?: string;
  cursor?: string;
  limit: number;
}

type StoredDraft = typeof drafts.$inferSelect;

/** Newest first. */
export async function listDrafts({ orm }: Database, sealer: Sealer, filter: DraftFilter): Promise<DraftListPage> {
  const { state, language, q, cursor, limit } = filter;
  const where = and(state && eq(drafts.state, state), language ? eq(drafts.language, language) : undefined);
  const from = cursor ? placeAt(cursor) : undefined;
  const { rows, next } = q
    ? await searchDrafts(orm, sealer, { words: q, where, from, limit })
    : await pageOf(orm, where, from, limit);
  return { items: rows.map((row) => toListItem(sealer, row)), next: next ? cursorOf(next) : null };
}

async function pageOf(orm: Orm, where: SQL | undefined, from: Place | undefined, limit: number) {
  const rows = await orm
    .select()
    .from(drafts)
    .where(and(where, after(from)))
    .orderBy(...NEWEST_FIRST)
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? page.at(-1) : undefined };
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

export function toListItem(sealer: Sealer, row: StoredDraft): DraftListItem {
  const about = readAbout(sealer, row);
  return {
    id: row.id,
    connector: row.connector,
    account: row.account,
    resourceId: row.resourceId,
    subject: about?.subject ?? '',
    customerName: about?.customerName ?? null,
    ...(!about && { unreadable: true }),
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
    statements: row.claims === null || row.supported === null ? null : { supported: row.supported, claims: row.claims },
    createdAt: row.receivedAt.toISOString(),
  };
}
