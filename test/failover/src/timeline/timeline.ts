import { type Clock, systemClock } from '@draftsmith/llm';
import type { FaultServer } from '../fault-server/server.ts';

/** How time passes while a fault is played: as it does, or as fast as the machine allows. */
export interface Timeline {
  clock: Clock;
  /** Announces a server whose connections belong to what is played. */
  watch(server: FaultServer): void;
  /** Lets time pass until `work` has settled. */
  run<T>(work: Promise<T>): Promise<T>;
}

export const realTimeline: Timeline = { clock: systemClock, watch: () => undefined, run: (work) => work };
