import type { AppError } from '@draftsmith/errors';
import type { PayloadLeak } from '../contract/request.ts';
import type { ProviderAnswer, Spent } from '../provider.ts';

/** An answer that is not the JSON that was asked for, and what is wrong with it. */
export interface Unmet {
  text: string;
  problems: readonly string[];
  /** The places in the schema that were not kept to. */
  rules: readonly string[];
}

export interface Failed {
  kind: 'failed';
  error: AppError;
  spent?: Spent;
  firstTokenMs?: number;
  unmet?: Unmet;
  /** Where the payload held what must not leave. Nothing was sent. */
  leaks?: readonly PayloadLeak[];
  /** Nobody knows what became of the call: the provider did not even end when it was told to. */
  lost?: boolean;
}

/** What became of a call. */
export type Verdict =
  | Exclude<ProviderAnswer, { kind: 'failed' }>
  | Failed
  /** No budget has room for the most that it could cost. Nothing was sent. */
  | { kind: 'unaffordable'; detail: string }
  /**
   * The route, its budget or the time does not allow it now, and nothing was sent. `probed`: another call is trying just
   * then whether the route is back.
   */
  | { kind: 'resting'; detail: string; probed?: boolean };

export function spentOf(verdict: Verdict): Spent | undefined {
  if (verdict.kind === 'text') return verdict;
  return verdict.kind === 'failed' || verdict.kind === 'refused' ? verdict.spent : undefined;
}
