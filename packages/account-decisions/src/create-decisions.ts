import type { Orm } from '@draftsmith/database';
import type { DecisionTable } from '@draftsmith/database/schema';
import { and, eq } from 'drizzle-orm';
import type { Decision, DecisionChange, DecisionOptions, Decisions } from './decisions.ts';

/** Milliseconds that a process may go by what another process has changed. */
const FRESH = 30_000;

type Row = DecisionTable['$inferSelect'];
type Where = Pick<DecisionChange, 'connector' | 'account'>;

/** One kind of decision, in its table; what is asked with every draft is remembered for half a minute. */
export function createDecisions<Value extends object>(
  orm: Orm,
  table: DecisionTable,
  { defaults, parse, conflict, now = Date.now }: DecisionOptions<Value>,
): Decisions<Value> {
  const remembered = new Map<string, { value: Promise<Value>; until: number }>();

  // Checked again: a row that an older version or a person wrote must not weaken anything without a word.
  const toDecision = (row: Row): Decision<Value> => ({
    connector: row.connector,
    account: row.account,
    value: parse(row.value),
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: row.updatedBy,
  });
  const read = async (connector: string, account: string): Promise<Decision<Value>> => {
    const [row] = await orm.select().from(table).where(isOf(table, { connector, account }));
    return row
      ? toDecision(row)
      : { connector, account, value: defaults, revision: 0, updatedAt: null, updatedBy: null };
  };

  return {
    read,
    of(connector, account) {
      const key = keyOf({ connector, account });
      const known = remembered.get(key);
      if (known && now() < known.until) return known.value;
      const value = read(connector, account).then((decision) => decision.value);
      remembered.set(key, { value, until: now() + FRESH });
      // A database that was away for a moment is asked again at once.
      value.catch(() => remembered.get(key)?.value === value && remembered.delete(key));
      return value;
    },
    async save(change, record) {
      const value = parse(change.value);
      const saved = await orm.transaction(async (tx) => {
        const row = await write(tx, table, { ...change, value }, new Date(now()));
        if (!row) throw conflict();
        await record?.(tx);
        return toDecision(row);
      });
      remembered.delete(keyOf(change));
      return saved;
    },
  };
}

/** @returns undefined when the value is not the one that was edited. */
async function write(
  tx: Pick<Orm, 'insert' | 'update'>,
  table: DecisionTable,
  { connector, account, value, revision, by }: DecisionChange & { value: object },
  updatedAt: Date,
): Promise<Row | undefined> {
  const values = { value: { ...value }, revision: revision + 1, updatedAt, updatedBy: by };
  const rows =
    revision === 0
      ? await tx
          .insert(table)
          .values({ connector, account, ...values })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(table)
          .set(values)
          .where(and(isOf(table, { connector, account }), eq(table.revision, revision)))
          .returning();
  return rows[0];
}

function isOf(table: DecisionTable, { connector, account }: Where) {
  return and(eq(table.connector, connector), eq(table.account, account));
}

function keyOf({ connector, account }: Where): string {
  return JSON.stringify([connector, account]);
}
