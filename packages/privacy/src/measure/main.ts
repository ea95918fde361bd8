import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { seededRandom } from '@draftsmith/seeded-random';
import { findEntities } from '../find-entities.ts';
import { createRedactor } from '../redactor.ts';
import { createCorpus, type Sample } from './corpus.ts';
import { scoreKnown } from './known.ts';
import { type Finder, type Score, score, type Tally } from './score.ts';
import { HELD_OUT } from './templates/held-out.ts';
import { MORE_TUNING } from './templates/more-tuning.ts';
import { TUNING } from './templates/tuning.ts';
import { fakerVocabulary } from './vocabulary/faker.ts';
import { handwrittenVocabulary } from './vocabulary/handwritten.ts';

/** The baseline: what a plain pass with regular expressions finds. */
const PLAIN = /[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()/.-]{7,}\d|\b[A-Z]{2}\d{2}[A-Z\d ]{11,30}\b/g;
const REGEX: Finder = (text) =>
  [...text.matchAll(PLAIN)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
    compromise: { type: 'boolean', default: false },
    missed: { type: 'string' },
  },
});

const print = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

const [seed, count] = [Number(options.seed), Number(options.count)];
const random = seededRandom(seed);
const vocabularies = { faker: fakerVocabulary(seed), handwritten: handwrittenVocabulary(random) };
const corpora = new Map<string, Sample[]>();
for (const [words, vocabulary] of Object.entries(vocabularies)) {
  corpora.set(`tuning templates, ${words} names`, createCorpus(TUNING, vocabulary, random, count));
  corpora.set(`more tuning templates, ${words} names`, createCorpus(MORE_TUNING, vocabulary, random, count));
  corpora.set(`held-out templates, ${words} names`, createCorpus(HELD_OUT, vocabulary, random, count));
}

for (const [name, samples] of corpora) {
  print(`\n${name}: ${samples.length} texts`);
  const ours = score(samples, findEntities);
  report('draftsmith', ours);
  report('plain regular expressions', score(samples, REGEX));
  if (options.compromise)
    report(
      'compromise',
      score(
        samples.filter(({ language }) => language === 'en'),
        compromise(),
      ),
    );
  if (name.startsWith('held-out')) {
    print(`  by type      ${table(ours.byType)}`);
    print(`  by language  ${table(ours.byLanguage)}`);
  }
  if (options.missed)
    for (const line of [...ours.missed, ...ours.innocent.examples.map((lost) => `LOST ${lost}`)])
      if (line.includes(options.missed)) print(`    ${line}`);
}
for (const [words, vocabulary] of Object.entries(vocabularies)) {
  print(`\nknown people, ${words} names`);
  for (const [kind, share] of scoreKnown(vocabulary, random, count)) print(`  ${kind.padEnd(34)} ${share}`);
}
speedAndRoundTrip([...corpora.values()].flat());

function report(name: string, { all, innocent }: Score): void {
  print(
    `  ${name.padEnd(26)} recall ${percent(all.found, all.values)} of ${all.values} values, innocent words lost ${((100 * innocent.lost) / innocent.words).toFixed(2)} % of ${innocent.words}`,
  );
}

function table(tallies: ReadonlyMap<string, Tally>): string {
  return [...tallies].map(([key, { found, values }]) => `${key} ${percent(found, values)}`).join(', ');
}

function speedAndRoundTrip(samples: readonly Sample[]): void {
  const time = (find: (text: string) => unknown) => {
    const start = performance.now();
    for (const { text } of samples) find(text);
    return performance.now() - start;
  };
  const characters = samples.reduce((sum, { text }) => sum + text.length, 0);
  const exact = samples.filter(({ text }) => {
    const redactor = createRedactor();
    return redactor.restore(redactor.redact(text)) === text;
  }).length;
  const redaction = time((text) => createRedactor().redact(text));
  const plain = time(REGEX);
  print(`\nround trip exact: ${exact} of ${samples.length}`);
  print(
    `speed: ${(characters / redaction / 1e3).toFixed(2)} MB/s, ${((redaction / characters) * 500).toFixed(3)} ms for 500 characters, ${(redaction / plain).toFixed(0)} times a plain regular expression`,
  );
}

/** The usual library in JavaScript, English alone. */
function compromise(): Finder {
  const load = createRequire(import.meta.url)('compromise/three') as { default?: unknown };
  const nlp = (load.default ?? load) as (text: string) => Record<
    'people' | 'places' | 'organizations',
    () => {
      out: (form: 'offset') => { offset: { start: number; length: number } }[];
      json: (options: { offset: true }) => { offset: { start: number; length: number } }[];
    }
  >;
  return (text) => {
    const read = nlp(text);
    return (['people', 'places', 'organizations'] as const).flatMap((kind) =>
      read[kind]()
        .json({ offset: true })
        .map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length })),
    );
  };
}
