import type { CheckedSentence, DraftCheck } from '@draftsmith/contracts';

/** How a sentence stands, as it is shown. `opinion`: no passage supports it, but a model that was asked says so. */
export type Standing = 'supported' | 'opinion' | 'unsupported' | 'contradicted';

/** Null for what needs no source: greetings, thanks, questions back. */
export function standingOf({ verdict, evidence, secondOpinion }: CheckedSentence): Standing | null {
  if (verdict === 'no-claim') return null;
  return verdict === 'supported' && secondOpinion === 'supported' && !evidence ? 'opinion' : verdict;
}

/** Indices of the sentences that a person should check before sending, in order. */
export function toCheck({ sentences }: DraftCheck): number[] {
  return sentences.flatMap(({ verdict }, index) =>
    verdict === 'unsupported' || verdict === 'contradicted' ? index : [],
  );
}

/** The one after `from`, around the end; from nowhere (null) the first. Null where there is none. */
export function nextToCheck(indices: readonly number[], from: number | null): number | null {
  return indices.find((index) => from === null || index > from) ?? indices[0] ?? null;
}
