import type { EngineName, Storage } from '../engines.ts';
import type { LoadGenerator } from '../load/load-generator.ts';
import type { Tickets, ZendeskAddress } from '../load/tasks.ts';
import { type CpuUse, type Watched, watchCpu } from '../process/cpu-watch.ts';

/** What every measurement has around it. */
export interface Bench {
  /** Temporary folder, removed at the end. */
  folder: string;
  load: LoadGenerator;
  zendesk: ZendeskAddress;
  modelUrl: string;
  simulators: { zendesk: number; model: number };
  size: Sizes;
  /** Tickets that nobody has used yet: a second message on one would be a duplicate. */
  takeTickets(count: number): Tickets;
  say(line: string): void;
}

/** How much load a measurement makes. */
export interface Sizes {
  warmUp: number;
  webhookToNote: number;
  burst: number;
  bareLoop: number;
  ackOneAtATime: number;
  ackManyAtOnce: number;
  simulatorDrafts: number;
}

export interface EngineBench extends Bench {
  engine: EngineName;
  storage: Storage;
}

/** Runs something while looking at how busy each process is. */
export async function withCpu<Result>(
  bench: Bench & { storage?: Storage },
  server: { name: string; pid: number } | undefined,
  work: () => Promise<Result>,
): Promise<{ result: Result; cpu: CpuUse }> {
  const watched: Watched[] = [
    ...(server ? [{ name: server.name, pids: () => [server.pid] }] : []),
    { name: 'Zendesk simulator', pids: () => [bench.simulators.zendesk] },
    { name: 'model simulator', pids: () => [bench.simulators.model] },
    { name: 'load generator', pids: () => [bench.load.pid] },
    ...(bench.storage ? [{ name: 'PostgreSQL', pids: bench.storage.pids }] : []),
  ];
  const end = watchCpu(watched);
  const result = await work();
  return { result, cpu: end() };
}
