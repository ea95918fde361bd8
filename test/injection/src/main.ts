import { ATTACKS } from './attacks/index.ts';
import { scorecard } from './scorecard.ts';
import { runSuite } from './suite.ts';

/** The whole run, however slow the machine. */
const PATIENCE_MS = 10 * 60_000;

setTimeout(() => {
  process.stderr.write(`The attacks did not come to an end within ${PATIENCE_MS / 60_000} minutes\n`);
  process.exit(1);
}, PATIENCE_MS).unref();

const results = await runSuite(ATTACKS);
process.stdout.write(`${scorecard(results)}\n`);
process.exitCode = results.some(({ lost }) => lost.length > 0) ? 1 : 0;
