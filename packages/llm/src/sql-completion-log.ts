import { coalesce, type Orm, storable } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import type { Logger } from '@draftsmith/logger';
import type { CompletionLog, CompletionLogEntry } from './completion-log.ts';

type Row = typeof completions.$inferInsert;

export interface SqlCompletionLog extends CompletionLog {
  /** Resolves when everything recorded so far is written or given up. */
  flush(): Promise<void>;
}

/** Rows of one insert; PostgreSQL takes at most 65,535 parameters. */
const MAX_BATCH = 200;
/** A database that hangs must not fill the memory with prompts. */
const MAX_WAITING = 5_000;

/**
 * The log in the `completions` table. Entries that come while an insert is under way go into the next one together, so
 * a burst costs a few statements. A failure to write is reported to the operator and never to the caller.
 */
export function createSqlCompletionLog(orm: Orm, logger: Logger): SqlCompletionLog {
  const waiting = new Set<Promise<void>>();

  const write = coalesce<Row, void>(
    async (rows) => {
      await orm.insert(completions).values(rows);
      return rows.map(() => undefined);
    },
    { maxBatch: MAX_BATCH },
  );

  async function store(entry: CompletionLogEntry): Promise<void> {
    const row = toRow(entry);
    try {
      // A row that the database cannot take fails its whole batch: the others get a second chance, alone.
      await write(row).catch(() => orm.insert(completions).values(row).onConflictDoNothing());
    } catch (thrown) {
      logger.warn('A completion could not be logged', { completion: entry.id, error: nameOf(thrown) });
    }
  }

  return {
    record(entry) {
      if (waiting.size >= MAX_WAITING) {
        logger.warn('A completion was not logged: the database is too slow', { completion: entry.id });
        return;
      }
      const stored = store(entry);
      waiting.add(stored);
      void stored.finally(() => waiting.delete(stored));
    },
    async flush() {
      await Promise.all(waiting);
    },
  };
}

function toRow(entry: CompletionLogEntry): Row {
  const { attempts, price, ...rest } = storable(entry);
  // `null` would be stored as JSON's null instead of no value.
  return { ...rest, attempts: [...attempts], ...(price === null ? {} : { price }) };
}

/** Drivers quote parameters, that is prompts, in their messages: only the kind of error goes to the log. */
function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'unknown';
}
