import type { ParsedRequest } from './conversation.ts';

/**
 * What a request meets instead of an ordinary answer.
 * `stall`, `cut`, `malformed` and `stream-error` strike after `afterChunks` pieces of text (2 by default); a request
 * that does not stream meets them half-way through its body.
 */
export type ModelFault =
  | { kind: 'status'; status: number; retryAfterSeconds?: number; message?: string; code?: string }
  /** No header, ever. */
  | { kind: 'hang' }
  /** The connection drops before any header. */
  | { kind: 'reset' }
  /** Silence in the middle, the connection stays open. */
  | { kind: 'stall'; afterChunks?: number }
  /** The connection drops in the middle. */
  | { kind: 'cut'; afterChunks?: number }
  /** A piece that is not JSON. */
  | { kind: 'malformed'; afterChunks?: number }
  /** An error event after the stream began; without streaming the same as a 500. */
  | { kind: 'stream-error'; afterChunks?: number }
  /** The stream ends cleanly but without its closing event or `[DONE]`. */
  | { kind: 'missing-end' }
  | { kind: 'refusal'; text?: string }
  | { kind: 'content-filter' }
  | { kind: 'empty' }
  /** Cut by the length limit, half-way. */
  | { kind: 'truncated' }
  /** A page of a proxy, with status 200. */
  | { kind: 'html' }
  /** An error body with status 200. */
  | { kind: 'error-body' }
  | { kind: 'context-too-long' };

export interface ModelFaultRule {
  /** Only requests for this model; all when absent. */
  model?: string;
  /** How many requests it meets; without it, every one until `clear`. */
  times?: number;
  fault: ModelFault;
}

export interface ModelFaults {
  set(rule: ModelFaultRule): void;
  clear(): void;
  list(): readonly ModelFaultRule[];
}

export function createModelFaults(): ModelFaults & { take(request: ParsedRequest): ModelFault | undefined } {
  let rules: ModelFaultRule[] = [];
  return {
    set(rule) {
      rules = [...rules, rule];
    },
    clear() {
      rules = [];
    },
    list: () => rules,
    take({ model }) {
      const index = rules.findIndex((rule) => rule.model === undefined || rule.model === model);
      const rule = rules[index];
      if (!rule) return undefined;
      if (rule.times !== undefined) {
        rules = rule.times > 1 ? rules.with(index, { ...rule, times: rule.times - 1 }) : rules.toSpliced(index, 1);
      }
      return rule.fault;
    },
  };
}
