import type { EngineName } from '../engines.ts';
import { machine } from '../machine.ts';
import { CONTENDERS, type ContenderId } from './contenders/contender.ts';
import { versions } from './contenders/versions.ts';
import { type HitFigure, type LlmFigures, type Measured, toFigures, toHitFigure } from './figures.ts';
import { question } from './question.ts';
import { rotated, toRounds } from './rounds.ts';
import { AT_ONCE, engineOf, type Runners, type Start, startContenders } from './start-contenders.ts';

const HEAP_ROUNDS = 5;
/** Part of the calls in each of these: what compiling leaves behind must be little beside what calls leave. */
const HEAP_PART = 0.25;
const HIT_ROUNDS = 3;

export interface LlmBenchRun extends Start {
  quick: boolean;
  /** Where our ledger and budgets may be; the contender on PostgreSQL is left out where none answers. */
  engines: readonly EngineName[];
}

/** Everything on loopback, each program in a process of its own; whatever was started is ended, also after a failure. */
export async function runLlmBench(run: LlmBenchRun): Promise<LlmFigures> {
  const started = performance.now();
  const facts = machine();
  await using cleanup = new AsyncDisposableStack();
  const names = (Object.keys(CONTENDERS) as ContenderId[]).filter((id) => run.engines.includes(engineOf(id)));
  const runners = await startContenders(names, run, cleanup);

  const measured = await timeInTurns(runners, run);
  await weighInTurns(runners, measured, run);
  const hits = await repeat(runners, run);
  for (const runner of runners.values()) await runner.run('close', null);
  const { instructions, text } = question(1);
  return {
    machine: facts,
    quick: run.quick,
    delayMs: run.delayMs,
    packets: run.packets,
    versions: versions(),
    questionLength: instructions.length + text.length,
    figures: toFigures(measured),
    hits,
    seconds: (performance.now() - started) / 1000,
  };
}

async function timeInTurns(runners: Runners, { calls, say }: LlmBenchRun): Promise<Measured[]> {
  const all = AT_ONCE.flatMap((atOnce) =>
    [...runners.keys()].map((contender): Measured => ({ contender, atOnce, timed: [], heap: [] })),
  );
  const { rounds, block: count } = toRounds(calls);
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    for (const { contender, atOnce, timed } of rotated(all, round)) {
      const block = await runners.get(contender)?.run('timed', { count, atOnce });
      if (block) timed.push(block);
    }
  }
  return all;
}

/** Apart from the times: to look at every collection costs a little. */
async function weighInTurns(runners: Runners, all: readonly Measured[], { calls, say }: LlmBenchRun): Promise<void> {
  const count = Math.ceil(calls * HEAP_PART);
  for (let round = 0; round < HEAP_ROUNDS; round++) {
    say(`memory, round ${round + 1} of ${HEAP_ROUNDS}`);
    for (const { contender, atOnce, heap } of rotated(all, round)) {
      const block = await runners.get(contender)?.run('heap', { count, atOnce });
      if (block) heap.push(block);
    }
  }
}

/** Questions that were asked before, to those of ours that remember. */
async function repeat(runners: Runners, { calls, say }: LlmBenchRun): Promise<HitFigure[]> {
  say('cache hits');
  const figures: HitFigure[] = [];
  for (const [contender, runner] of runners) {
    if (contender !== 'ours' && contender !== 'ours-postgres') continue;
    const blocks = [];
    for (let round = 0; round < HIT_ROUNDS; round++) {
      blocks.push(await runner.run('hits', { count: Math.ceil(calls / HIT_ROUNDS) }));
    }
    figures.push(toHitFigure(contender, blocks));
  }
  return figures;
}
