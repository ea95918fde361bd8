import { cpuSecondsOf, machineCpuSeconds } from './proc-files.ts';

/** Something whose share of the processors is worth knowing; a database server is many processes. */
export interface Watched {
  name: string;
  pids: () => readonly number[];
}

export interface CpuShare {
  name: string;
  /** Processors kept busy on average: 1.2 is one and a fifth of another. */
  cores: number;
  /** The same for the busiest of its main threads. JavaScript has only this one, so 1 is its ceiling. */
  mainThread: number;
}

export interface CpuUse {
  /** How long was watched. */
  seconds: number;
  shares: CpuShare[];
  /** What everything else on the machine used, the bench's own bookkeeping included. */
  others: number;
}

/** Begins to watch; the function that comes back ends it. */
export function watchCpu(watched: readonly Watched[]): () => CpuUse {
  const before = { at: performance.now(), machine: machineCpuSeconds(), used: watched.map(usedBy) };
  return () => {
    const seconds = (performance.now() - before.at) / 1000;
    const shares = watched.map((one, i) => {
      const grown = growth(before.used[i] ?? new Map(), usedBy(one));
      return { name: one.name, cores: grown.all / seconds, mainThread: grown.main / seconds };
    });
    const machine = (machineCpuSeconds() - before.machine) / seconds;
    return { seconds, shares, others: Math.max(0, machine - shares.reduce((sum, { cores }) => sum + cores, 0)) };
  };
}

type Used = Map<number, { all: number; main: number }>;

function usedBy({ pids }: Watched): Used {
  return new Map(pids().map((pid) => [pid, cpuSecondsOf(pid)]));
}

/** What a process used that ended meanwhile is lost; one that began meanwhile counts from nothing. */
function growth(before: Used, after: Used): { all: number; main: number } {
  let all = 0;
  let main = 0;
  for (const [pid, now] of after) {
    const then = before.get(pid) ?? { all: 0, main: 0 };
    all += now.all - then.all;
    main = Math.max(main, now.main - then.main);
  }
  return { all, main };
}
