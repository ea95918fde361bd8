import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { withReceipts } from '../operator/ask-receipts.ts';
import { readServerSettings } from '../settings.ts';
import { type ReceiptsOptions, readQuestion } from './receipts/read-question.ts';
import { receiptsCsv, receiptsJson } from './receipts/receipts-lines.ts';
import { receiptsText } from './receipts/receipts-text.ts';

/** Characters a line where nobody watches. */
const WIDTH = 80;

const EXAMPLES = `
Examples:
  receipts --since 30d
  receipts --since 2026-11 --until 2026-11 --csv > november.csv
  receipts --reference <draft id>      every call for one draft

An appendix to the record of processing (GDPR, Art. 30): recipients, and for
each call what was replaced and the hash of what was sent; no text and no value.
Newest first. Days are UTC, and 7d is the last 7 of them, today included.`;

export function receiptsCommand(
  { raw, out }: CommandEnvironment,
  { now = () => new Date(), width = process.stdout.columns ?? WIDTH } = {},
): Command {
  return new Command('receipts')
    .description('What was sent to which model, where it is, and what was replaced first')
    .option('--since <when>', '30d, 12h, 2026-11, 2026-11-01 or a time (default: 7d, or always for one draft)')
    .option('--until <when>', 'the same; a day or month is included (default: now)')
    .option('--account <name>', 'of one account alone')
    .option('--reference <id>', 'of one draft alone')
    .option('--json', 'one JSON document')
    .option('--csv', 'one line for each call')
    .addHelpText('after', EXAMPLES)
    .action(async (options: ReceiptsOptions) => {
      const question = readQuestion(options, now());
      await withReceipts(question, readServerSettings(await raw()), async (receipts) => {
        if (!options.json && !options.csv) {
          for (const line of await receiptsText(question, receipts, width)) out(line);
          return;
        }
        const lines = options.json ? receiptsJson(question, receipts) : receiptsCsv(receipts);
        for await (const line of lines) out(line);
      });
    });
}
