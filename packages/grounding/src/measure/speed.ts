import { checkDraft } from '../check-draft.ts';
import { TOPICS } from './corpus.ts';
import { createRandom } from './random.ts';

const WORDS = 200;
const SOURCES = 10;
const ROUNDS = 200;

/** Median time of a 200-word draft with 10 sources, beside what Intl.Segmenter needs for the words of the same texts. */
export function speedLines(seed: number): string[] {
  const random = createRandom(seed);
  const topics = TOPICS.filter(({ language }) => language === 'en');
  const drafts = Array.from({ length: 20 }, () => {
    const sources = Array.from({ length: SOURCES }, (_, index) => ({
      id: `s${index}`,
      text: random.pick(topics).source,
    }));
    const sentences: string[] = [];
    while (sentences.join(' ').split(' ').length < WORDS) sentences.push(random.pick(random.pick(topics).sentences));
    return { text: sentences.join(' '), sources };
  });
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  let round = 0;
  // A blank more each time: sources that were read before would be remembered.
  const cold = median(drafts, ({ text, sources }) => {
    const blanks = ' '.repeat(++round % 500);
    checkDraft(
      { text, language: 'en' },
      sources.map((source) => ({ ...source, text: source.text + blanks })),
    );
  });
  const warm = median(drafts, ({ text, sources }) => checkDraft({ text, language: 'en' }, sources));
  const segment = median(drafts, ({ text, sources }) => {
    for (const part of [text, ...sources.map((source) => source.text)]) for (const _ of segmenter.segment(part));
  });
  return [
    `Speed: ${cold.toFixed(2)} ms for ${WORDS} words and ${SOURCES} sources (median of ${ROUNDS}), ${warm.toFixed(2)} ms with sources read before; Intl.Segmenter reads the same texts in ${segment.toFixed(2)} ms (ratio ${(cold / segment).toFixed(1)})`,
  ];
}

function median<T>(inputs: readonly T[], work: (input: T) => unknown): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const input = inputs[round % inputs.length];
    if (input === undefined) return 0;
    const begun = performance.now();
    work(input);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return times[Math.floor(ROUNDS / 2)] ?? 0;
}
