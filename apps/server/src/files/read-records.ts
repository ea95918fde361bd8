import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { AppError } from '@draftsmith/errors';
import { CsvError, parse } from 'csv-parse';
import type { z } from 'zod';
import { decodeUtf8 } from './decode-utf8.ts';

const EXPECTED = 'expected CSV with a header line, or JSON lines';

/** What a file holds, one entry after the other. */
export interface RecordShape<T> {
  schema: z.ZodType<T>;
  /** Columns without which a CSV file is something else. */
  columns: readonly string[];
}

/**
 * Reads a CSV file (with a header line) or JSON lines, one record at a time: exports of any size fit in memory.
 * The first character tells which: JSON lines begin with `{`. A CSV file may have semicolons or tabs between its columns,
 * as spreadsheets write them in many countries, and its headings in any case.
 *
 * @param path `-` reads standard input.
 * @throws AppError `invalid` naming the file, the record's number and the column that is wrong.
 */
export async function* readRecords<T>(
  path: string,
  { schema, columns }: RecordShape<T>,
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<T> {
  const name = path === '-' ? 'standard input' : path;
  if (path !== '-') await refuseUnreadable(path);
  const input = path === '-' ? stdin : createReadStream(path);
  let number = 0;
  try {
    for await (const record of await parsed(input, columns)) {
      number += 1;
      const result = schema.safeParse(record);
      if (!result.success) throw new AppError('invalid', `record ${number}: ${describe(result.error)}`);
      yield result.data;
    }
  } catch (thrown) {
    const problem = thrown instanceof AppError ? thrown.message : `record ${number + 1}: ${unreadable(thrown)}`;
    throw new AppError('invalid', `${name}: ${problem}`, { cause: thrown });
  }
}

async function refuseUnreadable(path: string): Promise<void> {
  const found = await stat(path).catch((cause) => {
    throw new AppError('invalid', `${path}: there is no such file, or it cannot be read`, { cause });
  });
  if (found.isDirectory()) throw new AppError('invalid', `${path}: this is a folder; expected a file`);
}

async function parsed(input: NodeJS.ReadableStream, columns: readonly string[]): Promise<AsyncIterable<unknown>> {
  const chunks = decodeUtf8(input);
  const first = await chunks.next();
  const start = first.done ? '' : first.value;
  const whole = rejoin(start, chunks);
  const beginning = start.trimStart();
  if (beginning === '' && first.done) throw new AppError('invalid', `it is empty; ${EXPECTED}`);
  if (beginning.startsWith('{')) return jsonLines(whole);
  if (/^\[\s*[{[\]]/.test(beginning))
    throw new AppError('invalid', "this is one JSON list; expected an object on each line, as jq -c '.[]' makes them");
  return csv(whole, separatorOf(beginning), columns);
}

async function* rejoin(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

async function* jsonLines(chunks: AsyncIterable<string>): AsyncGenerator<unknown> {
  for await (const line of createInterface({ input: Readable.from(chunks), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim()) yield JSON.parse(line);
  }
}

/** The character between the columns is the one that the header line has most of. */
function separatorOf(beginning: string): string {
  const header = beginning.split(/\r?\n/, 1)[0] ?? '';
  const count = (separator: string) => header.split(separator).length;
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',');
}

function csv(chunks: AsyncIterable<string>, delimiter: string, needed: readonly string[]): AsyncIterable<unknown> {
  const columns = (header: readonly string[]) => {
    const names = header.map((name) => name.trim().toLowerCase());
    const missing = needed.filter((name) => !names.includes(name));
    if (missing.length > 0)
      throw new AppError(
        'invalid',
        `the header line has no column ${missing.join(', ')}; expected ${needed.join(', ')}`,
      );
    return names;
  };
  const parser = parse({ columns, delimiter, skip_empty_lines: true, relax_column_count: true });
  void feed(chunks, parser);
  return parser;
}

async function feed(chunks: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (!parser.write(chunk)) await new Promise((drained) => parser.once('drain', drained));
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error('The input broke off'));
  }
}

/** The parsers' own words quote what they read, which may be a customer's. */
function unreadable(thrown: unknown): string {
  if (thrown instanceof CsvError && thrown.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened and never closed';
  return thrown instanceof SyntaxError ? 'expected one whole JSON object on the line' : EXPECTED;
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'not understood'}`;
}
