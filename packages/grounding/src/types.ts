/** `no-claim`: greetings, thanks, sign-offs, offers of help, questions back; they need no source. */
export type Verdict = 'supported' | 'unsupported' | 'contradicted' | 'no-claim';

export type ClaimVerdict = Exclude<Verdict, 'no-claim'>;

export type ClaimKind =
  | 'number'
  | 'price'
  | 'percentage'
  | 'date'
  | 'time'
  | 'duration'
  | 'name'
  | 'link'
  | 'email'
  | 'order'
  | 'version'
  | 'negation'
  | 'modality'
  | 'promise';

/** A place in a source's text, in UTF-16 units; 0 to 0 is its title. */
export interface SourceSpan {
  id: string;
  start: number;
  end: number;
}

/** Something that an answer may rest on. */
export interface GroundingSource {
  id: string;
  text: string;
  title?: string;
  /** BCP 47; found from the text where it is absent. */
  locale?: string;
  /**
   * `conversation` is what the customer wrote: it supports names, dates, numbers and prices that the draft repeats,
   * and never a promise, a duration, a percentage or a link. Default `knowledge`.
   */
  kind?: 'knowledge' | 'conversation';
}

/** What is checked. */
export interface DraftText {
  text: string;
  /** ISO 639-1 or BCP 47; found from the text where it is absent. */
  language?: string;
}

export interface CheckOptions {
  /** Hosts (`help.example.com`, with everything below) or prefixes (`https://example.com/help/`) that need no source. */
  allowedLinks?: readonly string[];
  /** Names that need no source: the company's, the agent's. */
  allowedNames?: readonly string[];
}

export interface ClaimCheck {
  kind: ClaimKind;
  text: string;
  /** UTF-16 offsets in the draft. */
  start: number;
  end: number;
  verdict: ClaimVerdict;
  /** What decided: the place that supports it, or the one that contradicts it. */
  source?: SourceSpan;
  /** Where sources contradict each other: the place that agrees with the draft. */
  agreeing?: SourceSpan;
}

export interface SentenceCheck {
  text: string;
  /** UTF-16 offsets in the draft. */
  start: number;
  end: number;
  verdict: Verdict;
  claims: readonly ClaimCheck[];
  source?: SourceSpan;
  agreeing?: SourceSpan;
  /** What a second opinion said, where one was asked. */
  secondOpinion?: 'supported' | 'unsupported';
}

export interface DraftCheck {
  language: string;
  sentences: readonly SentenceCheck[];
  /** Sentences that a source supports, of those that claim something. */
  supported: number;
  claims: number;
}
