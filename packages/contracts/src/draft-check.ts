/** What a sentence of a draft is worth. `no-claim`: greetings, thanks, questions back; they need no source. */
export type SentenceVerdict = 'supported' | 'unsupported' | 'contradicted' | 'no-claim';

/** The place in a source that decided; quoted, because a source may have changed by the time somebody looks. */
export interface Evidence {
  sourceId: string;
  title: string;
  url?: string;
  /** `conversation`: what customer and agents wrote in the ticket itself; it supports what is repeated, never a promise. */
  visibility: 'public' | 'internal' | 'conversation';
  quote: string;
}

/** One figure, name, link or promise within a sentence. */
export interface CheckedClaim {
  /** E.g. `price`, `duration`, `negation`, `promise`. */
  kind: string;
  /** UTF-16 offsets in the draft's text. */
  start: number;
  end: number;
  verdict: Exclude<SentenceVerdict, 'no-claim'>;
}

export interface CheckedSentence {
  /** UTF-16 offsets in the draft's text. */
  start: number;
  end: number;
  verdict: SentenceVerdict;
  evidence?: Evidence;
  /** Where sources contradict each other: the one that agrees with the draft. Both are shown. */
  agreeing?: Evidence;
  /** Only what is not supported. */
  claims?: readonly CheckedClaim[];
  /** What a model said of it, where one was asked. It never overrules a contradiction in figures. */
  secondOpinion?: 'supported' | 'unsupported';
}

/** Each sentence of a draft against its sources: "14 of 15 statements supported". Sentences are in order and disjoint. */
export interface DraftCheck {
  sentences: readonly CheckedSentence[];
  supported: number;
  /** Sentences that claim something. */
  claims: number;
  /** What the account's policy changed in the text: sentences taken out, or turned into questions. */
  changed?: { how: 'strike' | 'question'; sentences: number };
  /** US dollars that the second opinion cost, where one was asked. */
  opinionCostUsd?: string;
}
