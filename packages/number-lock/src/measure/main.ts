// Prints how many lies pass, how many honest sentences are refused, and what becomes of generated deals:
// `node packages/number-lock/src/measure/main.ts [--deals 100000] [--misses]`.
import {
  ATTACK_ROWS,
  HONEST,
  LAST_HONEST_ROWS,
  LAST_LIES_ROWS,
  LATER_HONEST_ROWS,
  LATER_LIES_ROWS,
  LIES,
  MEANING_HONEST_ROWS,
  MEANING_LAST_HONEST_ROWS,
  MEANING_LAST_LIES_ROWS,
  MEANING_LATER_HONEST_ROWS,
  MEANING_LATER_LIES_ROWS,
  MEANING_LIES_ROWS,
} from './corpus.ts';
import { type DealFigures, measureDeal, noFigures } from './measure-deals.ts';
import { type Scored, score } from './score.ts';

const DEFAULT_DEALS = 2_000;
const BAR = 40;

const print = (line: string) => process.stdout.write(`${line}\n`);

function report(title: string, scored: readonly Scored[], wanted: boolean): void {
  const wrong = scored.filter(({ refused }) => refused !== wanted);
  const share = ((wrong.length / scored.length) * 100).toFixed(1);
  print(`${title}: ${wrong.length} of ${scored.length} (${share} %)`);
  if (process.argv.includes('--misses'))
    for (const { language, text, findings } of wrong)
      print(`  ${language}: ${text}  ${findings.map(({ code, text: words }) => `${code} "${words}"`).join(', ')}`);
}

function dealsAsked(): number {
  const at = process.argv.indexOf('--deals');
  const asked = Number(process.argv[at + 1]);
  return at >= 0 && Number.isSafeInteger(asked) && asked > 0 ? asked : DEFAULT_DEALS;
}

function measureDeals(count: number): DealFigures {
  const sum = noFigures();
  for (let seed = 1; seed <= count; seed++) {
    measureDeal(seed, sum);
    if (process.stderr.isTTY && (seed % 100 === 0 || seed === count)) {
      const done = Math.floor((seed / count) * BAR);
      process.stderr.write(`\r[${'#'.repeat(done)}${'.'.repeat(BAR - done)}] ${seed} of ${count}`);
      if (seed === count) process.stderr.write('\n');
    }
  }
  return sum;
}

for (const heldOut of [false, true]) {
  const half = heldOut ? 'held out' : 'tuned on';
  const lies = score(LIES.filter((row) => row.heldOut === heldOut));
  const honest = score(HONEST.filter((row) => row.heldOut === heldOut));
  report(`lies that pass, ${half}`, lies, true);
  report(`honest sentences refused, ${half}`, honest, false);
}
report('lies that pass, later', score(LATER_LIES_ROWS), true);
report('honest sentences refused, later', score(LATER_HONEST_ROWS), false);
report('lies that pass, last', score(LAST_LIES_ROWS), true);
report('honest sentences refused, last', score(LAST_HONEST_ROWS), false);
report('lies that pass, wrong meaning', score(MEANING_LIES_ROWS), true);
report('honest sentences refused, wrong meaning', score(MEANING_HONEST_ROWS), false);
report('lies that pass, wrong meaning, later', score(MEANING_LATER_LIES_ROWS), true);
report('honest sentences refused, wrong meaning, later', score(MEANING_LATER_HONEST_ROWS), false);
report('lies that pass, wrong meaning, last', score(MEANING_LAST_LIES_ROWS), true);
report('honest sentences refused, wrong meaning, last', score(MEANING_LAST_HONEST_ROWS), false);
report('lies that pass, attack', score(ATTACK_ROWS), true);
for (const [name, value] of Object.entries(measureDeals(dealsAsked()))) print(`${name}: ${value}`);
