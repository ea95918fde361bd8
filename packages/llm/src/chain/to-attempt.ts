import type { Attempt } from '../contract/completion.ts';
import { costOf } from '../price/price-row.ts';
import { SUPERSEDED } from './abort.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';
import { spentOf, type Verdict } from './verdict.ts';

/** What is on record of a call. */
export function toAttempt(verdict: Verdict, step: Step, { clock, facts }: Run, at: Date): Attempt {
  const { provider, model } = step.route;
  const spent = spentOf(verdict);
  return {
    provider,
    model: verdict.kind === 'text' ? verdict.model : model,
    ...(verdict.kind === 'text' && verdict.model !== model ? { askedModel: model } : {}),
    ms: clock.now() - at.getTime(),
    ...('firstTokenMs' in verdict && verdict.firstTokenMs !== undefined ? { firstTokenMs: verdict.firstTokenMs } : {}),
    ...ending(verdict),
    ...(spent ? { usage: spent.usage, cost: costOf(facts(step).row(at), spent.usage) } : {}),
    ...(spent?.estimated ? { estimated: true } : {}),
    at,
  };
}

function ending(verdict: Verdict): Pick<Attempt, 'outcome' | 'kind' | 'code' | 'status' | 'retryable' | 'detail'> {
  if (verdict.kind === 'text') return { outcome: 'answered' };
  if (verdict.kind !== 'failed')
    return { outcome: verdict.kind === 'refused' ? 'refused' : 'abstained', detail: verdict.detail };
  const { kind, code, status, retryable, message } = verdict.error;
  return {
    outcome: verdict.error === SUPERSEDED ? 'superseded' : 'failed',
    kind,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    retryable,
    detail: message,
  };
}
