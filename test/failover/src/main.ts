import { draftsmith } from './product.ts';
import { toJson } from './scorecard/json.ts';
import { HELP, parseOptions } from './scorecard/options.ts';
import { casesOf, playAll } from './scorecard/play-all.ts';
import { report } from './scorecard/report.ts';
import { allPassed } from './scorecard/score.ts';
import { realTimeline } from './timeline/timeline.ts';

/** The whole run, however slow the machine. */
const PATIENCE_MS = 5 * 60_000;
const AT_ONCE = 40;
const PROGRESS_EVERY = 25;

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { help, json, dialects, faults } = parseOptions(process.argv.slice(2));
  if (help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const started = performance.now();
  const results = await playAll(casesOf(faults, dialects), {
    product: draftsmith,
    timeline: realTimeline,
    random: Math.random,
    atOnce: AT_ONCE,
    onDone(done, of) {
      const seconds = Math.round((performance.now() - started) / 1_000);
      if (done % PROGRESS_EVERY === 0 || done === of) say(`${done} of ${of} cases, ${seconds} s`);
    },
  });
  process.stdout.write(`${json ? toJson(results, dialects) : report(results, dialects)}\n`);
  return allPassed(results) ? 0 : 1;
}

setTimeout(() => {
  say(`The scorecard did not come to an end within ${PATIENCE_MS / 1_000} s`);
  process.exit(1);
}, PATIENCE_MS).unref();

try {
  process.exitCode = await main();
} catch (thrown) {
  say(thrown instanceof Error ? thrown.message : 'The scorecard failed');
  process.exitCode = 1;
}
