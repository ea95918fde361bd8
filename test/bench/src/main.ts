import { existsSync } from 'node:fs';
import { type EngineName, postgresAnswers } from './engines.ts';
import { type BenchOptions, HELP, parseOptions } from './options.ts';
import { report } from './report/report.ts';
import { runBench } from './run-bench.ts';

/** The whole run, however slow the machine. */
const PATIENCE = 4 * 60_000;

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (!existsSync('/proc/self/status'))
    throw new Error('Memory and processor time are read from /proc: run it on Linux');
  const engines = await enginesFor(options);
  const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE), interruption()]);
  const figures = await runBench({ engines, quick: options.quick, say, signal });
  process.stdout.write(`${options.json ? JSON.stringify(figures) : report(figures)}\n`);
  return figures.unfinished.length > 0 ? 1 : 0;
}

/** Ctrl+C must not leave a database and processes behind. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

async function enginesFor({ engine }: BenchOptions): Promise<EngineName[]> {
  if (engine === 'pglite') return ['pglite'];
  const answers = await postgresAnswers();
  if (engine === 'postgres' && !answers) throw new Error('PostgreSQL does not answer (DRAFTSMITH_TEST_DATABASE_URL)');
  if (!answers) say('SKIPPED: PostgreSQL does not answer (DRAFTSMITH_TEST_DATABASE_URL)');
  if (engine === 'postgres') return ['postgres'];
  return answers ? ['pglite', 'postgres'] : ['pglite'];
}

try {
  process.exitCode = await main();
} catch (thrown) {
  say(thrown instanceof Error ? thrown.message : 'The bench failed');
  process.exitCode = 1;
}
