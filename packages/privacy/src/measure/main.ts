import { parseArgs } from 'node:util';
import { seededRandom } from '@draftsmith/seeded-random';
import { findEntities } from '../find-entities.ts';
import { compromise, REGEX } from './baselines.ts';
import { createCorpus, type Sample } from './corpus.ts';
import { readCorpus } from './corpus-file.ts';
import { scoreKnown, scoreUnrelated } from './known.ts';
import { percent, print, printKnown, printScore, printTables } from './print.ts';
import { type Score, score } from './score.ts';
import { speedAndRoundTrip } from './speed.ts';
import { HELD_OUT } from './templates/held-out.ts';
import { LAYOUTS_HELD_OUT, SHOUTED_HELD_OUT, SPOKEN_HELD_OUT } from './templates/layouts-held-out.ts';
import { LAYOUTS_TUNING, SHOUTED_TUNING, SPOKEN_TUNING } from './templates/layouts-tuning.ts';
import { MORE_TUNING } from './templates/more-tuning.ts';
import { TUNING } from './templates/tuning.ts';
import { fakerVocabulary } from './vocabulary/faker.ts';
import { HANDWRITTEN } from './vocabulary/handwritten.ts';
import { UNSEEN } from './vocabulary/unseen.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { vocabularyOf } from './vocabulary/words.ts';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
    compromise: { type: 'boolean', default: false },
    /** Prints what was missed or wrongly taken and holds this word; of tuning texts, unless it is your last look. */
    missed: { type: 'string' },
    /** A corpus of Presidio's form instead of ours. */
    corpus: { type: 'string' },
  },
});

const [seed, count] = [Number(options.seed), Number(options.count)];
const random = seededRandom(seed);

if (options.corpus !== undefined) measure(options.corpus, readCorpus(options.corpus), true);
else measureOurs();

function measureOurs(): void {
  const faker = fakerVocabulary(seed);
  const handwritten = vocabularyOf(HANDWRITTEN, random);
  const unseen = vocabularyOf(UNSEEN, random);
  const all: Sample[] = [];
  const run = (name: string, samples: Sample[], heldOut: boolean) => {
    measure(name, samples, heldOut);
    all.push(...samples);
  };
  for (const [words, vocabulary] of Object.entries({ faker, handwritten })) {
    run(`tuning, letters, ${words} names`, letters(vocabulary), false);
    run(`tuning, layouts, ${words} names`, createCorpus(LAYOUTS_TUNING, vocabulary, { random, count }), false);
    run(
      `tuning, spoken, ${words} names`,
      createCorpus(SPOKEN_TUNING, vocabulary, { random, count, spell: small }),
      false,
    );
    run(
      `tuning, shouted, ${words} names`,
      createCorpus(SHOUTED_TUNING, vocabulary, { random, count, spell: capitals }),
      false,
    );
  }
  for (const [words, vocabulary] of Object.entries({ faker, unseen })) {
    run(`held-out, letters, ${words} names`, createCorpus(HELD_OUT, vocabulary, { random, count }), true);
    run(`held-out, layouts, ${words} names`, createCorpus(LAYOUTS_HELD_OUT, vocabulary, { random, count }), true);
    run(
      `held-out, spoken, ${words} names`,
      createCorpus(SPOKEN_HELD_OUT, vocabulary, { random, count, spell: small }),
      true,
    );
    run(
      `held-out, shouted, ${words} names`,
      createCorpus(SHOUTED_HELD_OUT, vocabulary, { random, count, spell: capitals }),
      true,
    );
  }
  for (const [words, vocabulary] of Object.entries({ faker, handwritten, unseen })) {
    print(`\nknown people, ${words} names`);
    printKnown(scoreKnown(vocabulary, random, count), options.missed);
    const { words: read, lost, examples } = scoreUnrelated(all, vocabulary);
    print(`  innocent words lost to people who are not in the text: ${percent(lost, read, 3)} of ${read}`);
    if (options.missed !== undefined) for (const example of new Set(examples)) print(`    LOST ${example}`);
  }
  speedAndRoundTrip(all);
}

function letters(vocabulary: Vocabulary): Sample[] {
  return [TUNING, MORE_TUNING].flatMap((templates) => createCorpus(templates, vocabulary, { random, count }));
}

function small(text: string): string {
  return text.toLowerCase();
}

function capitals(text: string): string {
  return text.toUpperCase();
}

function measure(name: string, samples: readonly Sample[], tables: boolean): void {
  print(`\n${name}: ${samples.length} texts`);
  const ours = score(samples, findEntities);
  printScore('draftsmith', ours);
  printScore('plain regular expressions', score(samples, REGEX));
  if (options.compromise) {
    const english = samples.filter(({ language }) => language === 'en');
    printScore('compromise', score(english, compromise()));
  }
  if (tables) printTables(ours);
  printMissed(ours);
}

function printMissed({ missed, innocent }: Score): void {
  const wanted = options.missed;
  if (wanted === undefined) return;
  for (const line of [...missed, ...innocent.examples.map((lost) => `LOST ${lost}`)])
    if (line.includes(wanted)) print(`    ${line}`);
}
