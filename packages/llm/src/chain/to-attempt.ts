import type { Attempt, SentPayload } from '../contract/completion.ts';
import { costOf } from '../price/price-row.ts';
import { placeOf } from '../routes/where.ts';
import { SUPERSEDED } from './abort.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';
import { spentOf, type Verdict } from './verdict.ts';

/** What a call is known by besides its verdict. */
export interface Call {
  step: Step;
  /** When it began. */
  at: Date;
  /** Absent when nothing was sent. */
  sent?: SentPayload | undefined;
}

/** What is on record of a call. */
export function toAttempt(verdict: Verdict, { step, at, sent }: Call, { clock, facts }: Run): Attempt {
  const { provider, model, region } = step.route;
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
    ...(sent ? { sent: { ...sent, region: region ?? placeOf(sent.host) } } : {}),
    ...(verdict.kind === 'failed' && verdict.leaks ? { leaks: verdict.leaks } : {}),
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
