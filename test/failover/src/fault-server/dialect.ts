import type { Answer } from './answer.ts';

export const DIALECT_NAMES = ['openai', 'anthropic', 'responses'] as const;
export type DialectName = (typeof DIALECT_NAMES)[number];

/** Why an answer ended. `declined`: the model itself said no, in words of its own. */
export type Ending = 'stop' | 'length' | 'filtered' | 'declined';

/** What a vendor can report instead of an answer. */
export type ProblemKind =
  | 'rate-limited'
  | 'server'
  | 'overloaded'
  | 'too-long'
  | 'filtered'
  | 'prefill'
  | 'bad-key'
  | 'no-credit'
  | 'forbidden'
  | 'unknown-model';

export interface Problem {
  status: number;
  /** JSON. */
  body: string;
}

/** How a vendor's API says things on the wire. Everything is a body or server-sent events, without HTTP around it. */
export interface Dialect {
  readonly name: DialectName;
  /** Where requests arrive. */
  readonly path: string;
  /** All that comes before the first piece of text. */
  opening(answer: Answer): string;
  /** @param text in the place of what the answer has there */
  piece(answer: Answer, index: number, text?: string): string;
  /** Why it ended, and the usage. */
  closing(answer: Answer, ending: Ending): string;
  /** After which nothing comes; empty where the closing is the last word. */
  readonly sentinel: string;
  /** Says that the connection lives, and nothing else. */
  readonly keepAlive: string;
  problem(kind: ProblemKind): Problem;
  /** A problem that shows when the stream has begun. */
  problemEvent(kind: ProblemKind): string;
  /** The messages of a request, as its body holds them. */
  turns(body: Record<string, unknown>): readonly unknown[];
}

/** What a model gives as its reason when it declines. */
export const REASON = 'That is about weapons, and no subject for a support desk.';
