import type { AppError } from '@draftsmith/errors';
import type { Budget } from '../budget/budget.ts';
import type { Clock } from '../clock.ts';
import type { Attempt, NoCompletion, SkippedRoute } from '../contract/completion.ts';
import type { CompletionRequest } from '../contract/request.ts';
import { afterHeldBack, isHeldBack } from '../leak-check.ts';
import type { AnsweredText } from '../provider.ts';
import { startDeadline } from './abort.ts';
import { askRoute } from './ask-route.ts';
import { askHedged } from './hedge.ts';
import { DEFAULT_DEGRADING, type Degrading, type PlannedStep, plan, skip } from './plan.ts';
import { afterOthers, afterTooLong, passedOver, withoutModels } from './queue.ts';
import { DEFAULT_RETRY, type RetryPolicy } from './retry.ts';
import type { Asking, Run } from './run.ts';
import type { FactsOf, Step } from './step.ts';
import type { Verdict } from './verdict.ts';

export interface ChainOptions {
  clock: Clock;
  /** Uniform in [0, 1). */
  random: () => number;
  /** Milliseconds that all attempts share. */
  deadlineMs: number;
  facts: FactsOf;
  retry?: RetryPolicy;
  /** Absent: whatever it costs. */
  budget?: Budget;
  degrading?: Degrading;
}

export type ChainOutcome = { attempts: readonly Attempt[]; skipped: readonly SkippedRoute[] } & (
  | { kind: 'answered'; step: Step; answer: AnsweredText; degraded?: string }
  | Pick<NoCompletion, 'kind' | 'code' | 'detail' | 'retryable'>
  | { kind: 'cancelled' }
);

/**
 * Asks the routes in order until one answers. A failure or an abstention leads to the next route, a refusal ends it.
 * Never throws: whatever happens is an outcome.
 */
export async function runChain(
  steps: readonly Step[],
  request: CompletionRequest,
  options: ChainOptions,
  signal?: AbortSignal,
): Promise<ChainOutcome> {
  using deadline = startDeadline(options.clock, options.deadlineMs, signal);
  const { retry = DEFAULT_RETRY, degrading = DEFAULT_DEGRADING, budget, facts } = options;
  // A store that cannot be asked now will say so when a call is to be paid.
  const standing = await Promise.resolve(budget?.standing(request)).catch(() => undefined);
  const planned = plan(steps, {
    request,
    facts,
    degrading,
    patienceMs: retry.maxWaitMs,
    ...(standing ? { standing } : {}),
  });
  const run: Run = { ...options, request, retry, deadline, attempts: [], skipped: [...planned.skipped] };
  const ended = await askInOrder(planned.steps, run);
  const { attempts, skipped } = run;
  return { ...ended, attempts, skipped };
}

type Ended =
  | { kind: 'answered'; step: Step; answer: AnsweredText; degraded?: string }
  | Pick<NoCompletion, 'kind' | 'code' | 'detail' | 'retryable'>
  | { kind: 'cancelled' };

async function askInOrder(steps: readonly PlannedStep[], run: Run): Promise<Ended> {
  let queue = [...steps];
  let stopped: string | undefined;
  let outOfReach = false;
  let failure: AppError | undefined;
  let heldBack: AppError | undefined;
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (run.deadline.cancelled()) return { kind: 'cancelled' };
    if (next.step.provider.usesModel && run.deadline.signal.aborted) {
      run.skipped.push(skip(next.step, 'The deadline had passed'));
      outOfReach = true;
      continue;
    }
    const { step, verdict, twin, rest } = await askNext(next, queue, run);
    queue = rest;
    if (twin) skipUnasked(twin.asking.step, twin.verdict, run);
    if (run.deadline.cancelled()) return { kind: 'cancelled' };
    if (verdict.kind === 'text') {
      const degraded = stopped ?? (next.later ? undefined : passedOver(queue, run));
      return { kind: 'answered', step, answer: verdict, ...(degraded === undefined ? {} : { degraded }) };
    }
    if (verdict.kind === 'refused')
      return { kind: 'refused', code: 'llm.refused', detail: verdict.detail, retryable: false };
    if (verdict.kind === 'resting' && verdict.probed && !next.later) {
      queue = afterOthers(step, verdict.detail, queue);
      continue;
    }
    skipUnasked(step, verdict, run);
    for (const one of twin ? [verdict, twin.verdict] : [verdict]) {
      if (one.kind === 'unaffordable') stopped ??= one.detail;
      if (one.kind === 'resting') outOfReach = true;
    }
    if (verdict.kind === 'failed') failure = verdict.error;
    heldBack ??= heldBackBy(verdict) ?? (twin && heldBackBy(twin.verdict));
    if (heldBack) queue = withoutModels(queue, run);
    if (verdict.kind === 'failed' && verdict.error.code === 'llm.too-long') queue = afterTooLong(step, queue, run);
  }
  const unfit = run.skipped.length > 0 && !steps.some(({ step }) => step.provider.usesModel);
  return heldBack ? unsent(heldBack) : nobody(run, { stopped, outOfReach, failure, unfit });
}

async function askNext(next: PlannedStep, queue: PlannedStep[], run: Run) {
  const { step, later } = next;
  const models = queue.filter((other) => other.step.provider.usesModel && (later || !other.later));
  const asking = (planned: PlannedStep, others: number): Asking => ({
    step: planned.step,
    resort: planned.later?.because === 'rests',
    lastHope: others === 0,
    nothingElse: queue.length === 0,
    hedge: false,
    signal: run.deadline.signal,
  });
  const [twin] = models;
  const { hedgeAfterMs } = step.route;
  if (hedgeAfterMs === undefined || !twin || later) {
    return { step, verdict: await askRoute(asking(next, models.length), run), twin: undefined, rest: queue };
  }
  const twins = [asking(next, models.length), asking(twin, models.length - 1)] as const;
  const done = await askHedged(...twins, run, hedgeAfterMs);
  const rest = done.twin ? queue.filter((other) => other !== twin) : queue;
  return { ...done, step: done.asking.step, rest };
}

function skipUnasked(step: Step, verdict: Verdict, run: Run): void {
  if (verdict.kind === 'unaffordable' || verdict.kind === 'resting') run.skipped.push(skip(step, verdict.detail));
}

function heldBackBy(verdict: Verdict): AppError | undefined {
  return verdict.kind === 'failed' && isHeldBack(verdict.error) ? verdict.error : undefined;
}

/** Whatever else went wrong: what stands in the prompt is what somebody must look at. */
function unsent(error: AppError): Ended {
  return {
    kind: 'exhausted',
    ...(error.code === undefined ? {} : { code: error.code }),
    detail: afterHeldBack(error),
    retryable: false,
  };
}

interface Reasons {
  /** What a budget said. */
  stopped: string | undefined;
  /** A route was not asked that may be there later. */
  outOfReach: boolean;
  failure: AppError | undefined;
  /** The prompt is too long for every model. */
  unfit: boolean;
}

/** The sentence of the last failure, unless a budget or the prompt's length explains more. */
function nobody({ attempts, skipped }: Run, { stopped, outOfReach, failure, unfit }: Reasons): Ended {
  if (stopped && !failure) return { kind: 'stopped', code: 'llm.budget', detail: stopped, retryable: false };
  return {
    kind: 'exhausted',
    code: failure?.code ?? (unfit ? 'llm.too-long' : 'llm.exhausted'),
    detail: failure?.message ?? skipped.at(0)?.reason ?? attempts.at(-1)?.detail ?? 'There is no route to ask',
    retryable: outOfReach || attempts.some(({ retryable }) => retryable),
  };
}
