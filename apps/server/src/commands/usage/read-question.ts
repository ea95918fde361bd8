import { AppError } from '@draftsmith/errors';
import { DIMENSIONS, type Dimension } from '@draftsmith/llm/sql';
import type { UsageQuestion } from '../../operator/usage-question.ts';
import { parseWhen } from './when.ts';

/** As commander gives them. */
export interface UsageOptions {
  since: string;
  until?: string;
  by?: string[];
  why?: string | true;
  reprice?: string | true;
  json?: boolean;
  csv?: boolean;
}

/** @throws AppError `invalid` with what was expected. */
export function readQuestion(options: UsageOptions, now: Date): UsageQuestion {
  const { why, reprice, by, json, csv } = options;
  if (why && reprice) throw wrong('Expected --why or --reprice, not both');
  if (by && (why || reprice))
    throw wrong('--by goes with the plain report: --why and --reprice show where by themselves');
  if (json && csv) throw wrong('Expected --json or --csv, not both');
  const since = parseWhen('--since', options.since, { now, edge: 'start' });
  const until = options.until === undefined ? now : parseWhen('--until', options.until, { now, edge: 'end' });
  if (since >= until)
    throw wrong(`Expected --since before --until: ${since.toISOString()} is not before ${until.toISOString()}`);
  if (why) {
    if (why === true) return { view: 'why', since, until };
    return { view: 'why', since, until, against: parseWhen('--why', why, { now, edge: 'start' }) };
  }
  if (reprice) {
    const pricesOf = reprice === true ? now : parseWhen('--reprice', reprice, { now, edge: 'start' });
    return { view: 'reprice', since, until, pricesOf };
  }
  return { view: 'report', since, until, by: readDimensions(by ?? ['model']) };
}

function readDimensions(given: readonly string[]): Dimension[] {
  const names = given.flatMap((list) => list.split(',')).map((name) => name.trim());
  const dimensions = names.map((name) => {
    const dimension = DIMENSIONS.find((known) => known === name);
    if (!dimension) throw wrong(`--by: expected ${DIMENSIONS.join(', ')}, not "${name}"`);
    return dimension;
  });
  return [...new Set(dimensions)];
}

function wrong(message: string): AppError {
  return new AppError('invalid', message, { code: 'command-line.option' });
}
