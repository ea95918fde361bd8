/** A JSON Schema (draft 2020-12) of an object; OpenAI and Anthropic take a subset, ours validates all of it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Message {
  role: 'user' | 'assistant';
  text: string;
}

/** Who a completion is for: budgets and reports go by it, and answers are never shared between accounts. */
export interface Payer {
  account: string;
  /** The source system that asked, e.g. `zendesk`. */
  connector?: string;
  /** The person who asked, where a person did: an opaque id, unique over all accounts, never a name or an address. */
  user?: string;
}

/** What is said when no model can answer; undefined or a sentence when there is nothing to say either. */
export type Compose = () => { text: string; usedSourceIds?: readonly string[] } | { nothing: string };

/** Where a payload still holds what should have been replaced. Never the value itself. */
export interface PayloadLeak {
  /** E.g. `PERSON`. */
  type: string;
  /** The text within the payload, e.g. `messages[1].content`. */
  path: string;
  /** UTF-16 offsets in that text. */
  start: number;
  end: number;
}

/** Knows what must not leave with this request. */
export interface PayloadGuard {
  /** Asked with the exact bytes of every payload, as text, before they are sent. A leak stops the call. */
  inspect(payload: string): readonly PayloadLeak[];
  /** Distinct values that were replaced in this request, by type. */
  replaced(): Readonly<Record<string, number>>;
}

export interface CompletionRequest extends Payer {
  /** What the text is for, e.g. `reply`; groups the ledger. */
  purpose: string;
  /** Empty for none. */
  instructions: string;
  messages: readonly Message[];
  /** Of the answer's text; a model that thinks gets room for that on top. */
  maxOutputTokens: number;
  /** The answer must be JSON that satisfies this schema. */
  output?: { name: string; schema: JsonSchema };
  /** Asked by the route `offline`, which needs no model. Its text is neither cached nor shared. */
  compose?: Compose;
  /** Absent: payloads leave unseen, and receipts do not say what was replaced. */
  guard?: PayloadGuard;
}

export interface CompleteOptions {
  signal?: AbortSignal;
  /** `off` neither reads nor writes the cache. */
  cache?: 'on' | 'off';
  /** Written to the ledger beside the completion, e.g. the id of the draft that it belongs to. */
  reference?: string;
}
