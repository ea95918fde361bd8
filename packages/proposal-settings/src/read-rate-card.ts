import type { RateCardItem } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { amount, line } from './settings-schema.ts';

const MAX_ITEMS = 5_000;
const COLUMNS = ['sku', 'name', 'price', 'currency', 'valid_until'] as const;

/** What is wrong with a line of an uploaded card, as its first line is 1. */
export interface RateCardProblem {
  line: number;
  /** A sentence without a value: what was expected in which column. */
  message: string;
}

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const row = z.object({
  sku: line(100).pipe(z.string().min(1, 'sku: expected an article number')),
  name: line(300).pipe(z.string().min(1, 'name: expected a name')),
  price: amount,
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => CURRENCIES.has(code), 'currency: expected an ISO code such as EUR'),
  valid_until: z
    .string()
    .refine((text) => text === '' || isDay(text), 'valid_until: expected a day such as 2026-12-31, or nothing'),
});

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/**
 * A CSV with the columns sku, name, price, currency and, where prices end, valid_until; commas or semicolons.
 *
 * @throws AppError `invalid` for what is no such table at all
 */
export function readRateCard(csv: string): { items: RateCardItem[]; problems: RateCardProblem[] } {
  const records = recordsOf(csv);
  const items = new Map<string, RateCardItem>();
  const problems: RateCardProblem[] = [];
  for (const { info, record } of records) {
    const result = row.safeParse({ valid_until: '', ...record });
    if (!result.success) {
      const [issue] = result.error.issues;
      const column = String(issue?.path[0] ?? '');
      const message = issue?.message ?? 'not understood';
      problems.push({
        line: info.lines,
        message: message.startsWith(`${column}:`) ? message : `${column}: ${message}`,
      });
      continue;
    }
    const { sku, name, price, currency, valid_until: validUntil } = result.data;
    // As line items find their price: whatever the case.
    const key = JSON.stringify([sku.toLowerCase(), currency]);
    if (items.has(key))
      problems.push({ line: info.lines, message: 'sku: this article number is there twice in this currency' });
    else items.set(key, { sku, name, price, currency, validUntil: validUntil === '' ? null : validUntil });
  }
  return { items: [...items.values()], problems };
}

interface ParsedRecord {
  info: { lines: number };
  record: Record<string, string>;
}

function recordsOf(csv: string): ParsedRecord[] {
  const head = csv.slice(0, 2_000).split('\n', 1)[0] ?? '';
  const delimiter = head.split(';').length > head.split(',').length ? ';' : ',';
  let records: ParsedRecord[];
  try {
    records = parse(csv, {
      ...{ bom: true, delimiter, info: true, trim: true, skip_empty_lines: true, relax_column_count: true },
      columns: (names: string[]) => names.map((name) => name.toLowerCase().replace(/\s+/g, '_')),
      to: MAX_ITEMS + 1,
    }) as unknown as ParsedRecord[];
  } catch {
    throw expected('a CSV table');
  }
  const [first] = records;
  const missing = COLUMNS.filter((name) => name !== 'valid_until' && first && !(name in first.record));
  if (!first || missing.length > 0) throw expected(`a CSV table with the columns ${COLUMNS.join(', ')}`);
  if (records.length > MAX_ITEMS) throw expected(`at most ${MAX_ITEMS} prices`);
  return records;
}

function expected(what: string): AppError {
  return new AppError('invalid', `Expected ${what}`, { code: 'rate-card.invalid' });
}
