import { abortable, childSignal, SUPERSEDED } from './abort.ts';
import { askRoute } from './ask-route.ts';
import type { Asking, Run } from './run.ts';
import type { Verdict } from './verdict.ts';

export interface Finished {
  asking: Asking;
  verdict: Verdict;
}

/**
 * Asks a second route beside the first when that has not answered for a while; the first whole answer counts, and the
 * other call is ended. A first route that fails before then is not hedged: the chain simply goes on.
 * @returns whose verdict counts, and `twin`, what became of the other, if both were asked
 */
export async function askHedged(
  first: Asking,
  second: Asking,
  run: Run,
  afterMs: number,
): Promise<Finished & { twin?: Finished }> {
  const one = start(first, run);
  if (!(await isSlow(one.done, afterMs, run))) return one.done;
  const two = start({ ...second, hedge: true }, run);
  const winner = await firstAnswer(one.done, two.done);
  for (const { asking, end } of [one, two]) if (asking !== winner.asking) end();
  // Its record and its reservation are settled before the completion's.
  const [ofOne, ofTwo] = await Promise.all([one.done, two.done]);
  return { ...winner, twin: winner.asking === one.asking ? ofTwo : ofOne };
}

function start(asking: Asking, run: Run) {
  const child = childSignal(asking.signal);
  const own = { ...asking, signal: child.signal };
  const done = askRoute(own, run)
    .then((verdict): Finished => ({ asking: own, verdict }))
    .finally(() => child[Symbol.dispose]());
  return { asking: own, done, end: () => child.abort(SUPERSEDED) };
}

async function isSlow(done: Promise<Finished>, afterMs: number, { clock, deadline }: Run): Promise<boolean> {
  let cancel = (): void => {};
  const late = new Promise<true>((resolve) => {
    cancel = clock.after(afterMs, () => resolve(true));
  });
  try {
    return await abortable(Promise.race([late, done.then(() => false)]), deadline.signal).catch(() => false);
  } finally {
    cancel();
  }
}

/** A text wins; without one, a refusal tells more than a failure, and the route that comes first more than the second. */
async function firstAnswer(one: Promise<Finished>, two: Promise<Finished>): Promise<Finished> {
  const first = await Promise.race([one, two]);
  if (first.verdict.kind === 'text') return first;
  const both = await Promise.all([one, two]);
  const rank = ({ verdict }: Finished) => ['text', 'refused'].indexOf(verdict.kind);
  return both.find((done) => rank(done) === 0) ?? both.find((done) => rank(done) === 1) ?? both[0];
}
