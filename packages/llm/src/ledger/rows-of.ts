import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import type { SQL } from 'drizzle-orm';
import { type PicoUsd, parseUsd } from '../price/money.ts';

/** Both engines answer raw SQL with `rows`. Counts are cast to float8 and money to text there: drivers differ in both. */
export async function rowsOf<Row>(orm: Orm, statement: SQL): Promise<Row[]> {
  const { rows } = (await orm.execute(statement)) as unknown as { rows: Row[] };
  return rows;
}

/** @param numeric an amount as PostgreSQL spells it, e.g. `0.001250000000` */
export function picoOf(numeric: string): PicoUsd {
  const amount = parseUsd(numeric);
  if (amount === undefined)
    throw new AppError('invalid', 'The ledger holds an amount that is no plain number', { code: 'ledger.amount' });
  return amount;
}
