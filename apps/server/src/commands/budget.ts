import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { askBudgets } from '../operator/ask-ledger.ts';
import { readServerSettings } from '../settings.ts';
import { budgetText } from './budget/budget-text.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const MEANING = `
spent is settled; held is set aside for calls that run and a few to come; presumed
was set aside by a process that vanished, and counts as spent. Days are UTC.`;

export function budgetCommand(
  { raw, out }: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return new Command('budget')
    .description('Where each limit of DRAFTSMITH_BUDGETS stands')
    .option('--json', 'one JSON document')
    .addHelpText('after', MEANING)
    .action(async ({ json }: { json?: boolean }) => {
      const answer = await askBudgets(readServerSettings(await raw()), now());
      const lines = json ? [JSON.stringify(answer, null, 2)] : budgetText(answer, width);
      for (const line of lines) out(line);
    });
}
