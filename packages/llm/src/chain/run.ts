import type { Budget } from '../budget/budget.ts';
import type { Clock } from '../clock.ts';
import type { Attempt, SkippedRoute } from '../contract/completion.ts';
import type { CompletionRequest } from '../contract/request.ts';
import type { Deadline } from './abort.ts';
import type { RetryPolicy } from './retry.ts';
import type { FactsOf, Step } from './step.ts';

/** What all attempts of one completion share. */
export interface Run {
  request: CompletionRequest;
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  retry: RetryPolicy;
  deadline: Deadline;
  budget?: Budget;
  facts: FactsOf;
  /** In the order in which they ended. */
  attempts: Attempt[];
  skipped: SkippedRoute[];
}

/** How one step is asked. */
export interface Asking {
  step: Step;
  /** Asked although it rests: nobody else has an answer. */
  resort: boolean;
  /** No other model can be asked after it. */
  lastHope: boolean;
  /** Nor can anything else. */
  nothingElse: boolean;
  /** Started beside a slow one. */
  hedge: boolean;
  signal: AbortSignal;
}
