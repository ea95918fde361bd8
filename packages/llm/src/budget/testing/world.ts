import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import type { Payer } from '../../contract/request.ts';
import { createManualClock, type ManualClock } from '../../testing/manual-clock.ts';
import type { Limit, Reservation } from '../budget.ts';
import { createMemoryBudgetStore } from '../memory-store.ts';
import type { BudgetStore, Orphans, WindowState } from '../store.ts';
import { USUAL_TIMING } from '../timing.ts';
import { createFindWindows, type Window } from '../windows.ts';
import { createFragile, type Fragile, type Trouble } from './fragile.ts';

export type Step =
  | { do: 'reserve'; process: number; payer: Payer; worst: bigint; calls: number }
  | { do: 'settle'; first: number; calls: number; eighths: number }
  | { do: 'advance'; ms: number }
  | { do: 'kill'; process: number }
  | { do: 'sleep'; process: number }
  | { do: 'wake'; process: number }
  | { do: 'trouble'; process: number; kind: Trouble };

export interface Call {
  process: Fragile;
  windows: readonly Window[];
  worst: bigint;
  /** `orphaned`: its process was killed, and nobody knows what the vendor billed. */
  state: 'asked' | 'running' | 'settled' | 'refused' | 'failed' | 'orphaned';
  actual: bigint;
  reservation?: Reservation;
}

export interface World {
  readonly calls: readonly Call[];
  /** Those that were killed as well. */
  readonly everybody: readonly Fragile[];
  /** What went wrong in between: false stops, errors that nothing explains. */
  readonly problems: readonly string[];
  run(step: Step): Promise<void>;
  /** Everybody who lives finishes, and the dead are noticed. */
  end(): Promise<void>;
  states(): Promise<{ window: Window; state: WindowState }[]>;
  /** What calls cost, may still cost, and at worst did cost with a process that is gone. */
  truth(window: Window): bigint;
}

function costIn({ key }: Window, calls: Iterable<Call>): bigint {
  let sum = 0n;
  for (const { state, windows, actual, worst } of calls) {
    if (!windows.some((window) => window.key === key)) continue;
    if (state === 'settled') sum += actual;
    if (state === 'running' || state === 'orphaned') sum += worst;
  }
  return sum;
}

async function statesOf(store: BudgetStore, windows: ReadonlyMap<string, Window>): ReturnType<World['states']> {
  const states = await store.read([...windows.keys()]);
  return states.flatMap((state) => {
    const window = windows.get(state.key);
    return window ? [{ window, state }] : [];
  });
}

/** Each of them twice, and the second time is nothing. */
function settle(calls: readonly Call[], eighths: number): void {
  for (const call of calls) {
    call.state = 'settled';
    call.actual = (call.worst * BigInt(eighths)) / 8n;
    call.reservation?.settle(call.actual);
    call.reservation?.settle(call.worst);
  }
}

/** After trouble it takes so long until a process gives back again what it does not use. Milliseconds. */
const RECOVERY_MS = 1_500;

/** Whoever can go on without time passing does so in between. */
async function pass(clock: ManualClock, ms: number): Promise<void> {
  const slice = ms > LONG_MS ? 1_000 : 50;
  for (let left = ms; left > 0; left -= slice) {
    await clock.advance(Math.min(left, slice));
    await turnOfTheEventLoop();
  }
}

/** Nobody waits for so long. Milliseconds. */
const LONG_MS = 10_000;

/** Several processes on one budget, driven step by step. Time stands still unless a step moves it. */
export function createWorld(
  limits: readonly Limit[],
  options: { start: number; processes: number; orphans: Orphans },
): World {
  const clock = createManualClock(options.start);
  const store = createMemoryBudgetStore({ clock });
  const findWindows = createFindWindows(limits);
  const begin = (): Fragile => createFragile({ limits, store, clock, orphans: options.orphans });
  const processes = Array.from({ length: options.processes }, begin);
  const everybody = [...processes];
  const calls: Call[] = [];
  const problems: string[] = [];
  const windows = new Map<string, Window>();

  async function reserve(one: Fragile, payer: Payer, worst: bigint): Promise<void> {
    const found = findWindows(payer, clock.now());
    for (const window of found) windows.set(window.key, window);
    const call: Call = { process: one, windows: found, worst, state: 'asked', actual: 0n };
    calls.push(call);
    try {
      const result = await one.budget.reserve(payer, worst);
      if ('settle' in result) Object.assign(call, { state: 'running', reservation: result });
      else refused(call, result.refused);
    } catch (error) {
      call.state = 'failed';
      const known = error instanceof Error && 'code' in error && error.code === 'llm.budget-store';
      if (!known || clock.now() - one.unwellAt() > USUAL_TIMING.answerMs + USUAL_TIMING.waitMs)
        problems.push(`failed: ${error}, ${error instanceof Error && error.cause}`);
    }
  }

  function refused(call: Call, why: string): void {
    call.state = 'refused';
    if (clock.now() - call.process.unwellAt() <= USUAL_TIMING.waitMs + RECOVERY_MS) return;
    if (call.windows.every((window) => reallyFree(window) >= call.worst)) problems.push(`a false stop: ${why}`);
  }

  /**
   * The limit less what calls cost or may cost. Of a process that is dead, asleep or cut off, or was a moment ago,
   * nothing is free, used or not.
   */
  function reallyFree(window: Window): bigint {
    const unwell = new Set(everybody.filter((one) => clock.now() - one.unwellAt() < RECOVERY_MS));
    const well = calls.filter(({ process: one }) => !unwell.has(one));
    let room = window.limit - costIn(window, well);
    for (const one of unwell) room -= one.storedIn(window.key);
    return room;
  }

  function kill(index: number): void {
    const dead = processes[index];
    if (!dead) return;
    dead.kill();
    for (const call of calls) if (call.process === dead && call.state === 'running') call.state = 'orphaned';
    const next = begin();
    processes[index] = next;
    everybody.push(next);
  }

  function running(): Call[] {
    return calls.filter((call) => call.state === 'running' && call.process.state() === 'awake');
  }

  function act(step: Exclude<Step, { do: 'advance' }>): void {
    if (step.do === 'settle') {
      const open = running();
      const first = open[step.first % open.length];
      // Of one process: what another learns of it, it learns from the store.
      const mates = open.filter((call) => call.process === first?.process);
      const from = first ? mates.indexOf(first) : 0;
      settle(mates.slice(from, from + step.calls), step.eighths);
      return;
    }
    const one = processes[step.process];
    if (step.do === 'kill') kill(step.process);
    if (step.do === 'trouble') one?.trouble(step.kind);
    if (step.do === 'sleep') one?.sleep();
    if (step.do === 'wake') one?.wake();
    if (step.do === 'reserve' && one?.state() === 'awake')
      for (let i = 0; i < step.calls; i++) void reserve(one, step.payer, step.worst);
  }

  return {
    calls,
    everybody,
    problems,
    truth: (window) => costIn(window, calls),
    async run(step) {
      if (step.do === 'advance') await pass(clock, step.ms);
      else act(step);
      await turnOfTheEventLoop();
    },
    async end() {
      for (const one of processes) {
        one.trouble('none');
        one.wake();
      }
      await pass(clock, 10_000);
      settle(running(), 5);
      await pass(clock, 1_000);
      await Promise.all(processes.map(({ budget }) => budget.close()));
      await pass(clock, USUAL_TIMING.leaseMs + 1);
      await store.reap(options.orphans);
    },
    states: () => statesOf(store, windows),
  };
}
