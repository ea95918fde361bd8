import type { Candidate } from '../match/candidates.ts';
import { contextScore } from '../match/candidates.ts';
import type { Passage } from '../match/passage-index.ts';
import { type Cue, oppositesIn } from '../mentions/cue-words.ts';
import type { ReadSentence } from '../read/document.ts';
import type { ClaimCheck } from '../types.ts';
import { claimOf, type Evidence } from './evidence.ts';

interface Aligned {
  passage: Passage;
  clause: number;
  fit: number;
}

interface Cues {
  not: number;
  lacking: number;
  has(cue: Cue): boolean;
}

/** Below this a passage is about something else. */
const ABOUT_IT = 0.35;
/** A sentence that drops a passage's "not" must be about the very same thing: the passage may hold more than it repeats. */
const SAME_THING = 0.5;
/** Passages that fit this share of the best fit may also be meant. */
const NEARLY_AS_WELL = 0.85;

/** Whether a sentence says no where its source says yes, or "must" where it says "may". */
export function judgeStatements(evidence: Evidence): ClaimCheck[] {
  const claims: ClaimCheck[] = [];
  for (let clause = 0; clause < evidence.sentence.clauses; clause++) {
    const aligned = align(evidence, clause);
    const [best] = aligned;
    if (!best) continue;
    const negation = judgeNegation(evidence, clause, aligned) ?? judgeOpposites(evidence, clause, best);
    const modality = judgeModality(evidence, clause, aligned);
    for (const claim of [negation, modality]) if (claim) claims.push(claim);
  }
  return claims;
}

/** The clauses of the nearest passages in the draft's own language, best first: words of two languages cannot be compared. */
function align({ candidates, draft, index, sentence }: Evidence, clause: number): Aligned[] {
  const words = sentence.words.filter((word) => word.clause === clause);
  const used = words.length >= 2 ? words : sentence.words;
  if (used.length === 0) return [];
  const found: Aligned[] = [];
  for (const { passage } of candidates as readonly Candidate[]) {
    if (passage.document.language !== draft.language || index.sources[passage.source]?.conversation || passage.title)
      continue;
    for (let theirs = 0; theirs < passage.sentence.clauses; theirs++)
      found.push({ passage, clause: theirs, fit: fitOf({ index, words: used, passage, clause: theirs }) });
  }
  return found.sort((a, b) => b.fit - a.fit);
}

function fitOf({
  index,
  words,
  passage,
  clause,
}: {
  index: Evidence['index'];
  words: ReadSentence['words'];
  passage: Passage;
  clause: number;
}): number {
  const context = contextScore(index, { words, clause: -1 }, { passage, clause });
  let [total, met] = [0, 0];
  for (const word of passage.sentence.words) {
    if (word.clause !== clause) continue;
    const weight = index.weigh(word);
    total += weight;
    if (
      words.some(
        ({ stem, folded, concepts }) =>
          stem === word.stem ||
          (folded.length > 4 && folded.slice(0, 5) === word.folded.slice(0, 5)) ||
          concepts.some((concept) => word.concepts.includes(concept)),
      )
    )
      met += weight;
  }
  return 0.7 * context + 0.3 * (total === 0 ? 0 : met / total);
}

function cuesOf(sentence: ReadSentence, clause: number): Cues {
  const here = sentence.cues.filter((found) => found.clause === clause);
  const count = (cue: Cue) => here.filter((found) => found.cue === cue).length;
  const none = count('none');
  // "no … ningún", "не … никогда": said twice, meant once.
  return {
    not: count('not') > 0 ? count('not') : Math.min(1, none),
    lacking: count('lacking'),
    has: (cue) => count(cue) > 0,
  };
}

/** Odd and even: two negations make a yes. */
function parityDiffers(a: Cues, b: Cues): boolean {
  return a.not % 2 !== b.not % 2 && (a.not + a.lacking) % 2 !== (b.not + b.lacking) % 2;
}

function wholeCues(sentence: ReadSentence): Cues {
  const count = (cue: Cue) => sentence.cues.filter((found) => found.cue === cue).length;
  return {
    not: count('not') > 0 ? count('not') : Math.min(1, count('none')),
    lacking: count('lacking'),
    has: (cue) => count(cue) > 0,
  };
}

function judgeNegation(evidence: Evidence, clause: number, aligned: readonly Aligned[]): ClaimCheck | undefined {
  const [best] = aligned;
  if (!best) return undefined;
  const { sentence } = evidence;
  const ours = cuesOf(sentence, clause);
  const theirs = cuesOf(best.passage.sentence, best.clause);
  const says = () =>
    claimOf(
      evidence,
      { kind: 'negation', ...cueRange(sentence, clause) },
      { verdict: 'supported', source: best.passage.span },
    );
  if (!parityDiffers(ours, theirs)) return ours.not > 0 ? says() : undefined;
  if (ours.has('only') !== theirs.has('only')) return undefined;
  if (parityAgrees(ours, prefixed(evidence, clause, best), theirs)) return undefined;
  const near = aligned.filter(({ fit }) => fit >= best.fit * NEARLY_AS_WELL);
  if (near.some(({ passage, clause: other }) => !parityDiffers(ours, cuesOf(passage.sentence, other))))
    return undefined;
  // A clause cut differently on one side: the sentences as wholes agree.
  if (
    !parityDiffers(wholeCues(sentence), wholeCues(best.passage.sentence)) &&
    sentence.clauses + best.passage.sentence.clauses > 2 &&
    best.fit < 0.7
  )
    return undefined;
  if (best.fit < (ours.not > theirs.not ? ABOUT_IT : SAME_THING)) return undefined;
  return claimOf(
    evidence,
    { kind: 'negation', ...cueRange(sentence, clause) },
    { verdict: 'contradicted', source: best.passage.span },
  );
}

