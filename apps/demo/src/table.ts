import type { DraftListItem, Outcome } from '@draftsmith/contracts';
import type { ZendeskSeed } from '@draftsmith/simulators/zendesk';
import type { DemoOutcomes } from './deliver-tickets.ts';

const SUBJECT_WIDTH = 44;

export function headerLine(): string {
  return `${'ticket'.padEnd(8)}${'lang'.padEnd(6)}${'subject'.padEnd(SUBJECT_WIDTH + 2)}${'outcome'.padEnd(26)}${'by'.padEnd(22)}${'tokens'.padStart(8)}${'cost $'.padStart(10)}${'time'.padStart(9)}`;
}

export function outcomeLine(item: DraftListItem, company: ZendeskSeed): string {
  const subject = item.subject || company.tickets.find(({ id }) => String(id) === item.resourceId)?.subject || '';
  const tokens = item.inputTokens === null ? '' : String(item.inputTokens + (item.outputTokens ?? 0));
  const by = item.provider ? `${item.provider}${item.model ? `/${item.model}` : ''}` : '';
  return [
    item.resourceId.padEnd(8),
    (item.language ?? '').padEnd(6),
    fit(subject, SUBJECT_WIDTH).padEnd(SUBJECT_WIDTH + 2),
    outcomeWords(item.outcome).padEnd(26),
    fit(by, 20).padEnd(22),
    tokens.padStart(8),
    (item.costUsd === null ? '' : Number(item.costUsd).toFixed(4)).padStart(10),
    (item.totalMs === null ? '' : `${item.totalMs} ms`).padStart(9),
  ].join('');
}

export function summaryLines({ items, firstDraftAt, missing }: DemoOutcomes, started: number, now: number): string[] {
  const counts = new Map<string, number>();
  for (const { outcome } of items) counts.set(outcome?.kind ?? 'open', (counts.get(outcome?.kind ?? 'open') ?? 0) + 1);
  const parts = [...counts].map(([kind, n]) => `${n} ${kind}`).join(', ');
  const first = firstDraftAt === undefined ? 'no draft' : `the first draft after ${seconds(firstDraftAt - started)}`;
  return [
    '',
    `${items.length} tickets: ${parts}; from the start ${first}, the last outcome after ${seconds(now - started)}.`,
    ...(missing.length > 0 ? [`No outcome for: ${missing.join(', ')}`] : []),
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
