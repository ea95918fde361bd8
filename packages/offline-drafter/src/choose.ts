import type { Passage } from '@draftsmith/contracts';
import { type AdaptedLetter, type AdaptOptions, adapt } from './adapt.ts';
import { speaks } from './language-of.ts';
import { coverage, shared, terms } from './terms.ts';
import { allSentences, wordCount } from './text.ts';

export interface Part {
  passage: Passage;
  letter: AdaptedLetter;
  /** What it says, title and heading included. */
  terms: ReadonlySet<string>;
}

export type Parts = readonly [Part, ...Part[]];

export type Choice = { kind: 'parts'; parts: Parts } | { kind: 'nothing'; detail: string };

export interface ChooseOptions extends AdaptOptions {
  /** What the customer asks, one by one. */
  questions: readonly string[];
  minConfidence: number;
}

/** Among what fits nearly as well as the first find, a reply written for this case is best, a text with a gap last. */
const NEARLY_AS_GOOD = 0.75;
const MACRO_AS_GOOD = 0.85;
/** Weight of a passage's confidence beside its share of the whole message. */
const WHOLE_MESSAGE = 0.25;
const MOST_PARTS = 3;
/** A further passage answers a sentence of the customer's when it holds this share of its terms, and at least two ... */
const ANSWERS = 0.4;
const FEWEST_SHARED_TERMS = 2;
/** ... and this much more of them than what is chosen: both speak of parcels, but only one of changing the address. */
const ADDS = 0.3;
/** From another article, a weaker match is rather a coincidence of words. */
const OTHER_SOURCE_AS_GOOD = 0.8;
const SAME_SOURCE_AS_GOOD = 0.5;
/** Words. An article's opening lines match its whole topic and say little; the section after them says how. */
const SHORT = 40;

/** The passage that answers best, and others when the customer asked about something that it leaves out. */
export function chooseParts(passages: readonly Passage[], options: ChooseOptions): Choice {
  const { pack, minConfidence } = options;
  const open = passages.filter((passage) => passage.visibility === 'public');
  if (open.length === 0) return { kind: 'nothing', detail: 'Every matching passage is internal' };
  const readable = open.filter((passage) => speaks(passage, pack));
  if (readable.length === 0) {
    return { kind: 'nothing', detail: `No passage in the customer's language (${pack.language})` };
  }
  const fitting = readable.filter((passage) => passage.confidence >= minConfidence);
  if (fitting.length === 0) return { kind: 'nothing', detail: 'No passage matches the question well enough' };
  const usable = fitting.flatMap((passage): Part[] => {
    const letter = adapt(passage, options);
    if (!letter) return [];
    const about = [passage.sourceTitle, passage.heading ?? '', ...letter.body].join('\n');
    return [{ passage, letter, terms: terms(about, pack) }];
  });
  const [first, ...others] = ranked(usable, options.asked);
  if (!first) {
    const detail = 'The matching texts cannot be reused: unfilled placeholders or the details of another case';
    return { kind: 'nothing', detail };
  }
  return { kind: 'parts', parts: withOthers(first, others, options) };
}

/**
 * A passage may be sure of one sentence of a long message and miss its point, so the message as a whole has a say.
 * Without the customer's words this keeps the order of retrieval.
 */
function ranked(parts: readonly Part[], asked: ReadonlySet<string>): Part[] {
  const score = (part: Part): number =>
    asked.size === 0 ? 1 : part.passage.confidence * (WHOLE_MESSAGE + coverage(asked, part.terms));
  const [best] = parts.toSorted((a, b) => score(b) - score(a));
  const floor = best ? score(best) : 0;
  const tier = (part: Part): number => {
    if (score(part) < floor * NEARLY_AS_GOOD) return 3;
    if (!part.letter.whole) return 2;
    return part.passage.sourceKind === 'macro' && score(part) >= floor * MACRO_AS_GOOD ? 0 : 1;
  };
  return parts.toSorted((a, b) => tier(a) - tier(b) || score(b) - score(a));
}

function withOthers(first: Part, others: readonly Part[], options: ChooseOptions): [Part, ...Part[]] {
  const chosen: [Part, ...Part[]] = [first];
  for (const part of others) {
    if (chosen.length === MOST_PARTS || !fitsBeside(part, chosen)) continue;
    if (completes(part, chosen) || adds(part, chosen, options)) chosen.push(part);
  }
  return inOrder(chosen, options);
}

/** Answers come in the order of the questions, and what comes from one article stays together. */
function inOrder(chosen: [Part, ...Part[]], { questions, pack }: ChooseOptions): [Part, ...Part[]] {
  const asked = allSentences(questions.join('\n'), pack.language).map((sentence) => terms(sentence, pack));
  const answered = (part: Part): number => {
    const position = asked.findIndex((sentence) => {
      const covered = coverage(sentence, part.terms);
      return covered >= ANSWERS && chosen.every((other) => coverage(sentence, other.terms) <= covered);
    });
    return position === -1 ? asked.length : position;
  };
  const sorted = chosen.toSorted((a, b) => answered(a) - answered(b));
  const sources = [...new Set(sorted.map(({ passage }) => passage.sourceId))];
  const [head = chosen[0], ...rest] = sources.flatMap((id) => sorted.filter(({ passage }) => passage.sourceId === id));
  return [head, ...rest];
}

function fitsBeside({ passage }: Part, chosen: readonly Part[]): boolean {
  const best = chosen[0]?.passage.confidence ?? 0;
  if (!chosen.some((other) => other.passage.sourceId === passage.sourceId)) {
    return passage.confidence >= best * OTHER_SOURCE_AS_GOOD;
  }
  // Two pieces of one article contradict each other when nobody sees which case each of them is about.
  return passage.heading !== undefined && passage.confidence >= best * SAME_SOURCE_AS_GOOD;
}

function completes({ passage }: Part, [first, ...others]: readonly Part[]): boolean {
  if (!first || others.length > 0 || passage.sourceId !== first.passage.sourceId) return false;
  const short = wordCount(first.letter.body.join(' ')) < SHORT;
  return short && passage.confidence >= first.passage.confidence * NEARLY_AS_GOOD;
}

function adds(part: Part, chosen: readonly Part[], { questions, pack }: ChooseOptions): boolean {
  return allSentences(questions.join('\n'), pack.language).some((sentence) => {
    const asked = terms(sentence, pack);
    const covered = coverage(asked, part.terms);
    return (
      shared(asked, part.terms) >= FEWEST_SHARED_TERMS &&
      covered >= ANSWERS &&
      chosen.every((other) => covered - coverage(asked, other.terms) >= ADDS)
    );
  });
}
