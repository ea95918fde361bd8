/** A passage that retrieval found for the question, best first. */
export interface Passage {
  sourceId: string;
  sourceTitle: string;
  sourceKind: 'article' | 'macro' | 'past-reply';
  /** What it stands under in its article: `We cannot do that any more` needs its heading to be true. */
  heading?: string;
  text: string;
  locale?: string;
  url?: string;
  visibility: 'public' | 'internal';
  /** 0 to 1, comparable between questions: how much of what the question asks this passage covers. */
  confidence: number;
}

/** What a drafter without a model works from; redacted like a prompt. */
export interface ReplyMaterial {
  /** ISO 639-1 of the language to answer in. */
  language: string;
  customerName?: string;
  /** What the customer asks, in their own words, one entry a question; passages are chosen by it. */
  questions?: readonly string[];
  signature?: string;
  passages: readonly Passage[];
}
