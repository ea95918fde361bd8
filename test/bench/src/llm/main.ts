import { postgresAnswers } from '../engines.ts';
import { HELP, parseLlmOptions } from './options.ts';
import { runProfile } from './profile/run-profile.ts';
import { llmReport } from './report/report.ts';
import { runLlmBench } from './run-llm-bench.ts';

/** Milliseconds for 2,000 calls of each, however slow the machine; more calls may take longer. */
const PATIENCE = 20 * 60_000;
const PATIENCE_PER_CALL = PATIENCE / 2_000;

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { help, json, profile, ...options } = parseLlmOptions(process.argv.slice(2));
  if (help) return void process.stdout.write(`${HELP}\n`);
  const patience = Math.max(PATIENCE, options.calls * PATIENCE_PER_CALL);
  const signal = AbortSignal.any([AbortSignal.timeout(patience), interruption()]);
  if (profile) return void process.stdout.write(`${await runProfile(profile, { ...options, say, signal })}\n`);
  const figures = await runLlmBench({ ...options, engines: await engines(), say, signal });
  process.stdout.write(`${json ? JSON.stringify(figures) : llmReport(figures)}\n`);
}

/** Ctrl+C must not leave a database and processes behind. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort());
  return controller.signal;
}

async function engines() {
  if (await postgresAnswers()) return ['pglite', 'postgres'] as const;
  say('SKIPPED: PostgreSQL does not answer (DRAFTSMITH_TEST_DATABASE_URL)');
  return ['pglite'] as const;
}

try {
  await main();
} catch (thrown) {
  say(thrown instanceof Error ? thrown.message : 'The bench failed');
  process.exitCode = 1;
}
