import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ProposalApi } from '../api/proposal-api.ts';
import { newRequestId } from '../api/request-id.ts';
import { createSession, type Session } from './session.ts';
import type { CardState } from './state.ts';

/** A session of this card, looking at the server for as long as the card is there. */
export function useSession(makeApi: () => ProposalApi): { session: Session; state: CardState } {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card is made anew for each deal
  const session = useMemo(() => createSession({ api: makeApi(), newId: newRequestId, pause }), []);
  const state = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => {
    const gone = new AbortController();
    void session.run(gone.signal);
    return () => gone.abort();
  }, [session]);
  return { session, state };
}

function pause(ms: number | undefined, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}
