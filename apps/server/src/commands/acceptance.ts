import type { AcceptanceBy, AcceptanceFigures, AcceptanceReport, AcceptanceRow } from '@draftsmith/contracts';
import { Command } from 'commander';
import { readAcceptanceQuestion } from '../acceptance/answer-acceptance.ts';
import { askAcceptance } from '../acceptance/ask-acceptance.ts';
import type { CommandEnvironment } from '../cli.ts';
import { readServerSettings } from '../settings.ts';
import { count } from './figures.ts';
import { type TextColumn, textTable, wrapped } from './text-table.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const MEANING = `
A draft is settled by the first public reply after it: sent as it is, edited, or
ignored. Other: closed without a reply, or the customer wrote again first. Kept
is how much of the text was sent; time is from the question to the reply, half
of them took longer. A ticket with several tags counts with each topic.`;

/** Who stands for what a draft does not say. */
const NOTHING: Record<AcceptanceBy, string> = {
  brand: '(no brand)',
  topic: '(no tag)',
  language: '(unknown)',
  model: '(unknown)',
};

export function acceptanceCommand(
  { raw, out }: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return new Command('acceptance')
    .description('What became of drafts: sent as they are, edited, ignored')
    .option('--by <what>', 'brand, topic, language or model', 'brand')
    .option('--days <number>', 'how far back', '30')
    .option('--json', 'one JSON document')
    .addHelpText('after', MEANING)
    .action(async ({ json, ...asked }: { by: string; days: string; json?: boolean }) => {
      const question = readAcceptanceQuestion(asked);
      const report = await askAcceptance(question, readServerSettings(await raw()), now());
      for (const line of json ? [JSON.stringify(report, null, 2)] : toText(report, width)) out(line);
    });
}

function toText(report: AcceptanceReport, width: number): string[] {
  const { total, rows, by, days } = report;
  if (total.drafts === 0)
    return wrapped(`Nothing is known of the last ${days} days yet: figures come with the first replies.`, width);
  const columns: TextColumn<AcceptanceRow>[] = [
    { title: by, cell: ({ name }) => name || NOTHING[by] },
    { title: 'drafts', cell: ({ drafts }) => count(drafts), right: true },
    { title: 'as is', cell: shareOf('asIs'), right: true },
    { title: 'edited', cell: shareOf('edited'), right: true },
    { title: 'ignored', cell: shareOf('ignored'), right: true },
    { title: 'other', cell: shareOf('other'), right: true, spare: 1 },
    { title: 'kept', cell: ({ kept }) => (kept === null ? '-' : percent(kept)), right: true },
    { title: 'time', cell: ({ replyMs }) => (replyMs === null ? '-' : time(replyMs)), right: true },
  ];
  const whole = { ...total, key: 'all', name: 'all' };
  return [...textTable(columns, rows, { width, total: whole }).lines, ...remarks(report, width)];
}

function remarks({ edits, ratings }: AcceptanceReport, width: number): string[] {
  const kinds = Object.entries(edits).filter(([, n]) => n > 0);
  const list = (entries: readonly (readonly [string, number])[]) =>
    entries.map(([name, n]) => `${name} ${n}`).join(', ');
  const reasons = ratings.reasons.map(({ reason, count: n }) => [reason, n] as const);
  return [
    ...(kinds.length > 0 ? ['', ...wrapped(`Edits: ${list(kinds.sort(([, a], [, b]) => b - a))}`, width)] : []),
    ...(ratings.good + ratings.bad > 0
      ? [
          '',
          ...wrapped(
            `Ratings: good ${ratings.good}, bad ${ratings.bad}${reasons.length > 0 ? ` (${list(reasons)})` : ''}`,
            width,
          ),
        ]
      : []),
  ];
}

function shareOf(part: 'asIs' | 'edited' | 'ignored' | 'other') {
  return (figures: AcceptanceFigures) => percent(figures[part] / figures.drafts);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** `45 s`, `12 min`, `3.4 h`, `2.1 days`. */
function time(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 1) return `${Math.round(ms / 1_000)} s`;
  if (minutes < 90) return `${Math.round(minutes)} min`;
  const hours = minutes / 60;
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`;
}
