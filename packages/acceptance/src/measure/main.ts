// Prints what `compare` makes of letters whose fate is known: `node packages/acceptance/src/measure/main.ts [--misses]`.
import { isHeldOut, TOPICS } from './corpus.ts';
import { type Pair, pairsOf } from './pairs.ts';
import { confusion, type Judged, judge } from './score.ts';

const VERDICTS = ['as-is', 'edited', 'ignored'] as const;
const WIDTH = 10;

const print = (line: string) => process.stdout.write(`${line}\n`);
const cells = (values: readonly (string | number)[]) => values.map((value) => String(value).padEnd(WIDTH)).join('');

function report(title: string, pairs: readonly Pair[]): void {
  const judged = pairs.map(judge);
  const right = judged.filter(({ verdictRight }) => verdictRight).length;
  print(`${title}: ${pairs.length} pairs, verdict right ${percent(right, pairs.length)}`);
  print(`  ${cells(['was', ...VERDICTS])}`);
  for (const [was, row] of confusion(judged))
    print(`  ${cells([was, ...VERDICTS.map((found) => row.get(found) ?? 0)])}`);
  for (const [kind, some] of Map.groupBy(judged, ({ pair }) => pair.kind)) print(`  ${lineOf(kind, some)}`);
  if (process.argv.includes('--misses')) for (const one of judged) printMiss(one);
}

function lineOf(kind: string, judged: readonly Judged[]): string {
  const verdicts = judged.filter(({ verdictRight }) => verdictRight).length;
  const asked = judged.filter(({ editsRight }) => editsRight !== undefined);
  const edits = asked.filter(({ editsRight }) => editsRight).length;
  const kinds = asked.length > 0 ? `, kind of edit ${percent(edits, asked.length)}` : '';
  return `${kind.padEnd(26)}${String(judged.length).padStart(4)}  verdict ${percent(verdicts, judged.length)}${kinds}`;
}

function printMiss({ pair, found, verdictRight, editsRight }: Judged): void {
  if (verdictRight && editsRight !== false) return;
  const wanted = [pair.verdict, pair.edit].filter(Boolean).join(' ');
  const got = [found.verdict, ...found.edits].join(' ');
  print(
    `    ${pair.topic.language} ${pair.topic.id}, ${pair.kind}: ${wanted} became ${got} (kept ${found.kept.toFixed(2)})`,
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`;
}

const of = (heldOut: boolean) => TOPICS.filter((topic) => isHeldOut(topic) === heldOut);
report(
  'Tuned on',
  of(false).flatMap((topic) => pairsOf(topic, TOPICS)),
);
report(
  'Held out',
  of(true).flatMap((topic) => pairsOf(topic, TOPICS)),
);
