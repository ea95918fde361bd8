import type { Usage } from '../contract/completion.ts';
import type { CompletionRequest } from '../contract/request.ts';
import type { Fault, Meaning } from './fault.ts';

/** Why a model stopped, in our words; `raw` is the provider's own, for the log. */
export interface Finish {
  kind: 'stop' | 'length' | 'refusal' | 'other';
  raw: string;
}

/** What one event adds to an answer. `Counts` is the API's own way to count tokens. */
export interface Piece<Counts> {
  text?: string;
  /** Said by the model to itself: progress, and paid for, but no part of the answer. */
  thought?: string;
  /** The model's own words for declining, or the category that it gave. */
  refusal?: string;
  /** The model is at work though nothing can be read of it, e.g. an encrypted thought. */
  progress?: true;
  /** The model that answers, as it names itself. */
  model?: string;
  finish?: Finish;
  /** Only what this event counts: the parts of several events complete each other. */
  counts?: Counts;
  /** What the API reports in the place of an answer. */
  error?: unknown;
  /** Where the API numbers its events: a repeated one has its first number again. */
  sequence?: number;
}

/** An event that says nothing about the answer, e.g. a ping. */
export const NOTHING: Piece<never> = Object.freeze({});

/** How one API is asked and understood. Every function is pure. */
export interface Dialect<Counts extends object> {
  /** Relative to the base URL. */
  path: string;
  toRequest(request: CompletionRequest, model: string): object;
  /** Undefined for what is no event of this API: part of the answer may be missing. */
  fromEvent(data: unknown): Piece<Counts> | undefined;
  /** For servers that do not stream: the whole answer; undefined when the body is none. */
  fromWhole?(body: unknown): Piece<Counts> | undefined;
  toUsage(counts: Counts): Usage;
  /** What the vendor's own words mean; undefined where its status or error type says enough. */
  toError(fault: Fault): Meaning | undefined;
  /** Takes out of a text what is no part of the answer. */
  clean?(text: string): string;
  /** Tokens that may be billed at most as output: the limit that `toRequest` sets. */
  outputLimit(request: CompletionRequest, model: string): number;
}
