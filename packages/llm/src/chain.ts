import type { Attempt, CompletionRequest } from '@draftsmith/contracts';
import { type AppError, toAppError } from '@draftsmith/errors';
import { abortable, cancelled, type Deadline, startDeadline } from './abort.ts';
import type { Clock } from './clock.ts';
import type { AnsweredText, Provider, ProviderAnswer } from './provider.ts';
import { DEFAULT_RETRY, type RetryPolicy, retryDelay } from './retry.ts';
import type { Route } from './routes.ts';

export interface Step {
  route: Route;
  provider: Provider;
}

export interface ChainOptions {
  clock: Clock;
  random: () => number;
  /** One budget of milliseconds for all attempts together. */
  deadlineMs: number;
  retry?: RetryPolicy;
}

export type ChainOutcome =
  | { kind: 'answered'; step: Step; answer: AnsweredText; attempts: readonly Attempt[] }
  | { kind: 'refused' | 'exhausted'; attempts: readonly Attempt[]; detail: string };

type Verdict = ProviderAnswer | { kind: 'failed'; error: AppError };

interface Run extends ChainOptions {
  request: CompletionRequest;
  deadline: Deadline;
  attempts: Attempt[];
}

const RETRIES_PER_ROUTE = 1;

/**
 * Asks the routes in order until one answers. A failure or an abstention leads to the next route, a refusal ends it.
 * @throws AppError `timeout` with code `llm.cancelled` when the caller's signal aborts; nothing else.
 */
export async function runChain(
  steps: readonly Step[],
  request: CompletionRequest,
  options: ChainOptions,
  signal?: AbortSignal,
): Promise<ChainOutcome> {
  const attempts: Attempt[] = [];
  using deadline = startDeadline(options.clock, options.deadlineMs, signal);
  const run: Run = { ...options, request, deadline, attempts };
  for (const step of steps) {
    const verdict = await askRoute(step, run);
    if (verdict.kind === 'text') return { kind: 'answered', step, answer: verdict, attempts };
    if (verdict.kind === 'refused') return { kind: 'refused', attempts, detail: verdict.detail };
  }
  return { kind: 'exhausted', attempts, detail: attempts.at(-1)?.detail ?? 'There is no route to ask' };
}

async function askRoute(step: Step, run: Run): Promise<Verdict> {
  for (let retries = 0; ; retries++) {
    const verdict = await attempt(step, run);
    if (verdict.kind !== 'failed' || retries === RETRIES_PER_ROUTE) return verdict;
    const wait = retryDelay(verdict.error, run.deadline.remainingMs(), run.random, run.retry ?? DEFAULT_RETRY);
    if (wait === undefined) return verdict;
    await pause(wait, run);
  }
}

async function attempt(step: Step, run: Run): Promise<Verdict> {
  throwIfCancelled(run);
  const started = run.clock.now();
  const verdict = await ask(step, run);
  throwIfCancelled(run);
  const base = { provider: step.route.provider, model: step.route.model, ms: run.clock.now() - started };
  if (verdict.kind === 'text') run.attempts.push({ ...base, outcome: 'answered' });
  else if (verdict.kind === 'failed')
    run.attempts.push({
      ...base,
      outcome: 'failed',
      retryable: verdict.error.retryable,
      detail: verdict.error.message,
    });
  else run.attempts.push({ ...base, outcome: verdict.kind, detail: verdict.detail });
  return verdict;
}

async function ask({ provider, route }: Step, run: Run): Promise<Verdict> {
  const { signal } = run.deadline;
  try {
    // Composing costs no waiting, and a reader who waited the whole deadline should not leave with nothing.
    if (!provider.usesModel) return await provider.ask(run.request, { model: route.model, signal });
    signal.throwIfAborted();
    return await abortable(provider.ask(run.request, { model: route.model, signal }), signal);
  } catch (thrown) {
    return { kind: 'failed', error: toAppError(thrown, 'The provider failed in an unexpected way') };
  }
}

async function pause(ms: number, run: Run): Promise<void> {
  let cancel = (): void => {};
  const waited = new Promise<void>((resolve) => {
    cancel = run.clock.after(ms, resolve);
  });
  // The next attempt reports an abort; here it only ends the wait.
  await abortable(waited, run.deadline.signal).catch(() => cancel());
}

function throwIfCancelled(run: Run): void {
  if (run.deadline.cancelled()) throw cancelled();
}
