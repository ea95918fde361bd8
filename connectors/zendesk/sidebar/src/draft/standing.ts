import type { AssistDraft, CheckedSentence, DraftCheck } from '@draftsmith/contracts';

/** How a sentence stands, as it is shown. `opinion`: no passage supports it, but a model that was asked says so. */
export type Standing = 'supported' | 'opinion' | 'unsupported' | 'contradicted';

/** Null for what needs no source: greetings, thanks, questions back. */
export function standingOf({ verdict, evidence, secondOpinion }: CheckedSentence): Standing | null {
  if (verdict === 'no-claim') return null;
  return verdict === 'supported' && secondOpinion === 'supported' && !evidence ? 'opinion' : verdict;
}

/** Indices of the sentences that a person should check before sending, in order. */
export function toCheck(check: DraftCheck | null): number[] {
  return (check?.sentences ?? []).flatMap(({ verdict }, index) =>
    verdict === 'unsupported' || verdict === 'contradicted' ? index : [],
  );
}

/** Whether the draft rests on anything that customers may not see. */
export function restsOnInternal({ citations, check }: Pick<AssistDraft, 'citations' | 'check'>): boolean {
  return (
    citations.some(({ visibility }) => visibility === 'internal') ||
    (check?.sentences ?? []).some(({ evidence }) => evidence?.visibility === 'internal')
  );
}
