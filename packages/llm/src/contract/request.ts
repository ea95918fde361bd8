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
}

export interface CompleteOptions {
  signal?: AbortSignal;
  /** `off` neither reads nor writes the cache. */
  cache?: 'on' | 'off';
  /** Written to the ledger beside the completion, e.g. the id of the draft that it belongs to. */
  reference?: string;
}
