import { memoryOf } from '../process/proc-files.ts';
import { startDraftsmith, startNaiveHandler } from '../process/programs.ts';
import type { EngineBench } from './bench.ts';

export interface StartUp {
  start: { first: number; reopened: number; naive: number };
  idle: number;
  naiveIdle: number;
}

/** Milliseconds after which a server that does nothing has settled: its first housekeeping is over. */
const SETTLE = 1_500;

/** First start, idle memory, second start. The baseline handler opens the same storage, already made. */
export async function measureStartUp(bench: EngineBench): Promise<StartUp> {
  const surroundings = { cwd: bench.folder, zendesk: bench.zendesk };
  const first = await startDraftsmith(surroundings, bench.storage);
  await first.stop();
  const reopened = await startDraftsmith(surroundings, bench.storage);
  await new Promise((later) => setTimeout(later, SETTLE));
  const idle = memoryOf(reopened.pid).residentMb;
  await reopened.stop();
  const naive = await startNaiveHandler(bench.folder, bench.storage);
  await new Promise((later) => setTimeout(later, SETTLE));
  const naiveIdle = memoryOf(naive.pid).residentMb;
  await naive.stop(0);
  return {
    start: { first: first.readyMs, reopened: reopened.readyMs, naive: naive.readyMs },
    idle,
    naiveIdle,
  };
}
