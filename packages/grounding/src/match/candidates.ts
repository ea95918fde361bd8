import type { ReadSentence } from '../read/document.ts';
import type { Passage, PassageIndex } from './passage-index.ts';

export interface Candidate {
  passage: Passage;
  /** Share of the draft sentence's weighted words that the passage has, its title and neighbours counting less; 0 to 1. */
  score: number;
  /** The same for the passage alone. */
  own: number;
}

const MOST_CANDIDATES = 8;
/** Words of a sentence that are looked up; the rest of a very long one adds nothing. */
const MOST_WORDS = 60;
const TITLE = 0.6;
const NEIGHBOUR = 0.5;
/** Words of the draft's other clauses say less of a claim. */
const OTHER_CLAUSE = 0.6;

/** The passages nearest to a draft sentence, best first. */
export function findCandidates(index: PassageIndex, sentence: ReadSentence): Candidate[] {
  const words = sentence.words.slice(0, MOST_WORDS);
  const scores = new Map<number, number>();
  const seen = new Map<number, number>();
  let total = 0;
  for (const [number, word] of words.entries()) {
    const weight = index.weigh(word);
    total += weight;
    for (const [key, worth] of word.keys)
      for (const at of index.postings.get(key) ?? []) {
        if (seen.get(at) === number) continue;
        seen.set(at, number);
        scores.set(at, (scores.get(at) ?? 0) + weight * worth);
      }
  }
  if (total === 0) return [];
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CANDIDATES)
    .flatMap(([at, own]) => {
      const passage = index.passages[at];
      return passage ? [{ passage, own: own / total, score: widen(index, passage, sentence) }] : [];
    })
    .sort((a, b) => b.score + b.own - (a.score + a.own));
}

function widen(index: PassageIndex, passage: Passage, sentence: ReadSentence): number {
  return contextScore(index, { words: sentence.words.slice(0, MOST_WORDS), clause: -1 }, { passage, clause: -1 });
}

/** How well the words around a draft's claim fit a place in a source; clause -1 counts the whole sentence. */
export function contextScore(
  index: PassageIndex,
  draft: { words: ReadSentence['words']; clause: number },
  place: { passage: Passage; clause: number },
): number {
  const { passage, clause } = place;
  const title = index.sources[passage.source]?.title;
  const around = [index.passages[passage.index - 1], index.passages[passage.index + 1]].filter(
    (near) => near && near.source === passage.source && !near.title,
  );
  let [total, met] = [0, 0];
  for (const word of draft.words) {
    const weight = index.weigh(word) * (draft.clause < 0 || word.clause === draft.clause ? 1 : OTHER_CLAUSE);
    total += weight;
    let best = 0;
    for (const [key, worth] of word.keys) {
      const mask = passage.keys.get(key);
      if (mask !== undefined) best = Math.max(best, worth * (clause < 0 || mask & (1 << clause) ? 1 : 0.75));
      if (best >= worth * 0.75) break;
      if (title && title !== passage && title.keys.has(key)) best = Math.max(best, worth * TITLE);
      if (best < worth * NEIGHBOUR && around.some((near) => near?.keys.has(key))) best = worth * NEIGHBOUR;
    }
    met += weight * best;
  }
  return total === 0 ? 0 : met / total;
}
