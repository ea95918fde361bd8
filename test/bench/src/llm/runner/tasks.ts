import type { ContenderId, Surroundings } from '../contenders/contender.ts';

export interface Load {
  /** Calls to measure. */
  count: number;
  /** Calls under way at the same time. */
  atOnce: number;
}

export interface TimedBlock {
  /** Milliseconds of each call. */
  samples: number[];
  /** Of the whole process, for one call: user and kernel, all threads, what is settled after the answers included. */
  cpuMs: number;
}

export interface HeapBlock {
  /** Bytes that one call took from the JavaScript heap, most of them given back soon. */
  allocated: number;
  /** Bytes that one call left there after a full collection; below zero when it shrank. */
  retained: number;
}

export interface HitBlock {
  /** Milliseconds of each repeated question, asked redacted as it is. */
  samples: number[];
  /** The same with redacting the question and restoring the answer around it. */
  redacted: number[];
  /** Repeated questions that the cache did not answer. */
  missed: number;
}

/** What a contender's process can be told to do, with what it answers. */
export interface Tasks {
  open: { input: { contender: ContenderId } & Surroundings; output: null };
  timed: { input: Load; output: TimedBlock };
  heap: { input: Load; output: HeapBlock };
  hits: { input: { count: number }; output: HitBlock };
  /** Writes a .cpuprofile to the file. */
  profile: { input: Load & { file: string }; output: null };
  close: { input: null; output: null };
}

export type TaskMessage = { [Kind in keyof Tasks]: { kind: Kind; input: Tasks[Kind]['input'] } }[keyof Tasks];
