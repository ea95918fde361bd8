import { contextScore } from '../match/candidates.ts';
import type { Passage } from '../match/passage-index.ts';
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
const SHARED_FIGURE = 0.3;
const FEWEST_WORDS = 2;

/**
 * The clauses of the nearest passages, best first; in another language only those that share a figure with the draft, as
 * words of two languages cannot be compared. Empty for a clause that says too little to be compared.
 */
export function align(evidence: Evidence, clause: number, figures: readonly ClaimCheck[]): Aligned[] {
  const { candidates, draft, index, sentence } = evidence;
  const own = sentence.words.filter((word) => word.clause === clause);
  if (own.length < FEWEST_WORDS && sentence.clauses > 1 && cuesOf(sentence, clause).no === 0) return [];
  const words = own.length === 0 ? sentence.words : own;
  if (words.length === 0) return [];
  const found: Aligned[] = [];
  for (const { passage } of candidates) {
    const { conversation } = index.sources[passage.source] ?? { conversation: true };
    if (conversation || passage.title) continue;
    const anchored = sharesFigure(passage, figures);
    if (passage.document.language !== draft.language && !anchored) continue;
    for (let theirs = 0; theirs < passage.sentence.clauses; theirs++) {
      const fit = fitOf(evidence, words, { passage, clause: theirs }) + (anchored ? SHARED_FIGURE : 0);
      found.push({ passage, clause: theirs, fit, anchored });
    }
  }
  return found.sort((a, b) => b.fit - a.fit);
}

function sharesFigure({ span }: Passage, figures: readonly ClaimCheck[]): boolean {
  return figures.some(
    ({ source, verdict }) =>
      verdict === 'supported' && source?.id === span.id && source.start >= span.start && source.end <= span.end,
  );
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

function meets(a: ContentWord, b: ContentWord): boolean {
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
