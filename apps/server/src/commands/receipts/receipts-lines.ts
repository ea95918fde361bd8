import type { ProcessingReceipt } from '@draftsmith/contracts';
import type { ReceiptQuestion } from '@draftsmith/llm/sql';
import type { Receipts } from '../../operator/ask-receipts.ts';
import { csvLine } from '../csv-line.ts';
import { replacedWords } from './replaced-words.ts';

const COLUMNS = [
  ...['at', 'account', 'connector', 'purpose', 'reference', 'completionId', 'provider', 'model', 'outcome'],
  ...['host', 'region', 'replaced', 'payloadSha256', 'payloadBytes'],
] as const satisfies (keyof ProcessingReceipt)[];

/** A line of titles, then one for each receipt as it comes. */
export async function* receiptsCsv({ each }: Receipts): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for await (const receipt of each()) yield csvLine(COLUMNS.map((name) => cellOf(receipt, name)));
}

function cellOf(receipt: ProcessingReceipt, name: (typeof COLUMNS)[number]): string | number | null {
  return name === 'replaced' ? replacedWords(receipt.replaced) : receipt[name];
}

/** One JSON document with a line for each receipt, so that it is read while it is written. */
export async function* receiptsJson(
  { since, until, account, reference }: ReceiptQuestion,
  { recipients: report, each }: Receipts,
): AsyncGenerator<string> {
  const { recipients, heldBack, unsent, unrecorded } = report;
  const head = { kind: 'receipts', since, until, account, reference, recipients, heldBack, unsent, unrecorded };
  yield `${JSON.stringify(head).slice(0, -1)},"receipts":[`;
  let waiting: string | undefined;
  for await (const receipt of each()) {
    if (waiting !== undefined) yield `${waiting},`;
    waiting = JSON.stringify(receipt);
  }
  if (waiting !== undefined) yield waiting;
  yield ']}';
}
