import { isAppError } from '@draftsmith/errors';
import { environment, type RawSettings, readConfigFile } from '@draftsmith/settings';
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { acceptanceCommand } from './commands/acceptance.ts';
import { auditCommand } from './commands/audit.ts';
import { budgetCommand } from './commands/budget.ts';
import { checkCommand } from './commands/check.ts';
import { completeCommand } from './commands/complete.ts';
import { connectCommand } from './commands/connect.ts';
import { disconnectCommand } from './commands/disconnect.ts';
import { doctorCommand } from './commands/doctor.ts';
import { draftCommand } from './commands/draft.ts';
import { eraseCommand } from './commands/erase.ts';
import { exportCommand } from './commands/export.ts';
import { keyCommand } from './commands/key.ts';
import { knowledgeCommand } from './commands/knowledge.ts';
import { receiptsCommand } from './commands/receipts.ts';
import { redactCommand } from './commands/redact.ts';
import { retentionCommand } from './commands/retention.ts';
import { startCommand } from './commands/start.ts';
import { usageCommand } from './commands/usage.ts';

/** What every command gets: where settings come from and where words go. */
export interface CommandEnvironment {
  raw: () => Promise<RawSettings>;
  /** Results, and nothing else. */
  out: (line: string) => void;
  /** Progress and remarks. */
  say: (line: string) => void;
  stdin: NodeJS.ReadableStream;
  /** True when a person watches: progress may redraw its line. */
  interactive: boolean;
}

const VERSION = packageJson.version;

const EXAMPLES = `
From a clone, each begins with \`npx pnpm@12 draftsmith\`:
  connect zendesk                  access, webhooks, test, a draft to try; or hubspot
  doctor                           is everything set up?
  draft zendesk 12345 --dry-run    one draft, nothing written back
  draft --file tickets.csv --knowledge articles.csv > drafts.jsonl
  start

Settings are environment variables or draftsmith.config.json; docs/operating.md lists them.`;

/** @returns the exit code: 0, or 1 with one clear line on standard error. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const program = new Command('draftsmith')
    .description(
      'First drafts where people already work: suggested replies in Zendesk, from your own articles and macros; proposals in HubSpot, right to the cent.',
    )
    .version(VERSION)
    // Without the arguments of each, the descriptions fit beside the names.
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showHelpAfterError('(draftsmith --help shows the commands)');
  const commandEnvironment: CommandEnvironment = {
    raw: async () => ({ ...(await readConfigFile(process.cwd())), ...environment() }),
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    stdin: process.stdin,
    // With results on the same terminal, a line that redraws itself would run into them.
    interactive: process.stderr.isTTY === true && process.stdout.isTTY !== true,
  };
  for (const command of [
    startCommand,
    connectCommand,
    disconnectCommand,
    draftCommand,
    completeCommand,
    redactCommand,
    checkCommand,
    usageCommand,
    acceptanceCommand,
    budgetCommand,
    keyCommand,
    knowledgeCommand,
    receiptsCommand,
    auditCommand,
    exportCommand,
    eraseCommand,
    retentionCommand,
    doctorCommand,
  ]) {
    const ready = command(commandEnvironment).exitOverride();
    program.addCommand(ready.showHelpAfterError(`(draftsmith ${ready.name()} --help shows the options)`));
  }
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode;
    commandEnvironment.say(isAppError(thrown) ? thrown.message : bugReport(thrown));
    return 1;
  }
}

/** A bug, without its message: that of a failed query, say, holds what it was to store. */
function bugReport(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'Something went wrong that should not: please report it';
  const places = thrown.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [
    `Something went wrong that should not (${thrown.name}): please report these lines`,
    ...places.slice(0, 8),
  ].join('\n');
}
