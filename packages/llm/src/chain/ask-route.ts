import { AppError } from '@draftsmith/errors';
import { repairRequest } from '../structured/repair.ts';
import { abortable, childSignal, seconds } from './abort.ts';
import { attempt, compose } from './attempt.ts';
import { isAboutTheKey, type Key } from './key-ring.ts';
import { restReason } from './plan.ts';
import { retryDelay } from './retry.ts';
import type { Asking, Run } from './run.ts';
import type { Failed, Verdict } from './verdict.ts';

/** One route until it answers or another one is the better choice: retries, other keys, other words, one repair of its JSON. */
export async function askRoute(asking: Asking, run: Run): Promise<Verdict> {
  if (!asking.step.provider.usesModel) return compose(asking, run);
  using timed = withinRouteTime(asking, run);
  return await askModel({ ...asking, signal: timed.signal }, run);
}

async function askModel(asking: Asking, run: Run): Promise<Verdict> {
  const { step, signal } = asking;
  const tried = new Set<Key>();
  let request = run.request;
  let retries = 0;
  let reworded = false;
  for (;;) {
    const key = await freeKey(asking, run);
    const pass = key && step.breaker.enter(asking.resort);
    if (!key || !pass) return { kind: 'resting', detail: restReason(step), probed: key !== undefined };
    const verdict = await attempt(asking, run, { request, key, pass });
    if (verdict.kind !== 'failed' || signal.aborted) return verdict;
    if (isAboutTheKey(verdict.error)) step.keys.rest(key, verdict.error);
    if (verdict.unmet) {
      if (request !== run.request) return unmet(verdict);
      request = repairRequest(run.request, verdict.unmet.text, verdict.unmet.problems);
      continue;
    }
    if (verdict.error.code === 'llm.no-schema' && !reworded) {
      // The provider has taken note, and asks in words from now on.
      reworded = true;
      continue;
    }
    tried.add(key);
    if (hasFreshKey(verdict, asking, tried)) continue;
    const wait = delay(verdict, asking, run, retries);
    if (wait === undefined) return verdict;
    retries++;
    await pause(wait, signal, run);
    if (signal.aborted) return verdict;
  }
}

/** A key that another call has worn out may be free again soon; it is waited for where that is worth it. */
async function freeKey({ step, signal, lastHope }: Asking, run: Run): Promise<Key | undefined> {
  const pick = step.keys.pick();
  if ('key' in pick) return pick.key;
  const patience = lastHope ? run.deadline.remainingMs() : run.retry.maxWaitMs;
  if (pick.waitMs > Math.min(patience, run.deadline.remainingMs())) return undefined;
  await pause(pick.waitMs + run.random() * run.retry.jitterMs, signal, run);
  const again = step.keys.pick();
  return !signal.aborted && 'key' in again ? again.key : undefined;
}

/** Going on with another key is no retry: each is tried once. */
function hasFreshKey({ error }: Failed, { step }: Asking, tried: ReadonlySet<Key>): boolean {
  const pick = step.keys.pick();
  return isAboutTheKey(error) && 'key' in pick && !tried.has(pick.key);
}

function delay({ error }: Failed, asking: Asking, run: Run, retries: number): number | undefined {
  const { step, lastHope, nothingElse, resort } = asking;
  if (!resort && !step.breaker.ready()) return undefined;
  const pick = step.keys.pick();
  const keyWaitMs = 'waitMs' in pick ? pick.waitMs : 0;
  const situation = { retries, lastHope, nothingElse, keyWaitMs, remainingMs: run.deadline.remainingMs() };
  return retryDelay(error, situation, run.random, run.retry);
}

function unmet({ error: _, ...verdict }: Failed): Failed {
  // The problems themselves may hold words of the model, and the message is for anybody.
  const rules = verdict.unmet?.rules.slice(0, 3).join(', ');
  const message = `The model did not keep to the JSON schema, not even when told what was wrong${rules ? ` (${rules})` : ''}: simplify the schema or use another model`;
  return { ...verdict, error: new AppError('unavailable', message, { code: 'llm.schema-unmet', retryable: false }) };
}

async function pause(ms: number, signal: AbortSignal, run: Run): Promise<void> {
  let cancel = (): void => {};
  const waited = new Promise<void>((resolve) => {
    cancel = run.clock.after(ms, resolve);
  });
  // Whoever paused looks at the signal; here it only ends the wait.
  await abortable(waited, signal).catch(() => cancel());
}

/** What a model may use up of the time that is left, where others stand behind it. */
const SHARE = 2 / 3;

/** A model that drips word after word is never silent, and would leave nothing of the deadline to those behind it. */
function withinRouteTime({ step, signal, lastHope }: Asking, run: Run): Disposable & { signal: AbortSignal } {
  const { clock, deadline } = run;
  const totalMs = step.route.totalMs ?? (lastHope ? undefined : Math.round(deadline.remainingMs() * SHARE));
  if (totalMs === undefined) return { signal, [Symbol.dispose]: () => undefined };
  const child = childSignal(signal);
  const message = `No answer within the ${seconds(totalMs)} s that this route may take`;
  const stop = clock.after(totalMs, () => child.abort(new AppError('timeout', message, { code: 'llm.route-total' })));
  return {
    signal: child.signal,
    [Symbol.dispose]() {
      stop();
      child[Symbol.dispose]();
    },
  };
}
