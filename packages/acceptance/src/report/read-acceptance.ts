import type { AcceptanceBy, AcceptanceFigures, AcceptanceReport, AcceptanceRow, EditKind } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { acceptances, draftRatings, drafts } from '@draftsmith/database/schema';
import { count, desc, eq, gte, type SQL, sql } from 'drizzle-orm';

export const ACCEPTANCE_BY = ['brand', 'topic', 'language', 'model'] as const satisfies readonly AcceptanceBy[];

export interface AcceptanceQuestion {
  by: AcceptanceBy;
  /** Drafts whose fate became known in this many days. */
  days: number;
  now: Date;
}

/** Rows that somebody reads; the largest come first. */
const MOST_ROWS = 50;
const DAY_MS = 24 * 60 * 60_000;

/** What stands for nothing known: a ticket without a brand, a tag. */
export const UNKNOWN = '';

/** A ticket counts with each of its tags: they are what the source system calls its topics. */
const KEYS: Record<AcceptanceBy, SQL<string>> = {
  brand: sql`coalesce(${drafts.facts} ->> 'brand', ${UNKNOWN})`,
  topic: sql`coalesce(topic.name, ${UNKNOWN})`,
  language: sql`coalesce(${drafts.language}, ${UNKNOWN})`,
  model: sql`coalesce(${drafts.provider} || '/' || ${drafts.model}, ${UNKNOWN})`,
};
const TOPICS = sql`jsonb_array_elements_text(coalesce(${drafts.facts} -> 'tags', '[]'::jsonb)) as topic(name)`;

/** Names are keys here; whoever knows better puts others in their place. */
export async function readAcceptance(orm: Orm, { by, days, now }: AcceptanceQuestion): Promise<AcceptanceReport> {
  const since = new Date(now.getTime() - days * DAY_MS);
  const [total, rows, edits, ratings] = await Promise.all([
    readTotal(orm, since),
    readRows(orm, by, since),
    readEdits(orm, since),
    readRatings(orm, since),
  ]);
  return { by, days, total, rows, edits, ratings };
}

const verdicts = (...which: string[]) =>
  sql<number>`(count(*) filter (where ${acceptances.verdict} in (${sql.join(
    which.map((verdict) => sql`${verdict}`),
    sql`, `,
  )})))::int`;

const FIGURES = {
  drafts: sql<number>`count(*)::int`,
  asIs: verdicts('as-is'),
  edited: verdicts('edited'),
  ignored: verdicts('ignored'),
  other: verdicts('no-reply', 'superseded'),
  kept: sql<number | null>`avg(${acceptances.kept}) filter (where ${acceptances.verdict} in ('as-is', 'edited'))`,
  replyMs: sql<number | null>`percentile_cont(0.5) within group (
    order by extract(epoch from ${acceptances.repliedAt} - ${acceptances.askedAt})::float8 * 1000)
    filter (where ${acceptances.repliedAt} >= ${acceptances.askedAt})`,
};

type Read = { [Name in keyof typeof FIGURES]: AcceptanceFigures[Name] };

function toFigures({ kept, replyMs, ...counts }: Read): AcceptanceFigures {
  return {
    ...counts,
    kept: kept === null ? null : Number(kept),
    replyMs: replyMs === null ? null : Math.round(Number(replyMs)),
  };
}

async function readTotal(orm: Orm, since: Date): Promise<AcceptanceFigures> {
  const [row] = await orm.select(FIGURES).from(acceptances).where(gte(acceptances.learntAt, since));
  return toFigures(row ?? { drafts: 0, asIs: 0, edited: 0, ignored: 0, other: 0, kept: null, replyMs: null });
}

async function readRows(orm: Orm, by: AcceptanceBy, since: Date): Promise<AcceptanceRow[]> {
  const all = orm
    .select({ key: sql<string>`${KEYS[by]}`.as('key'), ...FIGURES })
    .from(acceptances)
    .innerJoin(drafts, eq(drafts.id, acceptances.draftId))
    .$dynamic();
  const joined = by === 'topic' ? all.leftJoin(sql`lateral ${TOPICS}`, sql`true`) : all;
  const rows = await joined
    .where(gte(acceptances.learntAt, since))
    .groupBy(sql`1`)
    .orderBy(desc(count()), sql`1`)
    .limit(MOST_ROWS);
  return rows.map(({ key, ...figures }) => ({ key, name: key, ...toFigures(figures) }));
}

async function readEdits(orm: Orm, since: Date): Promise<Record<EditKind, number>> {
  const found = await orm
    .select({ kind: sql<EditKind>`kind.name`, n: sql<number>`count(*)::int` })
    .from(acceptances)
    .innerJoin(sql`lateral jsonb_array_elements_text(${acceptances.edits}) as kind(name)`, sql`true`)
    .where(gte(acceptances.learntAt, since))
    .groupBy(sql`1`);
  const edits = { facts: 0, tone: 0, shortened: 0, extended: 0, reordered: 0, translated: 0 };
  for (const { kind, n } of found) edits[kind] = n;
  return edits;
}

async function readRatings(orm: Orm, since: Date): Promise<AcceptanceReport['ratings']> {
  const recent = gte(draftRatings.ratedAt, since);
  const [[rated], reasons] = await Promise.all([
    orm
      .select({
        good: sql<number>`(count(*) filter (where ${draftRatings.good}))::int`,
        bad: sql<number>`(count(*) filter (where not ${draftRatings.good}))::int`,
      })
      .from(draftRatings)
      .where(recent),
    orm
      .select({ reason: sql<string>`reason.name`, count: sql<number>`count(*)::int` })
      .from(draftRatings)
      .innerJoin(sql`lateral unnest(${draftRatings.reasons}) as reason(name)`, sql`true`)
      .where(recent)
      .groupBy(sql`1`)
      .orderBy(desc(count()), sql`1`),
  ]);
  return { good: rated?.good ?? 0, bad: rated?.bad ?? 0, reasons };
}
