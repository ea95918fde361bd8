import type { ProcessingReceipt } from '@draftsmith/contracts';
import type { ReceiptQuestion, Recipient, RecipientReport } from '@draftsmith/llm/sql';
import type { Receipts } from '../../operator/ask-receipts.ts';
import { count } from '../figures.ts';
import { type TextColumn, textTable, wrapped } from '../text-table.ts';
import { periodWords } from '../usage/period-words.ts';
import { replacedWords } from './replaced-words.ts';

/** Longer lists are for a file. */
const MOST_ROWS = 50;

/** For people: who received something, then the latest calls. */
export async function receiptsText(of: ReceiptQuestion, receipts: Receipts, width: number): Promise<string[]> {
  const { recipients, heldBack, unsent, unrecorded } = receipts.recipients;
  const period = wordsOf(of);
  const calls = recipients.reduce((sum, recipient) => sum + recipient.calls, heldBack + unsent + unrecorded);
  if (calls === 0) return wrapped(`No model was called from ${period}: nothing was sent to one.`, width);
  const shown: ProcessingReceipt[] = [];
  for await (const receipt of receipts.each()) if (shown.push(receipt) >= MOST_ROWS) break;
  const table = textTable(COLUMNS, shown, { width });
  return [
    ...wrapped(`What was sent to models from ${period}`, width),
    '',
    ...recipientLines(receipts.recipients, width),
    ...table.lines,
    '',
    ...remarks(calls - shown.length, table.leftOut).flatMap((remark) => wrapped(remark, width)),
  ];
}

function wordsOf({ since, until }: ReceiptQuestion): string {
  const [first, last] = [since.toISOString(), until.toISOString()];
  return since.getTime() === 0
    ? `the beginning to ${minutes(last)} (UTC)`
    : `${periodWords({ since: first, until: last })} (UTC)`;
}

function recipientLines({ recipients, ...others }: RecipientReport, width: number): string[] {
  const columns: TextColumn<Recipient>[] = [
    { title: 'recipient', cell: ({ host }) => host },
    { title: 'region', cell: ({ region }) => region ?? UNSAID },
    { title: 'provider', cell: ({ provider }) => provider, spare: 1 },
    { title: 'calls', cell: ({ calls }) => count(calls), right: true },
    { title: 'bytes', cell: ({ bytes }) => count(bytes), right: true, spare: 2 },
    { title: 'first', cell: ({ first }) => minutes(first) },
    { title: 'last', cell: ({ last }) => minutes(last) },
  ];
  const lines = recipients.length > 0 ? textTable(columns, recipients, { width }).lines : ['Nothing was sent.'];
  const sentences = OTHERS.flatMap(([fate, one, many]) => {
    const calls = others[fate];
    return calls === 0 ? [] : wrapped(calls === 1 ? one : `${count(calls)} ${many}`, width);
  });
  return [...lines, ...(sentences.length > 0 ? ['', ...sentences] : []), ''];
}

const OTHERS = [
  [
    'heldBack',
    '1 call was held back: its prompt still held what should have been replaced.',
    'calls were held back: their prompts still held what should have been replaced.',
  ],
  ['unsent', '1 call came to no connection.', 'calls came to no connection.'],
  [
    'unrecorded',
    '1 call is older than receipts: nobody noted where it was sent.',
    'calls are older than receipts: nobody noted where they were sent.',
  ],
] as const;

const UNSAID = '(not said)';
/** Characters that tell one payload from another; --csv and --json have all 64. */
const SHORT_HASH = 12;

const COLUMNS: TextColumn<ProcessingReceipt>[] = [
  { title: 'time', cell: ({ at }) => minutes(at) },
  { title: 'account', cell: ({ account }) => account, spare: 3 },
  { title: 'purpose', cell: ({ purpose }) => purpose, spare: 5 },
  { title: 'model', cell: ({ provider, model }) => `${provider}/${model}`, spare: 2 },
  { title: 'sent to', cell: sentTo },
  { title: 'region', cell: ({ host, region }) => (host === null ? '-' : (region ?? UNSAID)), spare: 1 },
  { title: 'replaced', cell: ({ replaced }) => replacedWords(replaced) || '-' },
  { title: 'hash', cell: ({ payloadSha256 }) => payloadSha256?.slice(0, SHORT_HASH) ?? '-', spare: 4 },
];

function sentTo({ host, outcome }: ProcessingReceipt): string {
  if (host !== null) return host;
  return outcome.startsWith('leak') ? '(held back)' : '-';
}

function minutes(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

function remarks(hidden: number, leftOut: readonly string[]): string[] {
  return [
    ...(hidden > 0 ? [`${count(hidden)} earlier calls: --csv and --json have all of them.`] : []),
    'replaced: distinct values that gave way to placeholders before the prompt was made; hash: SHA-256 of the bytes that were sent.',
    ...(leftOut.length > 0 ? [`Too wide for this terminal: ${leftOut.join(', ')}; --csv and --json have all.`] : []),
  ];
}
