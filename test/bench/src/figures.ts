import type { EngineName } from './engines.ts';
import type { Machine } from './machine.ts';
import type { CpuUse } from './process/cpu-watch.ts';
import type { Spread } from './samples.ts';

/** Acknowledged webhooks over HTTP; times in milliseconds. */
export interface AckFigure extends Spread {
  perSecond: number;
  count: number;
  refused: number;
  cpu: CpuUse;
}

export interface AckFigures {
  atOnce: number;
  /** While drafts are being written by the same process. */
  drafting: AckFigure;
  /** The same while every draft waits for a Zendesk that does not answer: acknowledging alone. */
  alone: AckFigure;
  /** A handler with one transaction for each request, which never drafts. */
  naive: AckFigure;
}

/** Drafts with one way to write them; times in milliseconds. */
export interface DraftFigures {
  drafter: 'offline' | 'model';
  /** From the webhook to the note, one at a time. */
  webhookToNote: Spread & { count: number; without: number };
  /** Requests that the server makes for a draft, to Zendesk and to the model. */
  callsPerDraft: number | null;
  burst: { tickets: number; notes: number; perSecond: number; seconds: number; acknowledgedAfter: number; cpu: CpuUse };
  /** The same requests in a sequential loop, with nothing else. */
  bareLoop: Spread & { perSecond: number; callsPerDraft: number };
}

export interface EngineFigures {
  engine: EngineName;
  /** Milliseconds from the spawn. */
  start: { first: number; reopened: number; naive: number };
  /** MB of 10^6 bytes, of the server's process; on PostgreSQL its own processes come on top. */
  memory: { idle: number; peak: number; naiveIdle: number };
  acknowledgements: AckFigures[];
  drafts: DraftFigures[];
}

export interface SimulatorFigures {
  /** Requests a second with 20 at once, from one load generator. */
  zendesk: { perSecond: number; cpu: CpuUse };
  model: { perSecond: number; cpu: CpuUse };
}

export interface Figures {
  machine: Machine;
  quick: boolean;
  simulators: SimulatorFigures;
  engines: EngineFigures[];
  /** Those that were to be measured when the time was over. */
  unfinished: EngineName[];
  /** Wall time of the whole run. */
  seconds: number;
}
