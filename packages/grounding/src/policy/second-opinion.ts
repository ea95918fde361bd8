import { count } from '../check-draft.ts';
import { SETTLED_KINDS } from '../settled-kinds.ts';
import type { ClaimKind, DraftCheck, SentenceCheck } from '../types.ts';

/** The sentences that a second opinion may be asked about: unsupported, and by nothing that can be looked up. */
export function askable({ sentences }: DraftCheck): readonly SentenceCheck[] {
  return sentences.filter(
    ({ verdict, claims }) =>
      verdict === 'unsupported' &&
      !claims.some((claim) => claim.verdict !== 'supported' && SETTLED_KINDS.has(claim.kind)) &&
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
