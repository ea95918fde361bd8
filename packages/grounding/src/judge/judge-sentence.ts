import type { ClaimCheck, SentenceCheck, SourceSpan, Verdict } from '../types.ts';
import { commits, courtesyOf } from './courtesies.ts';
import type { Evidence } from './evidence.ts';
import { judgeFigures } from './figures.ts';
import { judgeNames } from './names.ts';
import { judgePromises } from './promises.ts';
import { judgeStatements } from './statements.ts';

/** A statement without figures needs this share of its weighted words in one passage and its surroundings. */
const COVERED = 0.3;
/** With a supported figure or name, less is enough: they are evidence themselves. */
const COVERED_WITH_FIGURES = 0.15;
/** Across languages only concepts, cognates and names meet. */
const COVERED_ACROSS = 0.08;
const FEWEST_WORDS = 2;
/** Own words of a passage that a courtesy needs to be taken at its word. */
const RESTATED = 0.6;

/** One sentence of the draft, judged. `signedOff` is true behind the closing of a letter: what follows is a name. */
export function judgeSentence(evidence: Evidence, signedOff: boolean): SentenceCheck {
  const { draft, sentence } = evidence;
  const text = draft.text.slice(sentence.start, sentence.end);
  const courtesy = courtesyOf(text, draft.language);
  const at = { text, start: sentence.start, end: sentence.end };
  // "Hello Jun" names nobody's month.
  const figures = judgeFigures(evidence).filter(({ kind }) => courtesy !== 'frame' || kind !== 'date');
  const free = courtesy !== 'none' || (signedOff && sentence.words.length <= 5);
  const binds = courtesy !== 'frame' && (!free || commits(text));
  const promises = binds ? judgePromises(evidence, figures) : [];
  if (free && (!binds || promises.length === 0)) {
    const denied = courtesy === 'manners' && restates(evidence) ? contradictions(evidence, figures) : [];
    return verdictOf(at, [...figures, ...denied], 'no-claim');
  }
  const statements = free ? [] : judgeStatements(evidence, figures);
  const names = free ? [] : judgeNames(evidence, figures);
  const claims = [...figures, ...names, ...promises, ...statements].sort((a, b) => a.start - b.start);
  return verdictOf(at, claims, base(evidence, claims), nearest(evidence));
}

/** "We hope you understand that sale items cannot be returned": a courtesy around what a source says. */
function restates({ candidates: [best] }: Evidence): boolean {
  return best !== undefined && best.own >= RESTATED;
}

function contradictions(evidence: Evidence, figures: readonly ClaimCheck[]): ClaimCheck[] {
  const claims = [...judgeStatements(evidence, figures), ...judgeNames(evidence, figures)];
  return claims.filter(({ verdict }) => verdict === 'contradicted');
}

/** The verdict of a sentence as a whole, before its claims. */
function base(evidence: Evidence, claims: readonly ClaimCheck[]): Verdict {
  const { candidates, draft, sentence } = evidence;
  if (sentence.words.length === 0 && claims.length === 0) return 'no-claim';
  const [best] = candidates;
  const evident = claims.some(
    ({ verdict, kind }) => verdict === 'supported' && kind !== 'negation' && kind !== 'modality',
  );
  if (sentence.words.length < FEWEST_WORDS && evident) return 'supported';
  if (!best) return evident ? 'supported' : 'unsupported';
  const across = best.passage.document.language !== draft.language;
  const needed = across ? (evident ? 0 : COVERED_ACROSS) : evident ? COVERED_WITH_FIGURES : COVERED;
  const score = Math.max(...candidates.map((candidate) => candidate.score));
  return score >= needed ? 'supported' : 'unsupported';
}

function nearest({ candidates, index }: Evidence): SourceSpan | undefined {
  return candidates.find(({ passage }) => !index.sources[passage.source]?.conversation)?.passage.span;
}

function verdictOf(
  at: Pick<SentenceCheck, 'text' | 'start' | 'end'>,
  claims: readonly ClaimCheck[],
  otherwise: Verdict,
  nearest?: SourceSpan,
): SentenceCheck {
  const contradicted = claims.find(({ verdict }) => verdict === 'contradicted');
  const unsupported = claims.find(({ verdict }) => verdict === 'unsupported');
  if (contradicted) {
    const { source, agreeing } = contradicted;
    return { ...at, verdict: 'contradicted', claims, ...(source && { source }), ...(agreeing && { agreeing }) };
  }
  if (unsupported || otherwise === 'unsupported') return { ...at, verdict: 'unsupported', claims };
  if (otherwise === 'no-claim' && claims.length === 0) return { ...at, verdict: 'no-claim', claims };
  const source = nearest ?? claims.find((claim) => claim.source)?.source;
  return { ...at, verdict: 'supported', claims, ...(source && { source }) };
}
