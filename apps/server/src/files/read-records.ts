import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { AppError } from '@draftsmith/errors';
import { parse } from 'csv-parse';
import type { z } from 'zod';

/**
 * Reads a CSV file (with a header line) or JSON lines, one record at a time: exports of any size fit in memory.
 * The first character tells which: JSON lines begin with `{`.
 *
 * @param path `-` reads standard input.
 * @throws AppError `invalid` naming the file, the record's number and the column that is wrong.
 */
export async function* readRecords<T>(
  path: string,
  schema: z.ZodType<T>,
  stdin: NodeJS.ReadableStream,
): AsyncGenerator<T> {
  if (path !== '-') {
    await access(path).catch((cause) => {
      throw new AppError('invalid', `${path}: there is no such file, or it cannot be read`, { cause });
    });
  }
  const input = path === '-' ? stdin : createReadStream(path);
  let number = 0;
  try {
    for await (const record of await parsed(input)) {
      number += 1;
      const result = schema.safeParse(record);
      if (!result.success) throw new AppError('invalid', `${path}: record ${number}: ${describe(result.error)}`);
      yield result.data;
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw new AppError('invalid', `${path}: after record ${number}: expected CSV with a header line, or JSON lines`, {
      cause: thrown,
    });
  }
}

async function parsed(input: NodeJS.ReadableStream): Promise<AsyncIterable<unknown>> {
  const chunks = input.setEncoding('utf8')[Symbol.asyncIterator]();
  const first = await chunks.next();
  const start = first.done ? '' : String(first.value).replace(/^\uFEFF/, '');
  const whole = rejoin(start, chunks);
  return start.trimStart().startsWith('{') ? jsonLines(whole) : csv(whole);
}

async function* rejoin(start: string, rest: AsyncIterator<string | Buffer>): AsyncGenerator<string> {
  yield start;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield String(next.value);
}

async function* jsonLines(chunks: AsyncIterable<string>): AsyncGenerator<unknown> {
  const { Readable } = await import('node:stream');
  for await (const line of createInterface({ input: Readable.from(chunks), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim()) yield JSON.parse(line);
  }
}

function csv(chunks: AsyncIterable<string>): AsyncIterable<unknown> {
  const parser = parse({ columns: true, skip_empty_lines: true, relax_column_count: true });
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

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'not understood'}`;
}
