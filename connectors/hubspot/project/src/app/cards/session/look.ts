import type { Answer } from '@draftsmith/contracts';
import { mayPass, NoAnswer } from '../api/problem.ts';
import type { ProposalApi } from '../api/proposal-api.ts';
import { type Failure, shownSummary } from './state.ts';
import type { Store } from './store.ts';

/**
 * Asks for the operation that runs, and once it has ended (or none runs) for the deal and the version on screen.
 *
 * @returns whether it is worth asking again soon, because nothing came that time alone may bring
 */
export async function look(store: Store, api: ProposalApi): Promise<'done' | 'failed'> {
  const { mine, view } = store.state();
  const id = mine?.id ?? view?.running?.id;
  if (id !== undefined) {
    const answer = await settled(api.operation(id));
    if ('value' in answer) {
      store.dispatch({ type: 'progressed', operation: answer.value });
      if (answer.value.state === 'running') return 'done';
    } else if ('problem' in answer && answer.problem.code === 'not-found') {
      // It has ended, one way or the other: the view tells how.
      store.dispatch({ type: 'lost', id });
    } else {
      return fail(store, answer);
    }
  }
  const { epoch } = store.state();
  const answer = await settled(api.view());
  if (!('value' in answer)) return fail(store, answer);
  store.dispatch({ type: 'viewed', view: answer.value, epoch });
  await readShown(store, api);
  return 'done';
}

function fail(store: Store, failure: Failure): 'done' | 'failed' {
  store.dispatch({ type: 'not-viewed', failure });
  return mayHelp(failure) ? 'failed' : 'done';
}

/** Reads the version on screen, unless it was read before. */
export async function readShown(store: Store, api: ProposalApi): Promise<void> {
  const { versions, ...state } = store.state();
  const summary = shownSummary(state);
  if (!summary || versions[summary.number]?.hash === summary.hash) return;
  const { number } = summary;
  const answer = await settled(api.version(number));
  store.dispatch(
    'value' in answer ? { type: 'read', version: answer.value } : { type: 'not-read', number, failure: answer },
  );
}

/** An answer, or why there is none. */
export async function settled<T>(answer: Promise<Answer<T>>): Promise<{ value: T } | Failure> {
  try {
    const given = await answer;
    return given.ok ? { value: given.value } : { problem: given.problem };
  } catch (cause) {
    return { trouble: cause instanceof NoAnswer ? cause.trouble : 'unreachable' };
  }
}

/** Whether asking again by itself can bring anything. */
export function mayHelp(failure: Failure): boolean {
  return 'problem' in failure ? failure.problem.retryable : mayPass(failure.trouble);
}
