import type { KnownScore } from './known.ts';
import type { Score, Tally } from './score.ts';

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function percent(part: number, whole: number, digits = 1): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(digits)} %`;
}

export function printScore(name: string, { all, innocent }: Score): void {
  const { found, values, right, taken } = all;
  print(
    `  ${name.padEnd(26)} recall ${percent(found, values)} of ${values} values, precision ${percent(right, taken)}, innocent words lost ${percent(innocent.lost, innocent.words, 2)} of ${innocent.words}`,
  );
}

/** Recall and precision by type and by language. */
export function printTables({ byType, byLanguage }: Score): void {
  for (const [title, tallies] of [['by type', byType] as const, ['by language', byLanguage] as const]) {
    print(`  ${title.padEnd(18)}  recall            precision`);
    for (const [key, tally] of tallies) print(`    ${key.padEnd(16)} ${row(tally)}`);
  }
}

function row({ values, found, taken, right }: Tally): string {
  return `${percent(found, values).padStart(8)} of ${String(values).padEnd(5)} ${percent(right, taken).padStart(8)} of ${taken}`;
}

export function printKnown(scores: ReadonlyMap<string, KnownScore>, missed: string | undefined): void {
  let [hidden, samples] = [0, 0];
  for (const [kind, score] of scores) {
    hidden += score.hidden;
    samples += score.samples;
    print(`  ${kind.padEnd(40)} ${percent(score.hidden, score.samples).padStart(8)} of ${score.samples}`);
    if (missed !== undefined) for (const line of new Set(score.missed)) print(`    ${line}`);
  }
  print(`  ${'all kinds of change'.padEnd(40)} ${percent(hidden, samples).padStart(8)} of ${samples}`);
}
