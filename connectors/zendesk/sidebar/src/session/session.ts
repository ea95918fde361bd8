import type { AssistRating, AssistRequest } from '@draftsmith/contracts';
import type { AssistApi, DraftRef } from '../assist/api.ts';
import { AssistProblem, mayPass } from '../assist/problem.ts';
import type { Presence } from '../zaf/presence.ts';
import { untilNextLook } from './pace.ts';
import { isBusy, reduce, type SessionEvent, type SessionState, START, shownDraft, type Wish } from './state.ts';

export interface SessionPorts {
  api: AssistApi;
  presence: Presence;
  newId(): string;
  /** Ends after `ms`, or when the signal fires, whichever is first. Never rejects. */
  pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** What the app knows of its ticket, and what the agent can do about it. */
export interface Session {
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  /** Looks at the server until the signal fires; only while somebody is there to see it. */
  run(signal: AbortSignal): Promise<void>;
  /** Looks now: something happened in the ticket, or the agent asks. */
  look(): void;
  /** About the version on screen unless `base` says otherwise. */
  wish(revise: Wish['revise'], base?: DraftRef | null): Promise<void>;
  choose(version: DraftRef): void;
  rate(draft: DraftRef, rating: AssistRating): Promise<void>;
  dismiss(what: 'failed' | 'aside'): void;
}

/** Tries of one request, all with the same id: the server does it once. */
const TRIES = 3;

export function createSession({ api, presence, newId, pause }: SessionPorts): Session {
  let state = START;
  let nudge = new AbortController();
  const listeners = new Set<() => void>();
  const dispatch = (event: SessionEvent) => {
    state = reduce(state, event);
    for (const listener of listeners) listener();
  };
  const look = () => {
    const last = nudge;
    nudge = new AbortController();
    last.abort();
  };

  const refresh = async () => {
    const id = state.mine?.id ?? state.view?.running?.id;
    if (id !== undefined) {
      const operation = await api.operation(id).catch(forgotten);
      dispatch(operation ? { type: 'progressed', operation } : { type: 'lost' });
      if (operation?.state === 'running') return;
    }
    dispatch({ type: 'viewed', view: await api.view() });
  };

  const send = async (request: AssistRequest) => {
    for (let tries = 1; ; tries++) {
      try {
        return await api.start(request);
      } catch (cause) {
        const problem = problemOf(cause);
        if (tries === TRIES || !mayPass(problem.trouble)) throw problem;
        await pause(untilNextLook({ busy: true, looks: 0, failures: tries }), new AbortController().signal);
      }
    }
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look,
    run: async (signal) => {
      const forget = presence.onChange(look);
      signal.addEventListener('abort', look, { once: true });
      let looks = 0;
      let failures = 0;
      while (!signal.aborted) {
        const { signal: nudged } = nudge;
        if (presence.here()) {
          failures = await refresh().then(
            () => 0,
            (cause: unknown) => {
              dispatch({ type: 'troubled', trouble: problemOf(cause).trouble });
              return failures + 1;
            },
          );
        }
        looks = isBusy(state) ? looks + 1 : 0;
        await pause(untilNextLook({ busy: isBusy(state), looks, failures }), nudged);
        if (nudged.aborted) looks = 0;
      }
      forget();
    },
    wish: async (revise, base = shownDraft(state)) => {
      if (isBusy(state)) return;
      dispatch({ type: 'wished', wish: { revise, base } });
      try {
        const operation = await send({
          requestId: newId(),
          revise,
          ...(base && { base: { id: base.id, version: base.version } }),
        });
        dispatch({ type: 'accepted', operation });
      } catch (cause) {
        const { message, trouble } = problemOf(cause);
        dispatch({ type: 'refused', failure: { message, retryable: mayPass(trouble) } });
      }
      look();
    },
    choose: (version) => dispatch({ type: 'chose', version }),
    rate: async (draft, rating) => {
      const before = shownDraft(state)?.rating ?? null;
      dispatch({ type: 'rated', draft, rating });
      try {
        await api.rate(draft, rating);
      } catch (cause) {
        dispatch({ type: 'rated', draft, rating: before });
        throw cause;
      }
    },
    dismiss: (what) => dispatch({ type: 'dismissed', what }),
  };
}

/** An operation that the server forgot has ended, one way or the other: the view tells how. */
function forgotten(cause: unknown): null {
  if (problemOf(cause).trouble === 'unknown') return null;
  throw cause;
}

function problemOf(cause: unknown): AssistProblem {
  return cause instanceof AssistProblem ? cause : new AssistProblem('unreachable');
}
