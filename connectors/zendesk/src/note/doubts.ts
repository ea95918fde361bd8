import type { CheckedSentence, Draft } from '@draftsmith/contracts';

/** A sentence that an agent has to look at. */
export interface Doubt {
  sentence: CheckedSentence;
  /** Stands before the sentence in the draft and in the list below it, from 1. */
  number: number;
}

/** What no source supports, in the order of the text. */
export function doubtsOf({ check }: Pick<Draft, 'check'>): Doubt[] {
  const open = (check?.sentences ?? []).filter(
    ({ verdict }) => verdict === 'unsupported' || verdict === 'contradicted',
  );
  return open.map((sentence, at) => ({ sentence, number: at + 1 }));
}
