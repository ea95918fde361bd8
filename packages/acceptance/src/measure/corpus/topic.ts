/** One matter in one language: the draft that waits, and what agents do with it. Invented. */
export interface Topic {
  /** The same in every language: drafts of one id are translations of each other. */
  id: string;
  language: string;
  draft: string;
  /** Replies on the same matter by somebody who never looked at the draft. */
  own: readonly string[];
  /** A canned text of the team, sent instead. */
  macro: string;
  /** The draft by somebody who keeps what it says and changes how. */
  tone: string;
  /** Replacements that change the wording only. */
  small: readonly (readonly [from: string, to: string])[];
  /** Replacements that change what is stated, each for itself. */
  facts: readonly (readonly [from: string, to: string])[];
  /** What an agent adds. */
  extra: string;
}
