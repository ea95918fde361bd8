import { Command } from 'commander';
import type { CommandEnvironment } from '../cli.ts';
import { type ImportOptions, importKnowledge } from './knowledge/import.ts';
import { type SearchOptions, searchKnowledge } from './knowledge/search.ts';
import { knowledgeStatus } from './knowledge/status.ts';

const ACCOUNT = 'whose knowledge, e.g. local or zendesk/acme';

const EXAMPLES = `
Examples:
  knowledge import articles.jsonl
  knowledge search "When is my refund paid?"
  knowledge search --json < questions.jsonl > hits.jsonl
  knowledge status --account zendesk/acme

A line to import: {"id","title","body","locale"?,"url"?,"visibility"?,"kind"?,"updatedAt"?,"brand"?}
A line to search: {"query","id"?,"context"?:["what was said before", ...]}, answered by {"id","hits":[{"id","score"}]}`;

export function knowledgeCommand(environment: CommandEnvironment): Command {
  const command = new Command('knowledge').description('Articles and answers: brought in, searched, counted');
  command
    .command('import <file>')
    .description('Brings in JSON lines; "-" reads standard input. The same line again changes nothing')
    .option('--account <name>', ACCOUNT, 'local')
    .option('--replace', 'takes out first what the account had')
    .option('--json', 'what was done, as one JSON document')
    .action((file: string, options: ImportOptions) => importKnowledge(environment, file, options));
  command
    .command('search [query...]')
    .description('What answers a question, best first; without one, JSON lines on standard input')
    .option('--account <name>', ACCOUNT, 'local')
    .option('--limit <number>', 'at most so many hits', '10')
    .option('--language <code>', 'e.g. en (default: that of the question)')
    .option('--brand <name>', 'without what belongs to other brands')
    .option('--public', 'without internal text')
    .option('--json', 'one JSON document')
    .action((query: string[], options: SearchOptions) => searchKnowledge(environment, query.join(' '), options));
  command
    .command('status')
    .description('How much there is, when it was read, and what went wrong')
    .option('--account <name>', ACCOUNT, 'local')
    .option('--json', 'one JSON document')
    .action((options: { account: string; json?: boolean }) => knowledgeStatus(environment, options));
  return command.addHelpText('after', EXAMPLES);
}
