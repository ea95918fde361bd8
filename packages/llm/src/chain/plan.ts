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
  /** Down or limited just now: asked when nobody else has an answer. */
  resort: boolean;
}

export interface Plan {
  steps: readonly PlannedStep[];
  skipped: readonly SkippedRoute[];
  /** Why routes were left out that come before those that are asked. */
  degraded?: string;
}

export interface Planning {
  request: CompletionRequest;
  facts: FactsOf;
  standing?: Standing;
  degrading: Degrading;
  /** Milliseconds that are worth waiting for a limited key. */
  patienceMs: number;
}

/** Which routes to ask for a request, in order. Those that rest come last, just before the canned answer. */
export function plan(steps: readonly Step[], planning: Planning): Plan {
  const fitting = thatFit(steps, planning);
  const affordable = thatAreAffordable(fitting.steps, planning);
  const skipped = [...fitting.skipped, ...affordable.skipped];
  const resting = new Set(
    affordable.steps.filter((step) => step.provider.usesModel && rests(step, affordable.steps, planning)),
  );
  const rank = (step: Step) => (step.route.provider === 'canned' ? 2 : resting.has(step) ? 1 : 0);
  const ordered = affordable.steps
    .map((step) => ({ step, resort: resting.has(step) }))
    .sort((a, b) => rank(a.step) - rank(b.step));
  return { steps: ordered, skipped, ...(affordable.degraded ? { degraded: affordable.degraded } : {}) };
}

interface Kept {
  steps: readonly Step[];
  skipped: SkippedRoute[];
  degraded?: string;
}

/** Only what certainly does not fit is left out: vendors count in their own way. */
function thatFit(steps: readonly Step[], { request, facts }: Planning): Kept {
  const smallest = Math.min(...steps.map((step) => facts(step).window ?? Number.POSITIVE_INFINITY));
  // Nearly every request fits everywhere, which its length alone tells.
  if (promptLength(request) + request.maxOutputTokens <= smallest) return { steps, skipped: [] };
  const needed = fewestInputTokens(request) + request.maxOutputTokens;
  const tooSmall = (step: Step) => (facts(step).window ?? Number.POSITIVE_INFINITY) < needed;
  return {
    steps: steps.filter((step) => !tooSmall(step)),
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

/** Nothing is left out while nothing cheaper could answer: then the budget itself says when to stop. */
function thatAreAffordable(steps: readonly Step[], { facts, standing, degrading }: Planning): Kept {
  if (!standing || standing.left >= degrading.toSmall) return { steps, skipped: [] };
  const cheapEnough = (step: Step) => {
    const { tier } = facts(step);
    return tier === 'free' || (tier === 'small' && standing.left >= degrading.toFree);
  };
  const left = steps.filter(cheapEnough);
  if (left.length === steps.length || left.length === 0) return { steps, skipped: [] };
  const detail = standing.detail ?? 'The budget is nearly used up';
  const skipped = steps
    .filter((step) => !cheapEnough(step))
    .map((step) => skip(step, `${detail}: only cheaper routes are asked`));
  return { steps: left, skipped, degraded: `${detail}: a cheaper route was asked` };
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
