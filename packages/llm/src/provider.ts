import type { AppError } from '@draftsmith/errors';
import type { SentPayload, Usage } from './contract/completion.ts';
import type { CompletionRequest, PayloadLeak } from './contract/request.ts';

/** How long a provider may be silent. Milliseconds. */
export interface StreamLimits {
  /** Until the connection stands, TLS included. */
  connectMs: number;
  /** From the request to the first piece of an answer; connecting and queueing included. */
  firstTokenMs: number;
  /** Between two pieces. */
  idleMs: number;
  /** From the model's last word to the end of the stream: usage and end marks come late or never. */
  endGraceMs: number;
}

export interface ProviderCall {
  model: string;
  /** The key to use; absent where the provider needs none. */
  apiKey?: string;
  limits: StreamLimits;
  /** Aborted by the chain's deadline, by the caller, or when a hedged twin was faster. */
  signal: AbortSignal;
  /** Told of the payload once it leaves; of one at most, so that each has an attempt on record. */
  onSent?: (payload: SentPayload) => void;
}

/** What was used, so far as anybody knows. */
export interface Spent {
  usage: Usage;
  /** True when nobody counted: from the texts, rounded up. */
  estimated: boolean;
}

/** A whole answer; a truncated, cut or stalled one is `failed`, whatever text came. */
export interface AnsweredText extends Spent {
  kind: 'text';
  text: string;
  /** The parsed and validated answer, when the request asked for one. */
  data?: unknown;
  /** The model that answered, as it names itself. */
  model: string;
  usedSourceIds?: readonly string[];
  /** From the request to the first piece. Milliseconds. */
  firstTokenMs?: number;
}

/** `refused` ends the chain: asking the next model until one gives in would defeat the first one's judgement. */
export type ProviderAnswer =
  | AnsweredText
  | { kind: 'abstained'; detail: string }
  | { kind: 'refused'; detail: string; spent?: Spent }
  /** The error's message becomes the attempt's detail: it holds no personal data. `spent`: what is paid for all the same. */
  | { kind: 'failed'; error: AppError; spent?: Spent; firstTokenMs?: number; leaks?: readonly PayloadLeak[] };

/** One way to get a text. Adding one is a folder under providers/ and a line in providers/create.ts. */
export interface Provider {
  readonly name: string;
  /**
   * False for a provider that makes its text without a model, at once and for nothing: it is asked even after the
   * deadline and over any budget, and what it writes is not cached in the place of a model's answer.
   */
  readonly usesModel: boolean;
  /**
   * Never throws for what a vendor or a network does; honours the signal as soon as it can. Sends nothing that the
   * request's guard has not seen.
   */
  ask(request: CompletionRequest, call: ProviderCall): Promise<ProviderAnswer>;
}
