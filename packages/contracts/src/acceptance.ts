/**
 * What became of a draft, by the first public reply of staff after it.
 * `as-is`: nothing changed but greeting, signature, spacing. `edited`: the reply is the draft, changed. `ignored`: a
 * reply of one's own. `no-reply`: solved or closed without one. `superseded`: the customer wrote again first.
 */
export type AcceptanceVerdict = 'as-is' | 'edited' | 'ignored' | 'no-reply' | 'superseded';

/** What kind of change: several may hold at once. */
export type EditKind =
  | 'facts' // a figure, date, name, link, negation or promise differs
  | 'tone' // the same statements in other words
  | 'shortened'
  | 'extended'
  | 'reordered'
  | 'translated';

export interface Acceptance {
  verdict: AcceptanceVerdict;
  /** Share of the draft's words that were sent, 0 to 1. */
  kept: number;
  /** Share of the reply's words that are not the draft's, 0 to 1. */
  added: number;
  edits: readonly EditKind[];
}

export interface AcceptanceFigures {
  drafts: number;
  asIs: number;
  edited: number;
  ignored: number;
  other: number;
  /** Mean share of a draft's words that were sent, over `asIs` and `edited`; null without any. */
  kept: number | null;
  /** Milliseconds from the customer's message to the reply: median; null without any. */
  replyMs: number | null;
}

export interface AcceptanceRow extends AcceptanceFigures {
  key: string;
  name: string;
}

export type AcceptanceBy = 'brand' | 'topic' | 'language' | 'model';

/** `GET /acceptance?by=brand&days=30` of the console's API. */
export interface AcceptanceReport {
  by: AcceptanceBy;
  days: number;
  total: AcceptanceFigures;
  rows: readonly AcceptanceRow[];
  edits: Readonly<Record<EditKind, number>>;
  ratings: { good: number; bad: number; reasons: readonly { reason: string; count: number }[] };
}
