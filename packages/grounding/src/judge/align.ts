import { contextScore } from '../match/candidates.ts';
import { type Passage, passageAt } from '../match/passage-index.ts';
import type { Cue } from '../mentions/cue-words.ts';
import type { ContentWord, ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import type { Evidence } from './evidence.ts';

/** A clause of a source beside a clause of the draft. */
export interface Aligned {
  passage: Passage;
  clause: number;
  /** How much they speak of one thing: 0 to 1, and more where they share a figure. */
  fit: number;
  anchored: boolean;
}

/** The cues of a clause or of a whole sentence. */
export interface Cues {
  /** Says no: "not", and words that hold one. */
  no: number;
  lacking: number;
  has(cue: Cue): boolean;
}

/** A figure that both have makes sure that they speak of one thing. */
export const SHARED_FIGURE = 0.3;
const FEWEST_WORDS = 2;
/** Figures whose places are looked at: a sentence of thousands must not cost their product. */
const MOST_FIGURES = 8;
/** Without any help from figures. */
const NEARLY_THE_SAME = 0.75;

/**
 * The clauses of the nearest passages, best first; in another language only those that share a figure with the draft, as
 * words of two languages cannot be compared. Empty for a clause that says too little to be compared.
 */
export function align(evidence: Evidence, clause: number, figures: readonly ClaimCheck[]): Aligned[] {
  const { candidates, draft, index, sentence } = evidence;
  const own = sentence.words.filter((word) => word.clause === clause);
  const hasFigure = sentence.mentions.some(({ from, soft }) => !soft && sentence.clauseOf(from) === clause);
  if (own.length < FEWEST_WORDS && sentence.clauses > 1 && !hasFigure && cuesOf(sentence, clause).no === 0) return [];
  const words = own.length === 0 ? sentence.words : own;
  if (words.length === 0) return [];
  const found: Aligned[] = [];
  for (const passage of new Set([...candidates.map(({ passage }) => passage), ...placesOf(evidence, figures)])) {
    const { conversation } = index.sources[passage.source] ?? { conversation: true };
    if (conversation || passage.title) continue;
    if (passage.document.language !== draft.language && !sharesFigure(passage, figures)) continue;
    for (let theirs = 0; theirs < passage.sentence.clauses; theirs++) {
      const anchored = sharesFigure(passage, figures, theirs);
      const fit = fitOf(evidence, words, { passage, clause: theirs }) + (anchored ? SHARED_FIGURE : 0);
      found.push({ passage, clause: theirs, fit, anchored });
    }
  }
  found.sort((a, b) => b.fit - a.fit);
  // A figure says which place is meant, unless another one says nearly the same as the draft.
  const isSame = (fit: number) => fit >= NEARLY_THE_SAME && words.length >= FEWEST_WORDS;
  const meant = found.filter(({ anchored, fit }) => anchored || isSame(fit));
  return meant.some(({ anchored }) => anchored) ? meant : found;
}

/** Where the draft's figures stand: a paraphrase may share nothing else with its source. */
export function placesOf({ index }: Pick<Evidence, 'index'>, figures: readonly ClaimCheck[]): Passage[] {
  return figures.slice(0, MOST_FIGURES).flatMap(({ source, verdict }) => {
    const place = verdict === 'supported' && source && passageAt(index, source);
    return place ? [place] : [];
  });
}

/** Whether a figure of the draft stands in the passage, or in one of its clauses. */
function sharesFigure({ span, document, sentence }: Passage, figures: readonly ClaimCheck[], clause?: number): boolean {
  return figures.some(({ source, verdict }) => {
    if (verdict !== 'supported' || source?.id !== span.id) return false;
    if (source.start < span.start || source.end > span.end) return false;
    if (clause === undefined || sentence.clauses === 1) return true;
    const { from, to } = sentence.range;
    for (let token = from; token < to; token++)
      if ((document.reader.tokens[token]?.end ?? 0) > source.start) return sentence.clauseOf(token) === clause;
    return false;
  });
}

/** Mostly what the draft says of the source; also what of the source the draft says. */
function fitOf(
  { index }: Evidence,
  words: readonly ContentWord[],
  place: { passage: Passage; clause: number },
): number {
  const there = place.passage.sentence.words.filter(({ clause }) => clause === place.clause);
  let [total, met] = [0, 0];
  for (const word of there) {
    const weight = index.weigh(word);
    total += weight;
    if (words.some((other) => meets(other, word))) met += weight;
  }
  return 0.7 * contextScore(index, { words, clause: -1 }, place) + 0.3 * (total === 0 ? 0 : met / total);
}

export function meets(a: ContentWord, b: ContentWord): boolean {
  if (a.stem === b.stem || a.concepts.some((concept) => b.concepts.includes(concept))) return true;
  return a.folded.length > 4 && a.folded.slice(0, 5) === b.folded.slice(0, 5);
}

/** The cues of one clause; of the whole sentence without one. */
export function cuesOf({ cues }: ReadSentence, clause?: number): Cues {
  const here = clause === undefined ? cues : cues.filter((found) => found.clause === clause);
  const count = (cue: Cue) => here.filter((found) => found.cue === cue).length;
  // "no … ningún", "не … никогда": said twice, meant once.
  const not = count('not') > 0 ? count('not') : Math.min(1, count('none'));
  return { no: not + count('denying'), lacking: count('lacking'), has: (cue) => count(cue) > 0 };
}
