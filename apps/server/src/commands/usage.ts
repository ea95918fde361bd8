import { DIMENSIONS } from '@draftsmith/llm/sql';
import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import type { UsageAnswer } from '../operator/answer-usage.ts';
import { askLedger } from '../operator/ask-ledger.ts';
import { readServerSettings } from '../settings.ts';
import { usageCsv } from './usage/csv.ts';
import { readQuestion, type UsageOptions } from './usage/read-question.ts';
import { reportText } from './usage/report-text.ts';
import { repriceText } from './usage/reprice-text.ts';
import { whyText } from './usage/why-text.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const EXAMPLES = `
Examples:
  usage --since 30d --by connector,model
  usage --since 2026-11 --until 2026-11 --by day --csv > november.csv
  usage --since 7d --why           why the bill is another one than the week before
  usage --since 2026-10 --reprice  what it would cost at today's prices

Days are UTC, and 30d is the last 30 of them, today included.`;

export function usageCommand(
  { raw, out }: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return new Command('usage')
    .description('What was asked and paid, and why the bill is what it is')
    .option('--since <when>', '30d, 12h, 2026-11, 2026-11-01 or a time', '30d')
    .option('--until <when>', 'the same; a day or month is included (default: now)')
    .option('--by <dimensions>', `${DIMENSIONS.join(', ')}; several with commas (default: model)`, collect)
    .option('--why [since]', 'the difference to the period before, or to one that begins then')
    .option('--reprice [date]', 'priced again with the prices of today, or of that date')
    .option('--json', 'one JSON document')
    .option('--csv', 'one line for each row')
    .addHelpText('after', EXAMPLES)
    .action(async (options: UsageOptions) => {
      const question = readQuestion(options, now());
      const answer = await askLedger(question, readServerSettings(await raw()));
      for (const line of linesOf(answer, options, width)) out(line);
    });
}

function linesOf(answer: UsageAnswer, { json, csv }: UsageOptions, width: number): string[] {
  if (json) return [JSON.stringify(answer, null, 2)];
  if (csv) return usageCsv(answer);
  if (answer.kind === 'report') return reportText(answer, width);
  return answer.kind === 'why' ? whyText(answer, width) : repriceText(answer, width);
}

function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
