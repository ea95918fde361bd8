import { asRead } from '@draftsmith/untrusted-text';

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of a text as people read it, each on one line. */
export function sentencesOf(text: string): string[] {
  const lines = asRead(text).split(/\n+/);
  const segments = lines.flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment));
  return segments.map((each) => each.replace(/\s+/g, ' ').trim()).filter((each) => each !== '');
}

/** The first sentences of a text, at most `most` characters; the first one is cut between words where it alone is longer. */
export function leadOf(text: string, most: number): string {
  let lead = '';
  for (const sentence of sentencesOf(text)) {
    const longer = lead === '' ? sentence : `${lead} ${sentence}`;
    if (longer.length > most) return lead === '' ? `${cut(sentence, most - 2)} …` : lead;
    lead = longer;
  }
  return lead;
}

function cut(text: string, most: number): string {
  const whole = text.slice(0, most + 1).replace(/\s+\S*$/, '');
  return (whole.length > most ? text.slice(0, most) : whole).toWellFormed();
}
