import { toAppError } from '@draftsmith/errors';
import type { Refusal, Reservation } from '../budget/budget.ts';
import type { CompletionRequest } from '../contract/request.ts';
import { amountOf } from '../price/price-row.ts';
import { formatRoute } from '../routes/route.ts';
import { abortable } from './abort.ts';
import type { Asking, Run } from './run.ts';
import type { Step } from './step.ts';
import { spentOf, type Verdict } from './verdict.ts';

type NotReserved = Extract<Verdict, { kind: 'unaffordable' | 'resting' }>;

const UNLIMITED = { settle: () => undefined };

/** Sets the most that a call can cost aside, in every budget that applies, or says why it may not be made. */
export async function reserve(
  { step, signal }: Pick<Asking, 'step' | 'signal'>,
  { budget, facts, clock }: Run,
  request: CompletionRequest,
): Promise<{ settle(verdict: Verdict): void } | NotReserved> {
  const { tier, row, worst } = facts(step);
  if (!budget || tier === 'free') return UNLIMITED;
  const at = new Date(clock.now());
  const most = worst(request, at);
  if (most === undefined) return { kind: 'unaffordable', detail: unpriced(step) };
  let granted: Reservation | Refusal;
  const asked = budget.reserve(request, most);
  try {
    granted = await abortable(asked, signal);
  } catch (thrown) {
    void asked.then(giveBack, () => undefined);
    return { kind: 'resting', detail: toAppError(thrown, 'The budget cannot be asked').message };
  }
  if ('refused' in granted) return { kind: 'unaffordable', detail: granted.refused };
  const { settle } = granted;
  return {
    settle(verdict) {
      const spent = spentOf(verdict);
      const prices = row(at);
      // Where nobody knows what a call did, it is taken to have done its worst: a price that is never exceeded.
      if (verdict.kind === 'failed' && verdict.lost) settle(most);
      else settle(spent && prices ? amountOf(prices, spent.usage) : 0n);
    },
  };
}

/** Granted when nobody waited for it any more. */
function giveBack(granted: Reservation | Refusal): void {
  if ('settle' in granted) granted.settle(0n);
}

function unpriced({ route }: Step): string {
  return `Nobody knows the price of ${formatRoute(route)}, and a budget must hold: give the route a price in DRAFTSMITH_ROUTES, or use another model`;
}
