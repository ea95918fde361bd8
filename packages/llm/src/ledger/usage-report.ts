import type { Orm } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import { type Column, type SQL, sql } from 'drizzle-orm';
import { formatUsd } from '../price/money.ts';
import { picoOf, rowsOf } from './rows-of.ts';

export const DIMENSIONS = ['provider', 'model', 'connector', 'account', 'user', 'purpose', 'day'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface Range {
  since: Date;
  /** Not part of it. */
  until: Date;
}

/** The whole numbers among the figures, in the order in which tables show them. */
export const COUNTS = [
  'questions',
  'hits',
  'unanswered',
  'attempts',
  'failed',
  'inputTokens',
  'cachedInputTokens',
  'outputTokens',
  'reasoningTokens',
] as const satisfies (keyof UsageFigures)[];

export interface UsageFigures {
  questions: number;
  /** Questions that the cache answered; nobody was asked and nothing was paid. */
  hits: number;
  /** Questions without an answer: refused, stopped by a budget, given up, or no provider could. */
  unanswered: number;
  attempts: number;
  failed: number;
  inputTokens: number;
  /** Part of `inputTokens` that the provider read from its own cache. */
  cachedInputTokens: number;
  outputTokens: number;
  /** Part of `outputTokens`. */
  reasoningTokens: number;
  /** US dollars, exact. */
  usd: string;
  /**
   * Milliseconds, null where nothing was answered. By provider or model: of the attempt that answered. Otherwise what
   * the asker waited, failed attempts included; cache hits are left out of both.
   */
  latencyMs: { avg: number; p50: number; p95: number } | null;
}

export interface UsageGroup extends UsageFigures {
  /** Null: nobody is on record, e.g. no user, or no provider for what was not answered. */
  of: Partial<Record<Dimension, string | null>>;
}

/** As JSON holds it: times in ISO 8601. */
export interface UsageReport {
  kind: 'report';
  since: string;
  until: string;
  by: readonly Dimension[];
  /** Days in order, everything else by cost. */
  groups: UsageGroup[];
  total: UsageFigures;
}

/**
 * What was asked, answered and paid in a range, for each combination of the given dimensions and in all. Questions go
 * by when they came and by who answered them; attempts, tokens and money by when and whom they asked. Days are UTC.
 */
export async function usageReport(orm: Orm, range: Range, by: readonly Dimension[]): Promise<UsageReport> {
  const rows = await rowsOf<Row>(orm, statement(range, by));
  const [total] = rows.filter(({ key }) => key.length === 0).map(toFigures);
  // An aggregate over no rows is a row as well.
  if (!total) throw new AppError('unavailable', 'The database left out the totals', { code: 'ledger.totals' });
  return {
    kind: 'report',
    since: range.since.toISOString(),
    until: range.until.toISOString(),
    by,
    groups: rows
      .filter(({ key }) => key.length > 0)
      .map((row) => ({ of: Object.fromEntries(by.map((name, i) => [name, row.key[i] || null])), ...toFigures(row) }))
      .sort(byDayThenCost),
    total,
  };
}

interface Row extends Record<Exclude<keyof UsageFigures, 'usd' | 'latencyMs'>, number> {
  /** A value for each dimension, empty for nobody; no values at all in the row of totals. */
  key: string[];
  usd: string;
  avg: number | null;
  p50: number;
  p95: number;
}

function statement(range: Range, by: readonly Dimension[]): SQL {
  const latencyOf = sql.raw(by.includes('provider') || by.includes('model') ? 'tries' : 'questions');
  return sql`
    with asked as (
      select ${completions.cache}, ${completions.outcome}, ${completions.latencyMs} as ms,
        ${keyOf(by, completions, completions.createdAt)} as key
      from ${completions} where ${within(completions.createdAt, range)}
    ), tried as (
      select ${attempts}.*, ${keyOf(by, attempts, attempts.at)} as key
      from ${attempts} where ${within(attempts.at, range)}
    ), questions as (
      select ${groupKey(by)} as key, count(*) as questions, count(*) filter (where cache = 'hit') as hits,
        count(*) filter (where outcome <> 'answered') as unanswered,
        ${latency(sql`outcome = 'answered' and cache <> 'hit'`)}
      from asked group by ${grouping(by)}
    ), tries as (
      select ${groupKey(by)} as key, count(*) as attempts, count(*) filter (where outcome = 'failed') as failed,
        sum(input_tokens) as input_tokens, sum(cached_input_tokens) as cached_input_tokens,
        sum(output_tokens) as output_tokens, sum(reasoning_tokens) as reasoning_tokens, sum(cost_usd) as usd,
        ${latency(sql`outcome = 'answered'`)}
      from tried group by ${grouping(by)}
    )
    select key, coalesce(questions, 0)::float8 as questions, coalesce(hits, 0)::float8 as hits,
      coalesce(unanswered, 0)::float8 as unanswered, coalesce(attempts, 0)::float8 as attempts,
      coalesce(failed, 0)::float8 as failed, coalesce(input_tokens, 0)::float8 as "inputTokens",
      coalesce(cached_input_tokens, 0)::float8 as "cachedInputTokens",
      coalesce(output_tokens, 0)::float8 as "outputTokens",
      coalesce(reasoning_tokens, 0)::float8 as "reasoningTokens", coalesce(usd, 0)::text as usd,
      ${latencyOf}.avg, ${latencyOf}.p50, ${latencyOf}.p95
    from questions full join tries using (key)`;
}

export function within(column: Column, { since, until }: Range): SQL {
  return sql`${column} >= ${since.toISOString()}::timestamptz and ${column} < ${until.toISOString()}::timestamptz`;
}

/** Text that no row leaves out, so that both sides can be joined by it. */
function keyOf(by: readonly Dimension[], table: typeof completions | typeof attempts, time: Column): SQL {
  const columnOf = (dimension: Dimension): SQL =>
    dimension === 'day' ? sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD')` : sql`${table[dimension]}`;
  const values = by.map((dimension) => sql`coalesce(${columnOf(dimension)}, '')`);
  return sql`array[${sql.join(values, sql`, `)}]::text[]`;
}

/** Groups and their total in one pass: percentiles of groups do not add up to those of all. */
function grouping(by: readonly Dimension[]): SQL {
  return by.length > 0 ? sql`grouping sets ((key), ())` : sql`grouping sets (())`;
}

function groupKey(by: readonly Dimension[]): SQL {
  return by.length > 0 ? sql`case grouping(key) when 1 then '{}'::text[] else key end` : sql`'{}'::text[]`;
}

function latency(which: SQL): SQL {
  const percentile = (part: number) =>
    sql`(percentile_disc(${sql.raw(String(part))}) within group (order by ms) filter (where ${which}))::float8`;
  return sql`(avg(ms) filter (where ${which}))::float8 as avg, ${percentile(0.5)} as p50, ${percentile(0.95)} as p95`;
}

function toFigures({ key: _key, usd, avg, p50, p95, ...counts }: Row): UsageFigures {
  return {
    ...counts,
    usd: formatUsd(picoOf(usd)),
    latencyMs: avg === null ? null : { avg: Math.round(avg), p50, p95 },
  };
}

function byDayThenCost(a: UsageGroup, b: UsageGroup): number {
  if (a.of.day !== b.of.day) return (a.of.day ?? '') < (b.of.day ?? '') ? -1 : 1;
  const difference = Number(picoOf(b.usd) - picoOf(a.usd));
  return difference || b.questions - a.questions || (JSON.stringify(a.of) < JSON.stringify(b.of) ? -1 : 1);
}
