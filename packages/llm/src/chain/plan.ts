import type { Standing } from '../budget/budget.ts';
import type { SkippedRoute } from '../contract/completion.ts';
import type { CompletionRequest } from '../contract/request.ts';
import { seconds } from './abort.ts';
import { fewestInputTokens, promptLength } from './prompt-size.ts';
import type { FactsOf, Step } from './step.ts';

/** Below which part of its tightest budget a payer's requests go to cheaper models. */
export interface Degrading {
  /** Large models are left out. */
  toSmall: number;
  /** Everything that costs is left out. */
  toFree: number;
}

export const DEFAULT_DEGRADING: Degrading = { toSmall: 0.2, toFree: 0.05 };

export interface PlannedStep {
  step: Step;
  /** Asked only when nobody else has an answer: it is down or limited, or dear for what a budget has left. */
  later?: { because: 'rests' | 'dear'; reason: string };
}

export interface Plan {
  steps: readonly PlannedStep[];
  skipped: readonly SkippedRoute[];
}

export interface Planning {
  request: CompletionRequest;
  facts: FactsOf;
  standing?: Standing;
  degrading: Degrading;
  /** Milliseconds that are worth waiting for a limited key. */
  patienceMs: number;
}

/** Which routes to ask for a request, in order. Those that rest or are dear come last, just before the canned answer. */
export function plan(steps: readonly Step[], planning: Planning): Plan {
  const { fitting, skipped } = thatFit(steps, planning);
  const dear = tooDear(fitting, planning);
  const planned = fitting.map((step): PlannedStep => {
    if (!step.provider.usesModel) return { step };
    if (rests(step, fitting, planning)) return { step, later: { because: 'rests', reason: restReason(step) } };
    const reason = dear(step);
    return reason === undefined ? { step } : { step, later: { because: 'dear', reason } };
  });
  const rank = ({ step, later }: PlannedStep) => (step.route.provider === 'canned' ? 2 : later ? 1 : 0);
  return { steps: planned.sort((a, b) => rank(a) - rank(b)), skipped };
}

/** Only what certainly does not fit is left out: vendors count in their own way. */
function thatFit(
  steps: readonly Step[],
  { request, facts }: Planning,
): { fitting: readonly Step[]; skipped: SkippedRoute[] } {
  const smallest = Math.min(...steps.map((step) => facts(step).window ?? Number.POSITIVE_INFINITY));
  // Nearly every request fits everywhere, which its length alone tells.
  if (promptLength(request) + request.maxOutputTokens <= smallest) return { fitting: steps, skipped: [] };
  const needed = fewestInputTokens(request) + request.maxOutputTokens;
  const tooSmall = (step: Step) => (facts(step).window ?? Number.POSITIVE_INFINITY) < needed;
  return {
    fitting: steps.filter((step) => !tooSmall(step)),
    skipped: steps
      .filter(tooSmall)
      .map((step) =>
        skip(
          step,
          `The request needs at least ${needed} tokens, and the model takes ${facts(step).window}: shorten it or add a route with a larger window`,
        ),
      ),
  };
}

/** Why a step is too dear for what is left of a budget; while there is money, it still comes before no answer at all. */
function tooDear(steps: readonly Step[], { facts, standing, degrading }: Planning): (step: Step) => string | undefined {
  if (!standing || standing.left >= degrading.toSmall) return () => undefined;
  const cheap = (step: Step) => {
    const { tier } = facts(step);
    return tier === 'free' || (tier === 'small' && standing.left >= degrading.toFree);
  };
  if (!steps.some(cheap)) return () => undefined;
  const detail = standing.detail ?? 'The budget is nearly used up';
  return (step) => (cheap(step) ? undefined : `${detail}: cheaper routes come first`);
}

function rests(step: Step, all: readonly Step[], { patienceMs }: Planning): boolean {
  if (!step.breaker.ready()) return true;
  const pick = step.keys.pick();
  if ('key' in pick) return false;
  const others = all.some(
    (other) => other !== step && other.provider.usesModel && other.breaker.ready() && 'key' in other.keys.pick(),
  );
  return others || pick.waitMs > patienceMs;
}

export function skip({ route }: Step, reason: string): SkippedRoute {
  return { provider: route.provider, model: route.model, reason };
}

/** Why a step is not asked now. */
export function restReason(step: Step): string {
  const pick = step.keys.pick();
  if ('waitMs' in pick) return `Its keys are refused or limited for another ${seconds(pick.waitMs)} s`;
  return 'It failed several times in a row and is left alone for some seconds';
}