/** "unavailable" against "not available": a word that differs from the other side's by a negative beginning. */
function prefixed({ sentence, draft }: Evidence, clause: number, { passage, clause: theirs }: Aligned): number {
  const beginnings = /^(?:un|in|im|ir|il|non|dis|nicht|mis|не|без|des)(?=.{4})/;
  const [ours, others] = [
    sentence.words.filter((word) => word.clause === clause),
    passage.sentence.words.filter((word) => word.clause === theirs),
  ];
  const negative = (word: string, against: readonly { folded: string }[]) => {
    const bare = word.replace(beginnings, '');
    return bare !== word && against.some(({ folded }) => folded.slice(0, 5) === bare.slice(0, 5));
  };
  return draft.language === passage.document.language
    ? ours.filter(({ folded }) => negative(folded, others)).length +
        others.filter(({ folded }) => negative(folded, ours)).length
    : 0;
}

function parityAgrees(ours: Cues, prefixes: number, theirs: Cues): boolean {
  return prefixes > 0 && (ours.not + prefixes) % 2 === theirs.not % 2;
}

function cueRange(sentence: ReadSentence, clause: number): { from: number; to: number } {
  const cue = sentence.cues.find((found) => found.clause === clause && (found.cue === 'not' || found.cue === 'none'));
  return cue ? { from: cue.token, to: cue.token + 1 } : { from: sentence.range.from, to: sentence.range.to };
}

/** "included" where the source has "excluded", "before" for "after". */
function judgeOpposites(evidence: Evidence, clause: number, best: Aligned): ClaimCheck | undefined {
  if (best.fit < SAME_THING) return undefined;
  const { sentence, draft } = evidence;
  const [ours, theirs] = [cuesOf(sentence, clause), cuesOf(best.passage.sentence, best.clause)];
  if (ours.not % 2 !== theirs.not % 2) return undefined;
  const [here, there] = [
    wordsOf(evidence, sentence, draft.reader),
    wordsOf(evidence, best.passage.sentence, best.passage.document.reader),
  ];
  for (const [one, other] of oppositesIn(draft.language))
    for (const [mine, yours] of [
      [one, other],
      [other, one],
    ] as const) {
      const token = here.find((word) => begins(word.text, mine));
      if (!token || here.some((word) => begins(word.text, yours))) continue;
      const opposite = there.find((word) => begins(word.text, yours));
      if (!opposite || there.some((word) => begins(word.text, mine))) continue;
      // "with" and "without" are everywhere: only before the same word.
      if (mine.length < 5 && !sameNext(here, token, there, opposite)) continue;
      return claimOf(
        evidence,
        { kind: 'negation', from: token.index, to: token.index + 1 },
        { verdict: 'contradicted', source: best.passage.span },
      );
    }
  return undefined;
}

interface Word {
  text: string;
  index: number;
}

function wordsOf(_: Evidence, { range }: ReadSentence, reader: Evidence['draft']['reader']): Word[] {
  const words: Word[] = [];
  for (let index = range.from; index < range.to; index++)
    if (reader.tokens[index]?.type === 'word') words.push({ text: reader.word(index), index });
  return words;
}

function begins(word: string, prefix: string): boolean {
  return prefix.length < 5 ? word === prefix : word.startsWith(prefix);
}

function sameNext(here: readonly Word[], ours: Word, there: readonly Word[], theirs: Word): boolean {
  const next = (words: readonly Word[], after: Word) =>
    words
      .filter(({ index }) => index > after.index && index <= after.index + 3)
      .map(({ text }) => text.slice(0, 5))
      .filter((text) => text.length > 3);
  const others = new Set(next(there, theirs));
  return next(here, ours).some((text) => others.has(text));
}

function judgeModality(evidence: Evidence, clause: number, aligned: readonly Aligned[]): ClaimCheck | undefined {
  const { sentence } = evidence;
  const ours = cuesOf(sentence, clause);
  const [duty, option, certain] = [
    ours.has('duty') && !ours.has('option'),
    ours.has('option') && !ours.has('duty'),
    ours.has('certain') && !ours.has('option'),
  ];
  const [best] = aligned;
  if (!best || !(duty || option || certain)) return undefined;
  const differs = ({ passage, clause: other }: Aligned) => {
    const theirs = cuesOf(passage.sentence, other);
    if (theirs.not !== ours.not || theirs.has('only') || ours.has('only')) return false;
    if (duty) return theirs.has('option') && !theirs.has('duty');
    if (option) return theirs.has('duty') && !theirs.has('option');
    return theirs.has('chance') && !theirs.has('certain') && !theirs.has('duty');
  };
  const cue = sentence.cues.find(
    (found) => found.clause === clause && (found.cue === 'duty' || found.cue === 'option' || found.cue === 'certain'),
  );
  const range = { from: cue?.token ?? sentence.range.from, to: (cue?.token ?? sentence.range.from) + 1 };
  const near = aligned.filter(({ fit }) => fit >= best.fit * NEARLY_AS_WELL);
  if (best.fit >= SAME_THING && near.every(differs))
    return claimOf(evidence, { kind: 'modality', ...range }, { verdict: 'contradicted', source: best.passage.span });
  if (!duty && !option) return undefined;
  return best.fit >= ABOUT_IT
    ? claimOf(evidence, { kind: 'modality', ...range }, { verdict: 'supported', source: best.passage.span })
    : undefined;
}
