import type { Passage } from '@draftsmith/contracts';
import { type AdaptOptions, adapt } from './adapt.ts';
import { speaks } from './language-of.ts';
import type { Letter } from './letter.ts';
import { coverage, shared, terms } from './terms.ts';
import { allSentences } from './text.ts';

export interface Part {
  passage: Passage;
  letter: Letter;
}

export type Choice = { kind: 'parts'; parts: readonly [Part, ...Part[]] } | { kind: 'nothing'; detail: string };

/** A reply that somebody wrote for this case beats a piece of an article that fits about as well. */
const NEARLY_AS_GOOD = 0.85;
/** A second passage answers a sentence of the question when it holds this share of its terms, and at least two ... */
const ANSWERS = 0.4;
const FEWEST_SHARED_TERMS = 2;
/** ... and this much more of them than the first passage: both speak of parcels, but only one of changing the address. */
const ADDS = 0.3;
const SECOND_BEST = 0.5;

/** The passage that answers best, and a second one when the customer asked about something the first leaves out. */
export function chooseParts(
  passages: readonly Passage[],
  question: string,
  options: AdaptOptions & { minConfidence: number },
): Choice {
  const { pack, minConfidence } = options;
  const open = passages.filter((passage) => passage.visibility === 'public');
  if (open.length === 0) return { kind: 'nothing', detail: 'Every matching passage is internal' };
  const readable = open.filter((passage) => speaks(passage, pack));
  if (readable.length === 0)
    return { kind: 'nothing', detail: `No passage in the customer's language (${pack.language})` };
  const fitting = readable.filter((passage) => passage.confidence >= minConfidence);
  if (fitting.length === 0) return { kind: 'nothing', detail: 'No passage matches the question well enough' };
  const usable = repliesFirst(fitting).flatMap((passage): Part[] => {
    const letter = adapt(passage, options);
    return letter ? [{ passage, letter }] : [];
  });
  const [first, ...others] = usable;
  if (!first)
    return {
      kind: 'nothing',
      detail: 'The matching texts cannot be reused: unfilled placeholders or the details of another customer',
    };
  const second = others.find((part) => complements(part, first, question, options));
  return { kind: 'parts', parts: second ? [first, second] : [first] };
}

function repliesFirst(passages: readonly Passage[]): Passage[] {
  const ranked = [...passages].sort((a, b) => b.confidence - a.confidence);
  const floor = (ranked[0]?.confidence ?? 0) * NEARLY_AS_GOOD;
  const rank = (passage: Passage): number => {
    if (passage.confidence < floor) return 2;
    return passage.sourceKind === 'macro' ? 0 : 1;
  };
  return ranked.sort((a, b) => rank(a) - rank(b));
}

function complements(part: Part, first: Part, question: string, { pack }: AdaptOptions): boolean {
  if (part.passage.confidence < first.passage.confidence * SECOND_BEST) return false;
  const termsOf = ({ passage, letter }: Part) => terms(`${passage.sourceTitle}\n${letter.body.join('\n')}`, pack);
  const [inFirst, inPart] = [termsOf(first), termsOf(part)];
  return allSentences(question, pack.language).some((sentence) => {
    const asked = terms(sentence, pack);
    return (
      shared(asked, inPart) >= FEWEST_SHARED_TERMS &&
      coverage(asked, inPart) >= ANSWERS &&
      coverage(asked, inPart) - coverage(asked, inFirst) >= ADDS
    );
  });
}
