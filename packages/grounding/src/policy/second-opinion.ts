import { count } from '../check-draft.ts';
import type { ClaimKind, DraftCheck, SentenceCheck } from '../types.ts';

/**
 * Asks a model, say, whether a source supports a sentence; `source` is the text of all sources. The caller pays, records
 * the cost and handles failures: whoever rejects here ends the merge.
 */
export type SecondOpinion = (sentence: string, source: string) => Promise<'supported' | 'unsupported'>;

/** What only the sources can settle: an opinion on a figure or a promise would be a guess. */
const SETTLED = new Set<ClaimKind>([
  'number',
  'price',
  'percentage',
  'date',
  'time',
  'duration',
  'name',
  'link',
  'email',
  'order',
  'version',
  'promise',
]);

/** The sentences that a second opinion may be asked about: unsupported, and by nothing that can be looked up. */
export function askable({ sentences }: DraftCheck): readonly SentenceCheck[] {
  return sentences.filter(
    ({ verdict, claims }) =>
      verdict === 'unsupported' &&
      !claims.some((claim) => claim.verdict !== 'supported' && SETTLED.has(claim.kind)) &&
      !claims.some(({ kind }) => isFigure(kind)),
  );
}

function isFigure(kind: ClaimKind): boolean {
  return kind !== 'negation' && kind !== 'modality' && kind !== 'name';
}

/** Merges opinions by the start of their sentences. Contradictions and sentences with figures stay as they are. */
export function mergeOpinions(
  check: DraftCheck,
  opinions: ReadonlyMap<number, 'supported' | 'unsupported'>,
): DraftCheck {
  const open = new Set(askable(check));
  const sentences = check.sentences.map((sentence) => {
    const opinion = opinions.get(sentence.start);
    if (!opinion || !open.has(sentence)) return sentence;
    return { ...sentence, verdict: opinion, secondOpinion: opinion };
  });
  return { ...check, sentences, ...count(sentences) };
}

/** Asks about each askable sentence, one after the other, and merges what is said. */
export async function askSecondOpinion(check: DraftCheck, source: string, ask: SecondOpinion): Promise<DraftCheck> {
  const opinions = new Map<number, 'supported' | 'unsupported'>();
  for (const sentence of askable(check)) opinions.set(sentence.start, await ask(sentence.text, source));
  return mergeOpinions(check, opinions);
}
