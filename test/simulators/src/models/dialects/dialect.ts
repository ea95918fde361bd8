import type { IncomingHttpHeaders } from 'node:http';
import type { Completion, DialectName, ParsedRequest } from '../conversation.ts';

/** One server-sent event. Exactly the events with `isDelta` carry a piece of the text. */
export interface StreamEvent {
  event?: string;
  /** Sent as JSON, except the sentinel `[DONE]`. */
  data: Record<string, unknown> | '[DONE]';
  isDelta?: boolean;
}

export interface Problem {
  status: number;
  /** Written for a person, as the provider words it. */
  message: string;
  /** Machine-readable detail where the dialect has one, e.g. `context_length_exceeded`. */
  code?: string;
  param?: string;
}

/** What differs between the APIs; everything else of the server is shared. Each member is pure. */
export interface Dialect {
  id: DialectName;
  path: string;
  /** Any non-empty key will do. */
  hasKey(headers: IncomingHttpHeaders): boolean;
  parse(body: Record<string, unknown>, headers: IncomingHttpHeaders): ParsedRequest | { problem: Problem };
  body(completion: Completion): Record<string, unknown>;
  /** The whole stream in order; `[DONE]` or the closing event comes last. */
  events(completion: Completion, request: ParsedRequest): StreamEvent[];
  errorBody(problem: Problem, requestId: string): Record<string, unknown>;
  /** An error in the middle of a stream. */
  errorEvent(problem: Problem, requestId: string): StreamEvent;
  headers(requestId: string, now: Date): Record<string, string>;
  contextTooLong(inputTokens: number, limit: number): Problem;
}

export function missingKey(): Problem {
  return { status: 401, message: 'No API key was provided.', code: 'invalid_api_key' };
}

/** Text of a content field that is a string or a list of parts. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) =>
      typeof part === 'object' && part !== null && 'text' in part && typeof part.text === 'string' ? part.text : '',
    )
    .join('');
}

/** Turns `[{role, content}]` of any dialect into system text and messages. */
export function splitMessages(list: readonly unknown[]): {
  system: string[];
  messages: { role: string; text: string }[];
} {
  const turns = list.flatMap((item) =>
    typeof item === 'object' && item !== null && 'role' in item && typeof item.role === 'string'
      ? [{ role: item.role, text: textOf('content' in item ? item.content : '') }]
      : [],
  );
  const isSystem = (turn: { role: string }) => turn.role === 'system' || turn.role === 'developer';
  return {
    system: turns.filter(isSystem).map((turn) => turn.text),
    messages: turns.filter((turn) => !isSystem(turn)),
  };
}

export function optionalNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
