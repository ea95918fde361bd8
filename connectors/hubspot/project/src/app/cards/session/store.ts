import { type CardEvent, type CardState, reduce, START } from './state.ts';

/** The state and who wants to know of it. */
export interface Store {
  state(): CardState;
  dispatch(event: CardEvent): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(): Store {
  let state = START;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (event) => {
      state = reduce(state, event);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
