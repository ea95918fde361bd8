// Prints how much of seeded corruptions the check catches, how many true sentences it strikes, and its speed:
// `node packages/grounding/src/measure/main.ts [--misses]`.
import { ACROSS_TOPICS, isHeldOut, LATER_TOPICS, SECOND_TOPICS, TOPICS, UNSEEN_TOPICS } from './corpus.ts';
import { CORRUPTIONS } from './corrupt.ts';
import { type Score, score } from './score.ts';
import { speedLines } from './speed.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ru'];
const SEED = 20_261_122;

const print = (line: string) => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`);

function report(title: string, { altered, struck, untouched, misses }: Score): void {
  print(`${title}: ${untouched} true sentences, ${percent(struck, untouched)} struck`);
  print(`  ${['caught', ...LANGUAGES, 'all', 'made'].map((cell) => cell.padEnd(9)).join('')}`);
  for (const kind of CORRUPTIONS) {
    const counts = LANGUAGES.map((language) => altered.get(`${kind} ${language}`) ?? { made: 0, caught: 0 });
    const made = counts.reduce((sum, count) => sum + count.made, 0);
    const caught = counts.reduce((sum, count) => sum + count.caught, 0);
    const cells = [
      kind,
      ...counts.map((count) => percent(count.caught, count.made)),
      percent(caught, made),
      String(made),
    ];
    print(`  ${cells.map((cell) => cell.padEnd(9)).join('')}`);
  }
  if (process.argv.includes('--misses'))
    for (const { kind, language, sentence, claims } of misses) print(`  ${kind} ${language}: ${sentence}  [${claims}]`);
}

report(
  'Tuned on',
  score(
    TOPICS.filter((topic) => !isHeldOut(topic)),
    SEED,
  ),
);
report('Held out', score(TOPICS.filter(isHeldOut), SEED));
report('Second corpus', score(SECOND_TOPICS, SEED));
report('Unseen', score(UNSEEN_TOPICS, SEED));
report('Later', score(LATER_TOPICS, SEED));
report('Across languages, English sources', score(ACROSS_TOPICS, SEED));
for (const line of speedLines(SEED)) print(line);
