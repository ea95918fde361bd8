import { AppError } from '@draftsmith/errors';
import type { ReceiptQuestion } from '@draftsmith/llm/sql';
import { parseWhen } from '../usage/when.ts';

/** As commander gives them. */
export interface ReceiptsOptions {
  since?: string;
  until?: string;
  account?: string;
  reference?: string;
  json?: boolean;
  csv?: boolean;
}

/** One draft is looked up in all that is on record, anything else in the last days. */
const [ALWAYS, LATELY] = [new Date(0), '7d'];

/** @throws AppError `invalid` with what was expected. */
export function readQuestion(options: ReceiptsOptions, now: Date): ReceiptQuestion {
  const { account, reference, json, csv } = options;
  if (json && csv) throw wrong('Expected --json or --csv, not both');
  const since =
    options.since === undefined && reference
      ? ALWAYS
      : parseWhen('--since', options.since ?? LATELY, { now, edge: 'start' });
  const until = options.until === undefined ? now : parseWhen('--until', options.until, { now, edge: 'end' });
  if (since >= until)
    throw wrong(`Expected --since before --until: ${since.toISOString()} is not before ${until.toISOString()}`);
  return { since, until, ...(account && { account }), ...(reference && { reference }) };
}

function wrong(message: string): AppError {
  return new AppError('invalid', message, { code: 'command-line.option' });
}
