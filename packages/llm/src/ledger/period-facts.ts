import type { Orm } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import { sql } from 'drizzle-orm';
import type { PicoUsd } from '../price/money.ts';
import { picoOf, rowsOf } from './rows-of.ts';
import { type Range, within } from './usage-report.ts';

/** The answers of one model in a period, and what they took. */
export interface ModelFacts {
  /** `provider/model`. */
  name: string;
  calls: bigint;
  inputTokens: bigint;
  cachedInputTokens: bigint;
  outputTokens: bigint;
  usd: PicoUsd;
  /** The price rows that were applied, the most used first. */
  prices: (Record<string, unknown> | null)[];
}

/** What a bill is made of. */
export interface PeriodFacts {
  questions: bigint;
  /** Questions that the cache did not answer. */
  misses: bigint;
  models: ModelFacts[];
  /** Paid attempts that brought no answer: failed, cut, refused. */
  lost: { calls: bigint; usd: PicoUsd };
  /** Paid attempts that another one overtook. */
  overtaken: { calls: bigint; usd: PicoUsd };
}

export async function periodFacts(orm: Orm, range: Range): Promise<PeriodFacts> {
  const [asked] = await rowsOf<{ questions: string; misses: string }>(
    orm,
    sql`select count(*)::text as questions, (count(*) filter (where cache <> 'hit'))::text as misses
      from ${completions} where ${within(completions.createdAt, range)}`,
  );
  const rows = await rowsOf<Row>(
    orm,
    sql`select provider || '/' || model as name, outcome, price, count(*)::text as calls,
        (count(*) filter (where cost_usd > 0))::text as paid,
        sum(input_tokens)::text as input, sum(cached_input_tokens)::text as cached, sum(output_tokens)::text as output,
        sum(cost_usd)::text as usd
      from ${attempts} where ${within(attempts.at, range)}
      group by provider, model, outcome, price
      order by count(*) desc, price`,
  );
  const models = Map.groupBy(
    rows.filter(({ outcome }) => outcome === 'answered'),
    ({ name }) => name,
  );
  return {
    questions: BigInt(asked?.questions ?? 0),
    misses: BigInt(asked?.misses ?? 0),
    models: [...models].map(([name, group]) => toModelFacts(name, group)),
    lost: paidOf(rows.filter(({ outcome }) => outcome !== 'answered' && outcome !== 'superseded')),
    overtaken: paidOf(rows.filter(({ outcome }) => outcome === 'superseded')),
  };
}

/** The attempts of one model with one outcome at one price. */
interface Row {
  name: string;
  outcome: string;
  price: Record<string, unknown> | null;
  calls: string;
  paid: string;
  input: string;
  cached: string;
  output: string;
  usd: string;
}

function toModelFacts(name: string, rows: readonly Row[]): ModelFacts {
  return {
    name,
    calls: total(rows, ({ calls }) => BigInt(calls)),
    inputTokens: total(rows, ({ input }) => BigInt(input)),
    cachedInputTokens: total(rows, ({ cached }) => BigInt(cached)),
    outputTokens: total(rows, ({ output }) => BigInt(output)),
    usd: total(rows, ({ usd }) => picoOf(usd)),
    prices: rows.map(({ price }) => price),
  };
}

function paidOf(rows: readonly Row[]): { calls: bigint; usd: PicoUsd } {
  return { calls: total(rows, ({ paid }) => BigInt(paid)), usd: total(rows, ({ usd }) => picoOf(usd)) };
}

export function total<Item>(items: readonly Item[], amountOf: (item: Item) => bigint): bigint {
  return items.reduce((sum, item) => sum + amountOf(item), 0n);
}
