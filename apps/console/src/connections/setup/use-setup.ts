import type { ConnectProgress } from '@draftsmith/contracts';
import { useEffect, useRef, useState } from 'react';
import useSWR from 'swr';
import type { AccountName } from '../../router/route.ts';
import { startSteps, stepsUrl } from '../endpoints.ts';
import { type SetupPhase, setupPhase } from './setup-state.ts';

/** The set-up of one account as the server sees it; nothing of it lives in the page, so a reload loses nothing. */
export function useSetup(account: AccountName) {
  const progress = useSWR<ConnectProgress>(stepsUrl(account), {
    dedupingInterval: 500,
    refreshInterval: (latest) => pollInterval(latest && setupPhase(latest)),
  });
  const phase = progress.data && setupPhase(progress.data);
  const [starting, setStarting] = useState(false);
  // Until the first try nobody is asked to press anything.
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const start = async () => {
    setStarting(true);
    setProblem(null);
    try {
      await startSteps(account);
      await progress.mutate();
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setStarting(false);
      setTried(true);
    }
  };

  // Whoever comes back from the source system need not press anything. Once: what halts again waits for a person.
  const begun = useRef(false);
  useEffect(() => {
    if (phase === undefined || begun.current) return;
    begun.current = true;
    if (phase === 'halted') void start();
  });

  return { progress, phase, start, starting, tried, problem };
}

/** Somebody else may try again what failed; what is done stays done. */
function pollInterval(phase: SetupPhase | undefined): number {
  if (phase === undefined || phase === 'done') return 0;
  return phase === 'running' ? 1000 : 3000;
}
