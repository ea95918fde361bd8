import { type EngineName, postgresAnswers } from '../engines.ts';
import { machine } from '../machine.ts';
import { HELP, type ProposalBenchOptions, parseProposalOptions } from './options.ts';
import { proposalReport } from './report.ts';
import { runProposalBench } from './run-proposal-bench.ts';

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = parseProposalOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const { lineItems, activities, clicks, latency } = options;
  const [facts, size] = [machine(), { lineItems, activities }];
  const measured = await runProposalBench({ engines: await enginesFor(options), clicks, size, latency, say });
  process.stdout.write(`${proposalReport(facts, { ...size, latency }, measured)}\n`);
}

async function enginesFor({ engine }: ProposalBenchOptions): Promise<EngineName[]> {
  if (engine === 'pglite') return ['pglite'];
  const answers = await postgresAnswers();
  if (engine === 'postgres' && !answers) throw new Error('PostgreSQL does not answer (DRAFTSMITH_TEST_DATABASE_URL)');
  if (!answers) say('SKIPPED: PostgreSQL does not answer (DRAFTSMITH_TEST_DATABASE_URL)');
  if (engine === 'postgres') return ['postgres'];
  return answers ? ['pglite', 'postgres'] : ['pglite'];
}

try {
  await main();
} catch (thrown) {
  say(thrown instanceof Error ? thrown.message : 'The bench failed');
  process.exitCode = 1;
}
