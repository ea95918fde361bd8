import type { Citation } from './draft.ts';
import type { DraftCheck } from './draft-check.ts';
import type { SkipReason } from './outcome.ts';
import type { RuleReason } from './rules.ts';

/**
 * What the app beside a ticket asks of us. Everything long is start and poll; nothing is held open. The bearer token
 * proves the installation; who the agent is, the server asks the source system.
 */

/** How a new version of a draft is to differ from the last. */
export type Revise =
  | { kind: 'regenerate'; steer?: string }
  | { kind: 'shorter' | 'warmer' | 'more-formal' }
  /** For the agent to read; never inserted as the reply. ISO 639-1. */
  | { kind: 'translate'; into: string }
  /** A long thread in a few lines. */
  | { kind: 'summarise'; into: string };

/** Steps as they are shown while one waits. */
export type AssistStep = 'queued' | 'reading' | 'searching' | 'writing' | 'checking' | 'done';

export interface AssistDraft {
  /** The draft and its version: what insertions and ratings name. */
  id: string;
  version: number;
  text: string;
  /** ISO 639-1. */
  language: string;
  citations: readonly Citation[];
  check: DraftCheck | null;
  provider: string;
  model: string;
  modelWritten: boolean;
  /** ISO-8601. */
  createdAt: string;
  /** What asked for this version; null for the one that was waiting. */
  made: { how: Revise['kind']; byName: string | null } | null;
  /** This agent's own rating of it. */
  rating: AssistRating | null;
  /** US dollars, decimal. */
  costUsd: string | null;
}

export interface SimilarTicket {
  id: string;
  title: string;
  /** What was answered, without other people's data. */
  excerpt: string;
  url: string | null;
  at: string;
}

/** The ticket as the sidebar opens it. */
export interface AssistView {
  ticketId: string;
  agent: { id: string; name: string };
  /**
   * `none`: nobody asked for a draft yet. `waiting`: it is on its way. `ready`. `stale`: a newer customer message came
   * after it. `skipped`: there is none, for a reason. `failed`: it did not work; may be tried again.
   */
  state: 'none' | 'waiting' | 'ready' | 'stale' | 'skipped' | 'failed';
  /** The newest version; also while stale. The same for every agent. */
  draft: AssistDraft | null;
  /** Versions before it, newest first: a step back is a step forward for whoever liked it better. */
  earlier: readonly AssistDraft[];
  skipped: { reason: SkipReason; rule?: RuleReason; detail?: string } | null;
  /** For `skipped` for want of sources: the questions that nothing answered, and tickets that were like it. */
  missing: { questions: readonly string[]; similar: readonly SimilarTicket[] } | null;
  failure: AssistFailure | null;
  /** An operation that is under way, whoever started it. */
  running: AssistOperation | null;
  /** Identifier of the customer's newest message: re-checked before anything is inserted. */
  revision: string | null;
}

export interface AssistOperation {
  id: string;
  what: 'draft' | Revise['kind'];
  step: AssistStep;
  state: 'running' | 'done' | 'failed';
  byName: string | null;
  /** For translations and summaries, when done. */
  text?: string;
  language?: string;
  failure?: AssistFailure;
}

/** Why something came to nothing. Each has a sentence in the sidebar's languages; `message` is the English one. */
export const ASSIST_FAILURES = [
  'no-model', // no language model is set up, and this needs one
  'unreachable', // no language model could be reached
  'refused', // the model declined
  'budget', // what may be spent on models is spent
  'no-source', // nothing that may be quoted supports a reply
  'unsupported', // the account holds back what no source supports
  'facts-changed', // the rewritten text said something else
  'same-text', // nothing came out differently
  'newer-message', // the customer wrote again: a new draft first
  'nothing-to-answer', // no customer message waits
  'closed', // the ticket is closed, merged or deleted
  'no-text', // there is no text to work on
  'erased', // words about somebody in this ticket were erased
  'source-down', // the source system does not answer
  'broke-off', // the work ended in the middle
] as const;

export interface AssistFailure {
  message: string;
  retryable: boolean;
  /** Absent for what is not in the list. */
  code?: (typeof ASSIST_FAILURES)[number];
}

/** `POST drafts`: an id made by the client makes a repeat harmless. `base` is the version that was on screen. */
export interface AssistRequest {
  requestId: string;
  revise: Revise | { kind: 'draft' };
  base?: { id: string; version: number };
}

export const RATING_REASONS = [
  'wrong-facts',
  'not-relevant',
  'wrong-language',
  'wrong-tone',
  'internal-content',
  'ignored-instructions',
  'other',
] as const;

export type RatingReason = (typeof RATING_REASONS)[number];

export interface AssistRating {
  good: boolean;
  reasons: readonly RatingReason[];
  /** At most 500 characters. */
  comment?: string;
}

/** Asked right before text goes into the composer. */
export interface InsertCheck {
  /** `newer-message`: the customer wrote again. `replied`: staff answered meanwhile. `closed`: nothing can be added. */
  verdict: 'ok' | 'newer-message' | 'replied' | 'closed';
}

/**
 * Routes below `/assist/<connector>/<account>/tickets/<ticket>`:
 *   GET  view                          -> AssistView
 *   POST operations   AssistRequest    -> 202 AssistOperation (200 when the request id is known)
 *   GET  operations/<id>               -> AssistOperation
 *   POST insertions   { draft: { id, version }, revision } -> InsertCheck
 *   PUT  ratings/<draft id>/<version>  AssistRating -> 204
 * Headers: `Authorization: Bearer <JWT>` (HS256, `iss` the account, `sub` the agent's id, `exp` within five minutes).
 * Problems are `ApiProblem` with a status of 4xx or 5xx.
 */
export const ASSIST_PATH = '/assist';
