import type { DraftListItem, Outcome } from '@draftsmith/contracts';
import type { ZendeskSeed } from '@draftsmith/simulators/zendesk';
import type { DemoOutcomes } from './deliver-tickets.ts';
import type { DemoProposal } from './propose.ts';

interface Column {
  title: string;
  width: number;
  right?: boolean;
  /** Narrower terminals do without it: a table that wraps cannot be read. */
  from?: number;
  cell: (item: DraftListItem) => string;
}

/** Where nobody watches (a file, a pipe), and at most. */
const FULL_WIDTH = 120;
const NARROWEST_SUBJECT = 16;

/** The table of the demo, in as many characters a line as the terminal has. */
export function createTable(
  company: Pick<ZendeskSeed, 'tickets'>,
  terminal = FULL_WIDTH,
): { header: string; line: (item: DraftListItem) => string } {
  const subjects = new Map(company.tickets.map(({ id, subject }) => [String(id), subject]));
  const width = Math.min(terminal, FULL_WIDTH);
  const columns = columnsFor(width, (item) => item.subject || subjects.get(item.resourceId) || '');
  const print = (cellOf: (column: Column) => string) =>
    columns
      .map((column) => padded(cellOf(column), column))
      .join('')
      .trimEnd();
  return { header: print(({ title }) => title), line: (item) => print(({ cell }) => cell(item)) };
}

function columnsFor(width: number, subjectOf: (item: DraftListItem) => string): Column[] {
  const subject: Column = { title: 'subject', width: 0, cell: subjectOf };
  const columns = [
    { title: 'ticket', width: 7, cell: (item) => item.resourceId },
    { title: 'lang', width: 5, cell: (item) => item.language ?? '' },
    subject,
    { title: 'outcome', width: 29, cell: (item) => outcomeWords(item.outcome) },
    { title: 'by', width: 22, from: 120, cell: byWhom },
    { title: 'tokens', width: 8, right: true, from: 100, cell: tokensOf },
    {
      title: 'cost $',
      width: 9,
      right: true,
      from: 100,
      cell: ({ costUsd }) => (costUsd === null ? '' : Number(costUsd).toFixed(4)),
    },
    { title: 'time', width: 9, right: true, cell: ({ totalMs }) => (totalMs === null ? '' : `${totalMs} ms`) },
  ] satisfies Column[] as Column[];
  const shown = columns.filter(({ from = 0 }) => width >= from);
  const taken = shown.reduce((sum, column) => sum + column.width, 0);
  subject.width = Math.max(width - taken, NARROWEST_SUBJECT);
  return shown;
}

function padded(text: string, { width, right }: Column): string {
  return right ? fit(text, width - 1).padStart(width) : fit(text, width - 1).padEnd(width);
}

function byWhom({ provider, model }: DraftListItem): string {
  return provider ? `${provider}${model ? `/${model}` : ''}` : '';
}

function tokensOf({ inputTokens, outputTokens }: DraftListItem): string {
  return inputTokens === null ? '' : String(inputTokens + (outputTokens ?? 0));
}

export function summaryLines({ items, firstDraftAt, missing }: DemoOutcomes, started: number, now: number): string[] {
  const count = (kind: string) => items.filter(({ outcome }) => (outcome?.kind ?? 'open') === kind).length;
  const parts = ['drafted', 'skipped', 'failed', 'open']
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`)
    .join(', ');
  const first = firstDraftAt === undefined ? 'no draft' : `the first draft after ${seconds(firstDraftAt - started)}`;
  return [
    '',
    `${items.length} tickets: ${parts}; from the start ${first}, the last outcome after ${seconds(now - started)}.`,
    ...(missing.length > 0 ? [`No outcome for: ${missing.join(', ')}`] : []),
  ];
}

export function proposalLines({ deal, total, draftedMs, writer, files }: DemoProposal): string[] {
  return [
    '',
    `A deal in HubSpot, "${deal}": a proposal over ${total}, written ${writer}, ${seconds(draftedMs)} after the click,`,
    'attached to the deal as private files on a note:',
    ...files.map((file) => `  ${file}`),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

export function outcomeWords(outcome: Outcome | null): string {
  if (!outcome) return 'open';
  if (outcome.kind === 'skipped') return `skipped: ${outcome.reason}`;
  return outcome.kind === 'failed' ? `failed: ${outcome.error}` : 'drafted';
}

function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
