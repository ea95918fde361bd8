import type { ProposalRequest } from '@draftsmith/contracts';
import { mayPass } from '../api/problem.ts';
import type { ProposalApi } from '../api/proposal-api.ts';
import { look, mayHelp, readShown, settled } from './look.ts';
import { untilNextLook } from './pace.ts';
import { type CardState, isBusy } from './state.ts';
import { createStore } from './store.ts';

/** What a person asks for; the id is made here. */
export type Wish = ProposalRequest extends infer Request
  ? Request extends ProposalRequest
    ? Omit<Request, 'requestId'>
    : never
  : never;

export interface SessionPorts {
  api: ProposalApi;
  newId(): string;
  /** Ends after `ms` (never, without) or when the signal fires, whichever is first. Never rejects. */
  pause(ms: number | undefined, signal: AbortSignal): Promise<void>;
}

/** What the card knows of its deal, and what a person can do about it. */
export interface Session {
  state(): CardState;
  subscribe(listener: () => void): () => void;
  /** Looks at the server until the signal fires. */
  run(signal: AbortSignal): Promise<void>;
  /** Looks now. */
  look(): void;
  /** Nothing while something is under way: a second click asks for nothing. */
  start(wish: Wish): Promise<void>;
  /** What failed, once more; where it may have arrived, as the same request. */
  again(): Promise<void>;
  dismiss(): void;
  /** Null follows the newest. */
  choose(number: number | null): void;
  compare(from: number, to: number): Promise<void>;
}

/** Tries of one request, all with the same id: the server does it once. */
const TRIES = 3;

export function createSession({ api, newId, pause }: SessionPorts): Session {
  const store = createStore();
  let nudge = new AbortController();
  const lookNow = () => {
    const last = nudge;
    nudge = new AbortController();
    last.abort();
  };

  const send = async (request: ProposalRequest) => {
    if (isBusy(store.state())) return;
    store.dispatch({ type: 'sent', request });
    for (let tries = 1; ; tries++) {
      const answer = await settled(api.start(request));
      if ('value' in answer) {
        store.dispatch({ type: 'accepted', operation: answer.value });
        break;
      }
      if ('problem' in answer || tries === TRIES || !mayPass(answer.trouble)) {
        store.dispatch({ type: 'refused', failure: answer });
        break;
      }
      await pause(untilNextLook({ busy: true, looks: 0, failures: tries }), new AbortController().signal);
    }
    lookNow();
  };

  return {
    state: store.state,
    subscribe: store.subscribe,
    look: lookNow,
    run: async (signal) => {
      signal.addEventListener('abort', lookNow, { once: true });
      let looks = 0;
      let failures = 0;
      while (!signal.aborted) {
        const { signal: nudged } = nudge;
        const looked = await look(store, api);
        failures = looked === 'failed' ? failures + 1 : 0;
        looks = isWaiting(store.state()) ? looks + 1 : 0;
        await pause(untilNextLook({ busy: isWaiting(store.state()), looks, failures }), nudged);
        // Somebody asks, so it is tried as if for the first time.
        if (nudged.aborted) looks = failures = 0;
      }
      signal.removeEventListener('abort', lookNow);
    },
    start: (wish) => send({ ...wish, requestId: newId() }),
    again: async () => {
      const { failed } = store.state();
      if (!failed) return;
      const arrived = 'problem' in failed.failure;
      await send(arrived ? { ...failed.request, requestId: newId() } : failed.request);
    },
    dismiss: () => store.dispatch({ type: 'dismissed' }),
    choose: (number) => {
      store.dispatch({ type: 'chose', number });
      void readShown(store, api);
    },
    compare: async (from, to) => {
      store.dispatch({ type: 'compared', from, to, diff: null, failure: null });
      const answer = await settled(api.diff(from, to));
      const outcome = 'value' in answer ? { diff: answer.value, failure: null } : { diff: null, failure: answer };
      store.dispatch({ type: 'compared', from, to, ...outcome });
    },
  };
}

/** Something runs at the server and can be asked for. What is only being sent announces itself. */
function isWaiting({ mine, view, lookFailure }: CardState): boolean {
  return (mine !== null || Boolean(view?.running)) && (lookFailure === null || mayHelp(lookFailure));
}
