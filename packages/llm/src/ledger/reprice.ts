import type { Orm } from '@draftsmith/database';
import { attempts } from '@draftsmith/database/schema';
import { sql } from 'drizzle-orm';
import type { Cost, Usage } from '../contract/completion.ts';
import { formatUsd, type PicoUsd } from '../price/money.ts';
import { picoOf, rowsOf } from './rows-of.ts';
import { type Range, within } from './usage-report.ts';

export interface PricedCall {
  provider: string;
  model: string;
  usage: Usage;
  at: Date;
}

export interface RepricedModel {
  provider: string;
  model: string;
  attempts: number;
  /** Attempts without a known price at that date; they count with what is on record. */
  unpriced: number;
  recordedUsd: string;
  repricedUsd: string;
  /** Negative when it would be cheaper. */
  differenceUsd: string;
}

/** What a range would cost by the prices of another date; as JSON holds it. */
export interface Repricing {
  kind: 'reprice';
  since: string;
  until: string;
  pricesOf: string;
  /** By what they would cost, the dearest first. */
  models: RepricedModel[];
  total: Omit<RepricedModel, 'provider' | 'model'>;
}

/** Attempts in memory at a time. */
const PAGE = 2_000;

/**
 * Prices every attempt of a range again with the prices of `pricesOf`. Each by itself, not their sums: a price may
 * depend on the length of the prompt.
 */
export async function reprice(
  orm: Orm,
  range: Range,
  { pricesOf, price }: { pricesOf: Date; price: (call: PricedCall) => Promise<Cost> },
): Promise<Repricing> {
  const models = new Map<string, Sums>();
  for await (const row of attemptsOf(orm, range)) {
    const { provider, model, usd, ...usage } = row;
    const sums = getOrInsert(models, JSON.stringify([provider, model]), () => ({ provider, model, ...emptySums() }));
    const recorded = picoOf(usd);
    const cost = await price({ provider, model, usage, at: pricesOf });
    sums.attempts += 1;
    sums.recorded += recorded;
    sums.repriced += cost.price ? picoOf(cost.usd) : recorded;
    if (!cost.price) sums.unpriced += 1;
  }
  const sorted = [...models.values()].sort((a, b) => Number(b.repriced - a.repriced));
  return {
    kind: 'reprice',
    since: range.since.toISOString(),
    until: range.until.toISOString(),
    pricesOf: pricesOf.toISOString(),
    models: sorted.map((sums) => ({ provider: sums.provider, model: sums.model, ...toFigures(sums) })),
    total: toFigures(sorted.reduce(addSums, emptySums())),
  };
}

interface Amounts {
  attempts: number;
  unpriced: number;
  recorded: PicoUsd;
  repriced: PicoUsd;
}

interface Sums extends Amounts {
  provider: string;
  model: string;
}

interface Row extends Required<Usage> {
  provider: string;
  model: string;
  usd: string;
}

/** Everything that used something, page by page. */
async function* attemptsOf(orm: Orm, range: Range): AsyncGenerator<Row> {
  let after = sql`true`;
  for (;;) {
    const page = await rowsOf<Row & { at: string; id: string; n: number }>(
      orm,
      sql`select at::text, completion_id::text as id, n, provider, model, cost_usd::text as usd,
          input_tokens as "inputTokens", cached_input_tokens as "cachedInputTokens",
          output_tokens as "outputTokens", reasoning_tokens as "reasoningTokens"
        from ${attempts}
        where ${within(attempts.at, range)} and (input_tokens > 0 or output_tokens > 0 or cost_usd > 0) and ${after}
        order by ${attempts.at}, completion_id, n limit ${PAGE}`,
    );
    for (const { at: _at, id: _id, n: _n, ...row } of page) yield row;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = sql`(${attempts.at}, completion_id, n) > (${last.at}::timestamptz, ${last.id}::uuid, ${last.n}::integer)`;
  }
}

function emptySums(): Amounts {
  return { attempts: 0, unpriced: 0, recorded: 0n, repriced: 0n };
}

function addSums(a: Amounts, b: Amounts): Amounts {
  return {
    attempts: a.attempts + b.attempts,
    unpriced: a.unpriced + b.unpriced,
    recorded: a.recorded + b.recorded,
    repriced: a.repriced + b.repriced,
  };
}

function toFigures({ attempts: count, unpriced, recorded, repriced }: Amounts): Repricing['total'] {
  return {
    attempts: count,
    unpriced,
    recordedUsd: formatUsd(recorded),
    repricedUsd: formatUsd(repriced),
    differenceUsd: formatUsd(repriced - recorded),
  };
}

function getOrInsert<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
