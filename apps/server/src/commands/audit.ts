import type { AuditEntry } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { askAudit } from '../operator/ask-audit.ts';
import { readServerSettings } from '../settings.ts';
import { csvLine } from './csv-line.ts';
import { textTable, wrapped } from './text-table.ts';
import { parseWhen } from './usage/when.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const EXAMPLES = `
Examples:
  audit --since 7d
  audit --action user              users added, changed and removed
  audit --since 2026-11 --csv > november.csv

Newest first. Times are UTC, and 30d is the last 30 days, today included.`;

interface AuditOptions {
  since: string;
  until?: string;
  action?: string;
  json?: boolean;
  csv?: boolean;
}

export function auditCommand(
  { raw, out }: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return new Command('audit')
    .description('Who did what, and when')
    .option('--since <when>', '30d, 12h, 2026-11, 2026-11-01 or a time', '30d')
    .option('--until <when>', 'the same; a day or month is included (default: now)')
    .option('--action <name>', 'e.g. policy.changed, or user for all that begins with it')
    .option('--json', 'one JSON document')
    .option('--csv', 'one line for each entry')
    .addHelpText('after', EXAMPLES)
    .action(async ({ since, until, action, json, csv }: AuditOptions) => {
      if (json && csv)
        throw new AppError('invalid', 'Expected --json or --csv, not both', { code: 'command-line.format' });
      const asked = {
        since: parseWhen('--since', since, { now: now(), edge: 'start' }),
        ...(until && { until: parseWhen('--until', until, { now: now(), edge: 'end' }) }),
        ...(action && { action }),
      };
      const entries = await askAudit(asked, readServerSettings(await raw()));
      for (const line of json ? [JSON.stringify(entries, null, 2)] : csv ? toCsv(entries) : toText(entries, width))
        out(line);
    });
}

function toCsv(entries: readonly AuditEntry[]): string[] {
  return [
    ['at', 'who', 'whoId', 'action', 'subject', 'detail'],
    ...entries.map((entry) => [
      ...[entry.at, whoOf(entry), entry.actor.kind === 'user' ? entry.actor.id : ''],
      ...[entry.action, entry.subject, JSON.stringify(entry.detail)],
    ]),
  ].map(csvLine);
}

function toText(entries: readonly AuditEntry[], width: number): string[] {
  if (entries.length === 0) return wrapped('Nothing is on record in this time.', width);
  return textTable<AuditEntry>(
    [
      { title: 'when (UTC)', cell: ({ at }) => at.slice(0, 16).replace('T', ' ') },
      { title: 'who', cell: whoOf },
      { title: 'what', cell: ({ action }) => action },
      { title: 'on', cell: ({ subject }) => subject ?? '', spare: 1 },
      { title: 'detail', cell: detailOf, spare: 2 },
    ],
    entries,
    { width },
  ).lines;
}

/** Suites have no name of their own: a command is whoever may use this machine. */
function whoOf({ actor }: AuditEntry): string {
  if (actor.kind === 'user') return actor.name;
  return actor.kind === 'command' ? 'command line' : 'the suite itself';
}

function detailOf({ detail }: AuditEntry): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') : value}`)
    .join(' ');
}
