import { conceptNamed } from '../language/concepts.ts';
import type { Passage } from '../match/passage-index.ts';
import type { Reader } from '../mentions/reader.ts';
import type { ClaimCheck } from '../types.ts';
import { cuesOf } from './align.ts';
import { commits } from './courtesies.ts';
import { claimOf, type Evidence } from './evidence.ts';

/** What binds the company that says it: a source must say it too. */
const PROMISED = ['refund', 'replacement', 'compensation', 'discount', 'voucher', 'free', 'guarantee', 'legal'];
/** Words that tell a passage about the thing from one that only shares a word. */
const NEAR = 0.25;
/** "We will …" binds: one shared word in three is not enough. */
const NEAR_ENOUGH_TO_BIND = 0.4;

let concepts: ReadonlySet<number> | undefined;

/** Whether a sentence has a word for what binds the company. */
export function namesAPromise({ sentence }: Pick<Evidence, 'sentence'>): boolean {
  concepts ??= new Set(PROMISED.map(conceptNamed));
  const promised = concepts;
  return sentence.words.some((word) => word.concepts.some((concept) => promised.has(concept)));
}

/** Refunds, replacements, compensation, discounts, guarantees, law and "at once", each with its source. */
export function judgePromises(evidence: Evidence, figures: readonly ClaimCheck[]): ClaimCheck[] {
  concepts ??= new Set(PROMISED.map(conceptNamed));
  const promised = concepts;
  const [discount, free] = [conceptNamed('discount'), conceptNamed('free')];
  const { draft, sentence } = evidence;
  const across = evidence.candidates[0]?.passage.document.language !== draft.language;
  const binds = !across && commits(draft.text.slice(sentence.start, sentence.end));
  const needed = binds ? NEAR_ENOUGH_TO_BIND : NEAR;
  const claims: ClaimCheck[] = [];
  for (const word of evidence.sentence.words) {
    const about = word.concepts.filter((concept) => promised.has(concept));
    if (about.length === 0 || isYourLiability(draft.reader, word.token)) continue;
    const keys = [`s${word.stem}`, ...about.map((concept) => `c${concept}`)];
    const found = supportFor(evidence, keys, { needed, titles: about.includes(free) });
    // "15% off" is a discount: the figure says so where the word is missing.
    const isShare = ({ kind, verdict }: ClaimCheck) => kind === 'percentage' && verdict === 'supported';
    const share = about.includes(discount) && found.verdict === 'unsupported' ? figures.find(isShare) : undefined;
    const decision = share?.source ? { verdict: share.verdict, source: share.source } : found;
    claims.push(claimOf(evidence, { kind: 'promise', from: word.token, to: word.token + 1 }, decision));
  }
  return [...claims, ...atOnce(evidence)];
}

const LIABLE = /^(?:liab|haft|respons|ответств)/;
const YOU = /^(?:you|sie|vous|usted|ustedes|voce|voces|вы)$/;

/** "You are liable up to …": what the reader answers for is no promise of ours. */
function isYourLiability(reader: Reader, token: number): boolean {
  if (!LIABLE.test(reader.word(token))) return false;
  return [1, 2, 3].some((back) => YOU.test(reader.word(token - back)));
}

function supportFor(
  { candidates, index, sentence }: Evidence,
  keys: readonly string[],
  { needed, titles }: { needed: number; titles: boolean },
): Pick<ClaimCheck, 'verdict' | 'source'> {
  const denies = cuesOf(sentence).no > 0;
  // "Missed lessons are not compensated" supports no compensation.
  const speaks = (near: Passage) =>
    keys.some((key) => near.keys.has(key)) && (denies || cuesOf(near.sentence).no % 2 === 0);
  for (const { passage, score } of candidates) {
    const source = index.sources[passage.source];
    if (score < needed || !source || source.conversation) continue;
    // "Free returns" says so itself; "Refunds" says what a page is about, which may be who gets none.
    const title = titles ? source.title : undefined;
    for (const near of [passage, title, index.passages[passage.index - 1], index.passages[passage.index + 1]])
      if (near && (titles || !near.title) && near.source === passage.source && speaks(near))
        return { verdict: 'supported', source: near.span };
  }
  return { verdict: 'unsupported' };
}

/** "immediately" is a deadline: no passage near may leave it out. */
function atOnce(evidence: Evidence): ClaimCheck[] {
  const cue = evidence.sentence.cues.find((found) => found.cue === 'at-once');
  if (!cue) return [];
  const place = evidence.candidates.find(({ passage }) =>
    passage.sentence.cues.some((found) => found.cue === 'at-once'),
  );
  return [
    claimOf(
      evidence,
      { kind: 'promise', from: cue.token, to: cue.token + 1 },
      place ? { verdict: 'supported', source: place.passage.span } : { verdict: 'unsupported' },
    ),
  ];
}
