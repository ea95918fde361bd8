import { coalesce, type Orm, storable } from '@draftsmith/database';
import { attempts, completions } from '@draftsmith/database/schema';
import type { Logger } from '@draftsmith/logger';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Clock, systemClock } from '../clock.ts';
import type { CompletionRecord, Observer } from './record.ts';
import { withoutTexts } from './to-record.ts';
import { type LedgerRows, toRows } from './to-rows.ts';

export interface SqlLedger {
  observe: Observer;
  /** Resolves when everything observed so far is written or given up. */
  flush(): Promise<void>;
}

export interface SqlLedgerOptions {
  /** How long prompts and answers are kept, in milliseconds; 0 stores none, Infinity keeps them. 30 days by default. */
  keepTextsMs?: number;
  clock?: Clock;
}

export const DAY_MS = 24 * 60 * 60 * 1000;
export const KEEP_TEXTS_MS = 30 * DAY_MS;

/** Milliseconds that a record waits for others: a statement of its own costs six times as much of the processor. */
export const GATHER_MS = 100;
/** Completions in one statement; the embedded database works on this very thread, and nobody shall wait for long. */
const MAX_BATCH = 100;
/** A database that hangs must not fill the memory: beyond this, records go without their texts ... */
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** ... and beyond this, not at all. */
const MAX_RECORDS = 10_000;

/**
 * The ledger in the tables `completions` and `attempts`, written in groups a moment after the answers. A failure to
 * write is reported to the operator and never to the caller.
 */
export function createSqlLedger(orm: Orm, logger: Logger, options: SqlLedgerOptions = {}): SqlLedger {
  const { keepTextsMs = KEEP_TEXTS_MS, clock = systemClock } = options;
  const gathered: CompletionRecord[] = [];
  const storing = new Set<Promise<void>>();
  let records = 0;
  let characters = 0;
  let cancelTimer: (() => void) | undefined;

  const write = coalesce<LedgerRows, void>(
    async (batch) => {
      await insert(orm, batch);
      return batch.map(() => undefined);
    },
    { maxBatch: MAX_BATCH, maxWaiting: MAX_RECORDS },
  );

  async function store(record: CompletionRecord): Promise<void> {
    try {
      const rows = storable(toRows(record, textsUntil(record, keepTextsMs)));
      // A row that the database refuses fails its whole batch: the others get a second chance, alone.
      await write(rows).catch(() => insert(orm, [rows]));
    } catch (thrown) {
      logger.warn('A completion is missing in the ledger', { completion: record.id, error: nameOf(thrown) });
    }
    records -= 1;
    characters -= lengthOf(record);
  }

  function storeGathered(): void {
    cancelTimer?.();
    cancelTimer = undefined;
    for (const record of gathered.splice(0)) {
      const stored = store(record);
      storing.add(stored);
      void stored.finally(() => storing.delete(stored));
    }
  }

  return {
    observe(record) {
      if (records >= MAX_RECORDS) {
        logger.warn('A completion is missing in the ledger: the database is too slow', { completion: record.id });
        return;
      }
      const withTexts = keepTextsMs > 0 && characters + lengthOf(record) <= MAX_CHARACTERS;
      const kept = withTexts ? record : forgetful(record);
      records += 1;
      characters += lengthOf(kept);
      gathered.push(kept);
      if (gathered.length >= MAX_BATCH) storeGathered();
      else cancelTimer ??= clock.after(GATHER_MS, storeGathered);
    },
    async flush() {
      storeGathered();
      await Promise.all(storing);
    },
  };
}

/** Without texts, the words of a refusal included. */
function forgetful(record: CompletionRecord): CompletionRecord {
  return { ...record, prompt: null, answer: null, attempts: record.attempts.map(withoutTexts) };
}

function lengthOf({ prompt, answer }: CompletionRecord): number {
  return (prompt?.length ?? 0) + (answer?.length ?? 0);
}

function textsUntil({ createdAt }: CompletionRecord, keepTextsMs: number): Date | null {
  return Number.isFinite(keepTextsMs) ? new Date(createdAt.getTime() + keepTextsMs) : null;
}

const completionColumns = columnsOf(completions);
const attemptColumns = columnsOf(attempts);

/**
 * Both tables in one statement, all or nothing, whose text is always the same and whose rows are one JSON parameter:
 * to build and send a placeholder for each of 10,000 values takes six times the processor time.
 */
async function insert(orm: Orm, batch: readonly LedgerRows[]): Promise<void> {
  const rows = JSON.stringify({
    completions: batch.map(({ completion }) => completionColumns.name(completion)),
    attempts: batch.flatMap((rows) => rows.attempts.map(attemptColumns.name)),
  });
  // A repetition after a lost connection finds its own rows there.
  await orm.execute(sql`
    with given as (select ${rows}::jsonb as json),
    kept as (
      insert into completions (${completionColumns.list})
      select ${completionColumns.list} from given, jsonb_populate_recordset(null::completions, json -> 'completions')
      on conflict do nothing
    )
    insert into attempts (${attemptColumns.list})
    select ${attemptColumns.list} from given, jsonb_populate_recordset(null::attempts, json -> 'attempts')
    on conflict do nothing`);
}

/** A table's columns for the statement, and its rows by the names of the columns. */
function columnsOf(table: PgTable) {
  const columns = Object.entries(getTableColumns(table)).map(([property, { name }]) => ({ property, name }));
  return {
    list: sql.raw(columns.map(({ name }) => `"${name}"`).join(', ')),
    name: (row: object): Record<string, unknown> =>
      Object.fromEntries(columns.map(({ property, name }) => [name, Reflect.get(row, property)])),
  };
}

/** Drivers quote parameters, that is prompts, in their messages: only the kind of error goes to the log. */
function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'unknown';
}
