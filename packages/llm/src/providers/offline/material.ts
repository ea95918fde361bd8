import type { Passage, ReplyMaterial } from '@draftsmith/contracts';

/** A passage with what lets it stand alone: `We cannot do that any more` needs its heading to be true. */
export type QuotablePassage = Passage & {
  /** The heading that the passage stands under in its article. */
  heading?: string;
};

export type QuotableMaterial = Omit<ReplyMaterial, 'passages'> & { passages: readonly QuotablePassage[] };
