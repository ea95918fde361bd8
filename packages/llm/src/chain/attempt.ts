import { AppError, toAppError } from '@draftsmith/errors';
import type { SentPayload } from '../contract/completion.ts';
import type { CompletionRequest, JsonSchema } from '../contract/request.ts';
import type { AnsweredText, ProviderCall } from '../provider.ts';
import { readOutput } from '../structured/read-output.ts';
import { orAbandon } from './abort.ts';
import type { Pass } from './breaker.ts';
import type { Key } from './key-ring.ts';
import { isOutage } from './outage.ts';
import { reserve } from './reserve.ts';
import type { Asking, Run } from './run.ts';
import { toAttempt } from './to-attempt.ts';
import type { Verdict } from './verdict.ts';

export interface Try {
  request: CompletionRequest;
  key: Key;
  pass: Pass;
}

/** One call to a model: reserve, ask, settle, record. */
export async function attempt(asking: Asking, run: Run, one: Try): Promise<Verdict> {
  const { step, hedge } = asking;
  const { request, key, pass } = one;
  const reserved = await reserve(asking, run, request);
  if ('kind' in reserved) {
    pass.leave();
    return reserved;
  }
  const at = new Date(run.clock.now());
  let sent: SentPayload | undefined;
  const answer = await ask(asking, run, one, (payload) => {
    sent = payload;
  });
  const verdict = request.output && answer.kind === 'text' ? check(answer, request.output.schema) : answer;
  reserved.settle(verdict);
  if (verdict.kind !== 'failed') pass.succeeded();
  else if (isOutage(verdict.error)) pass.failed();
  else pass.leave();
  run.attempts.push({
    ...toAttempt(verdict, { step, at, sent }, run),
    ...(step.keys.size > 1 ? { key: key.number } : {}),
    ...(hedge ? { hedge } : {}),
  });
  return verdict;
}

/** A provider that needs no model costs nothing and waits for nobody: asked even after the deadline. */
export async function compose({ step, signal }: Pick<Asking, 'step' | 'signal'>, run: Run): Promise<Verdict> {
  const at = new Date(run.clock.now());
  const call = { model: step.route.model, limits: step.limits, signal };
  const verdict = await step.provider.ask(run.request, call).catch(unexpected);
  run.attempts.push(toAttempt(verdict, { step, at }, run));
  return verdict;
}

async function ask(
  { step, signal }: Asking,
  { clock }: Run,
  { request, key }: Try,
  onSent: NonNullable<ProviderCall['onSent']>,
): Promise<Verdict> {
  const apiKey = key.value === undefined ? {} : { apiKey: key.value };
  const call = { model: step.route.model, limits: step.limits, signal, onSent, ...apiKey };
  try {
    return await orAbandon(step.provider.ask(request, call), signal, clock);
  } catch (thrown) {
    return { ...unexpected(thrown), lost: true };
  }
}

function unexpected(thrown: unknown): { kind: 'failed'; error: AppError } {
  return { kind: 'failed', error: toAppError(thrown, 'The provider failed in an unexpected way') };
}

/** Valid or not, it is paid for. */
function check(answer: AnsweredText, schema: JsonSchema): Verdict {
  const { text, usage, estimated } = answer;
  const read = readOutput(text, schema);
  if ('data' in read) return { ...answer, data: read.data };
  const message = 'The answer is not the JSON that was asked for';
  return {
    kind: 'failed',
    error: new AppError('unavailable', message, { code: 'llm.schema', retryable: false }),
    spent: { usage, estimated },
    unmet: { text, ...read },
  };
}
