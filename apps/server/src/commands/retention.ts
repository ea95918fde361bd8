import type { RetentionLine } from '@draftsmith/personal-data';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import type { RetentionAnswer } from '../retention/answer-retention.ts';
import { askRetention } from '../retention/ask-retention.ts';
import { readServerSettings } from '../settings.ts';
import { type TextColumn, textTable, wrapped } from './text-table.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const MEANING = `
Servers look each hour. Days are those of UTC, and the one on which something
came is the first. DRAFTSMITH_RETENTION sets them, e.g.
drafts=180,proposals=180,records=730,deliveries=30,audit=1095; prompts and
answers have DRAFTSMITH_KEEP_TEXTS_DAYS.`;

const WHAT: Record<RetentionLine['kind'], string> = {
  texts: 'redacted prompts and answers',
  drafts: 'words of drafts, and whom they are about',
  proposals: 'words of proposals, and whom they are about',
  records: 'figures of drafts, proposals and calls to models',
  deliveries: 'notices from source systems',
  audit: 'who did what',
  ended: 'sessions, marks and limits that are over',
};

export function retentionCommand(
  { raw, out }: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return new Command('retention')
    .description('What is kept for how long, and what is due to go')
    .option('--run', 'remove at once what is due')
    .option('--json', 'one JSON document')
    .addHelpText('after', MEANING)
    .action(async ({ run = false, json }: { run?: boolean; json?: boolean }) => {
      const answer = await askRetention(readServerSettings(await raw()), run, now());
      for (const line of json ? [JSON.stringify(answer, null, 2)] : toText(answer, width)) out(line);
    });
}

function toText({ lines, removed }: RetentionAnswer, width: number): string[] {
  const columns: TextColumn<RetentionLine>[] = [
    { title: 'kind', cell: ({ kind }) => kind },
    { title: 'what', cell: ({ kind }) => WHAT[kind], spare: 1 },
    { title: 'days', cell: ({ days }) => (days === null ? '-' : String(days)), right: true },
    removed
      ? { title: 'removed', cell: ({ kind }) => String(removed[kind]), right: true }
      : { title: 'due now', cell: ({ due }) => String(due), right: true },
  ];
  const due = lines.some((line) => line.due > 0);
  const remark =
    removed || !due
      ? []
      : ['', ...wrapped('A server removes what is due within the hour; --run does it at once.', width)];
  return [...textTable(columns, lines, { width }).lines, ...remark];
}
