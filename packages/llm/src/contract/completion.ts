import type { ErrorKind } from '@draftsmith/errors';
import type { CompleteOptions, CompletionRequest, PayloadLeak } from './request.ts';

/** Tokens as the provider counted them; estimated only where it does not say. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  /** Part of `inputTokens` that the provider read from its own cache. */
  cachedInputTokens?: number;
  /** Part of `outputTokens` that the model thought and did not say. */
  reasoningTokens?: number;
}

/** US dollars as decimal strings: no binary floating point in money. */
export interface Cost {
  usd: string;
  /** The price row that was applied, so that history can be priced again; absent when the model has no known price. */
  price?: Record<string, unknown>;
}

/** What left this process with one call. Never the text itself. */
export interface SentPayload {
  /** E.g. `api.openai.com`, with the port where an address names one. */
  host: string;
  /** Of the exact bytes of the body, hexadecimal. */
  sha256: string;
  bytes: number;
}

/** One try of one route; all of them are on record. */
export interface Attempt {
  provider: string;
  /** As the answer names it, or as it was asked for. */
  model: string;
  /** As it was asked for, where the answer names itself otherwise. */
  askedModel?: string;
  /** `superseded`: a hedged twin was faster. */
  outcome: 'answered' | 'abstained' | 'refused' | 'failed' | 'superseded';
  /** Milliseconds. */
  ms: number;
  firstTokenMs?: number;
  /** Which of several keys, counted from 1. */
  key?: number;
  /** For `failed`: what kind of failure, the machine-readable detail and the HTTP status, where there was one. */
  kind?: ErrorKind;
  code?: string;
  status?: number;
  /** For `failed`: whether the same request may work later. */
  retryable?: boolean;
  /** A sentence without personal data, for everything but `answered`. */
  detail?: string;
  /** What it used and cost, where something is known of that: a cut answer is paid for, too. */
  usage?: Usage;
  cost?: Cost;
  /** True when nobody counted: from the texts. */
  estimated?: boolean;
  /** Started beside a slow one. */
  hedge?: boolean;
  /** Absent when nothing was sent. `region`: as the route says or its address shows, null where neither does. */
  sent?: SentPayload & { region: string | null };
  /** Why nothing was sent: where the payload still held what should have been replaced. */
  leaks?: readonly PayloadLeak[];
  /** When it began. */
  at: Date;
}

/** A route that was not asked, and why: its breaker is open, a budget forbids it, the prompt does not fit. */
export interface SkippedRoute {
  provider: string;
  model: string;
  reason: string;
}

export interface Completion {
  id: string;
  text: string;
  /** The parsed and validated answer, when the request asked for one. */
  data?: unknown;
  provider: string;
  /** The model that answered, as it names itself. */
  model: string;
  /** False for text composed without a model. */
  modelWritten: boolean;
  /** Of the answering attempt alone; each attempt has its own. */
  usage: Usage;
  cost: Cost;
  cache: 'hit' | 'miss' | 'off';
  /** Sources that the answer used, when the provider can tell. */
  usedSourceIds?: readonly string[];
  attempts: readonly Attempt[];
  skipped: readonly SkippedRoute[];
  /** Why cheaper routes answered than those configured first. */
  degraded?: string;
  /** Milliseconds from request to answer, all attempts included. */
  ms: number;
  firstTokenMs?: number;
  /** W3C trace id, 32 hex digits. */
  traceId: string;
}

/** Nobody had an answer. */
export interface NoCompletion {
  /** `refused` by a model; `exhausted`: everything failed or abstained; `stopped` by a budget. */
  kind: 'refused' | 'exhausted' | 'stopped';
  /** Machine-readable, e.g. `llm.budget`, or that of the last failure. */
  code?: string;
  attempts: readonly Attempt[];
  skipped: readonly SkippedRoute[];
  /** A sentence for a person: what happened and what to do. */
  detail: string;
  /** Somebody was only out of reach, or resting: the same request may work later. */
  retryable: boolean;
}

export type CompletionResult = { kind: 'answered'; completion: Completion } | NoCompletion;

/** What the rest of the suite knows of the provider chain. */
export interface Completer {
  /**
   * @throws AppError `invalid` for a request that no provider could take, `timeout` with code `llm.cancelled` when the
   *   caller's signal aborts; whatever happens to the providers is a result.
   */
  complete(request: CompletionRequest, options?: CompleteOptions): Promise<CompletionResult>;
}
