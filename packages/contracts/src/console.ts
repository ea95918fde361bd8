import type { Citation } from './draft.ts';
import type { DraftCheck } from './draft-check.ts';
import type { Outcome } from './outcome.ts';
import type { ProcessingReceipt } from './processing-receipt.ts';

/** What the console's API answers. Dates are ISO-8601 strings, money is US dollars as decimal strings. */

export type Role = 'admin' | 'viewer';

export interface SessionView {
  name: string;
  email: string;
  role: Role;
  /** True when the simulated company is shown and the session was opened by itself. */
  demo: boolean;
}

/** `waiting`: recorded, not begun. `working`: being drafted, or waiting for its next try. */
export type DraftState = 'waiting' | 'working' | 'drafted' | 'skipped' | 'failed';

export interface DraftListItem {
  id: string;
  connector: string;
  account: string;
  resourceId: string;
  subject: string;
  customerName: string | null;
  /** Its words are there and do not open: their key is gone, or they were changed. Subject and names are empty then. */
  unreadable?: true;
  language: string | null;
  state: DraftState;
  outcome: Outcome | null;
  provider: string | null;
  model: string | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: string | null;
  /** Milliseconds from the webhook's arrival to the outcome. */
  totalMs: number | null;
  cache: 'hit' | 'miss' | 'off' | null;
  /** Of the statements in the draft, how many a source supports; null without a check. */
  statements: { supported: number; claims: number } | null;
  createdAt: string;
}

export interface DraftListPage {
  items: DraftListItem[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

export interface DraftSummary {
  counts: Record<DraftState, number>;
  costUsd: string;
  inputTokens: number;
  outputTokens: number;
  medianMs: number | null;
  providers: { provider: string; model: string; drafts: number }[];
}

export interface ConversationTurn {
  role: 'customer' | 'agent' | 'internal-note' | 'draft';
  authorName: string | null;
  text: string;
  at: string;
}

/** One try of one provider, as a draft shows it. */
export interface Attempt {
  provider: string;
  model: string;
  outcome: 'answered' | 'abstained' | 'refused' | 'failed' | 'superseded';
  /** Milliseconds. */
  ms: number;
  /** For `failed`: whether the same request may work later. */
  retryable?: boolean;
  /** A sentence without personal data, for everything but `answered`. */
  detail?: string;
}

/** One ticket as an agent sees it; the conversation is read from the source system when it is opened. */
export interface DraftDetail extends DraftListItem {
  url: string | null;
  text: string | null;
  modelWritten: boolean | null;
  citations: Citation[];
  attempts: Attempt[];
  /** Null for drafts from before there was one, and for forgotten ones. */
  check: DraftCheck | null;
  /** What left this machine for this draft, oldest first. */
  receipts: ProcessingReceipt[];
  /** Its words are gone, and subject and names with them; figures stay. */
  forgotten: { at: string; why: 'retention' | 'request' | 'source' } | null;
  conversation: { kind: 'loaded'; turns: ConversationTurn[] } | { kind: 'unavailable'; message: string };
}

/** Sent over server-sent events: something about this draft changed. */
export interface DraftChanged {
  id: string;
  state: DraftState;
}

export interface ApiProblem {
  /** A sentence for a person. */
  message: string;
  code: string;
}
