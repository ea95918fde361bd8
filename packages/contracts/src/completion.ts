/** Tokens as the provider counted them; estimated only where it does not say. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  /** Part of `inputTokens` that the provider read from its own cache. */
  cachedInputTokens?: number;
}

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

/** The same task as `instructions` and `messages`, in parts: what a drafter without a model works from. */
export interface ReplyMaterial {
  /** ISO 639-1 of the language to answer in. */
  language: string;
  customerName?: string;
  /** What the customer asks, in their own words, one entry a question; passages are chosen by it. */
  questions?: readonly string[];
  signature?: string;
  passages: readonly Passage[];
}

export interface CompletionRequest {
  /** What the text is for; groups the log. */
  purpose: 'reply' | 'prompt';
  /** Answers are never shared between accounts: part of the cache key. */
  account: string;
  instructions: string;
  messages: readonly { role: 'user' | 'assistant'; text: string }[];
  maxOutputTokens: number;
  material?: ReplyMaterial;
}

/** One try of one route; all of them are logged. */
export interface Attempt {
  provider: string;
  model: string;
  outcome: 'answered' | 'abstained' | 'refused' | 'failed';
  /** Milliseconds. */
  ms: number;
  /** For `failed`: whether the same request may work later. */
  retryable?: boolean;
  /** A sentence without personal data, for everything but `answered`. */
  detail?: string;
}

/** US dollars as decimal strings: no binary floating point in money. */
export interface Cost {
  usd: string;
  /** The price row that was applied, so that history can be priced again; absent when the model has no known price. */
  price?: Record<string, unknown>;
}

export interface Completion {
  id: string;
  text: string;
  provider: string;
  model: string;
  /** False for text composed without a model. */
  modelWritten: boolean;
  usage: Usage;
  cost: Cost;
  cache: 'hit' | 'miss' | 'off';
  /** Sources that the answer used, when the provider can tell. */
  usedSourceIds?: readonly string[];
  attempts: readonly Attempt[];
  /** Milliseconds from request to answer, all attempts included. */
  ms: number;
}

export type CompletionResult =
  | { kind: 'answered'; completion: Completion }
  /** Nobody had an answer: refused by a model, or everything abstained or failed. */
  | { kind: 'refused' | 'exhausted'; attempts: readonly Attempt[]; detail: string };

/** What the rest of the suite knows of the provider chain. */
export interface Completer {
  complete(request: CompletionRequest, options?: CompleteOptions): Promise<CompletionResult>;
}

export interface CompleteOptions {
  signal?: AbortSignal;
  /** `off` neither reads nor writes the cache. */
  cache?: 'on' | 'off';
  /** Written to the log beside the completion, e.g. the draft it belongs to. */
  draftId?: string;
}
