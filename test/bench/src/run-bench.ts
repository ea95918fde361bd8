import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineName, openStorage } from './engines.ts';
import type { EngineFigures, Figures } from './figures.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { machine } from './machine.ts';
import { measureAcknowledgements } from './measure/acknowledgements.ts';
import type { Bench, Sizes } from './measure/bench.ts';
import { measureDrafts } from './measure/drafts.ts';
import { measureSimulators } from './measure/simulators.ts';
import { measureStartUp } from './measure/start-up.ts';
import { startModelSimulator, startZendeskSimulator } from './process/programs.ts';
import { benchSeed } from './seed.ts';

const FULL: Sizes = {
  warmUp: 150,
  webhookToNote: 60,
  burst: 600,
  bareLoop: 200,
  ackOneAtATime: 300,
  ackManyAtOnce: 2_000,
  simulatorDrafts: 300,
};

/** Everything on loopback, each program in a process of its own; whatever was started is ended, also after a failure. */
export async function runBench(options: {
  engines: readonly EngineName[];
  quick: boolean;
  /** Told what is being done. */
  say: (line: string) => void;
  /** Ends the run: the engine that is being measured, and those after it, are left out. */
  signal?: AbortSignal;
}): Promise<Figures> {
  const { engines, quick, say, signal } = options;
  const started = performance.now();
  const facts = machine();
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-bench-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));

  const size = quick ? tenth(FULL) : FULL;
  const seedFile = join(folder, 'seed.json');
  await writeFile(seedFile, JSON.stringify(benchSeed(ticketsNeeded(size, engines.length))));
  const simulator = await startZendeskSimulator(folder, seedFile);
  cleanup.defer(() => simulator.stop(0));
  const models = await startModelSimulator(folder);
  cleanup.defer(() => models.stop(0));
  const load = startLoadGenerator(signal);
  cleanup.defer(() => load.stop());

  let used = 0;
  const bench: Bench = {
    folder,
    load,
    zendesk: simulator.zendesk,
    modelUrl: models.modelUrl,
    simulators: { zendesk: simulator.pid, model: models.pid },
    size,
    takeTickets: (count) => {
      used += count;
      return { from: used - count + 1, count };
    },
    say,
  };
  const simulators = await measureSimulators(bench);
  const measured: EngineFigures[] = [];
  const unfinished: EngineName[] = [];
  for (const engine of engines) {
    try {
      measured.push(await measureEngine(bench, engine));
    } catch (error) {
      // What was measured before the time was over is still worth its ink.
      if (!signal?.aborted) throw error;
      unfinished.push(engine);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  return { machine: facts, quick, simulators, engines: measured, unfinished, seconds };
}

async function measureEngine(bench: Bench, engine: EngineName): Promise<EngineFigures> {
  const storage = await openStorage(engine, bench.folder);
  try {
    const engineBench = { ...bench, engine, storage };
    bench.say(`${engine}: start-up`);
    const { start, idle, naiveIdle } = await measureStartUp(engineBench);
    const offline = await measureDrafts(engineBench, 'offline');
    const model = await measureDrafts(engineBench, 'model');
    const { acknowledgements, peakMb } = await measureAcknowledgements(engineBench);
    const peak = Math.max(offline.peakMb, model.peakMb, peakMb);
    return { engine, start, memory: { idle, peak, naiveIdle }, acknowledgements, drafts: [offline, model] };
  } finally {
    await storage.remove();
  }
}

function tenth(size: Sizes): Sizes {
  return Object.fromEntries(
    Object.entries(size).map(([name, count]) => [name, Math.max(10, Math.round(count / 10))]),
  ) as unknown as Sizes;
}

/** No ticket is used twice: each measurement takes its own. */
function ticketsNeeded(size: Sizes, engines: number): number {
  const drafts = 2 * (size.warmUp + size.webhookToNote + size.burst + size.bareLoop);
  const acknowledgements = 3 * (size.warmUp + size.ackOneAtATime + size.ackManyAtOnce);
  return size.warmUp + size.simulatorDrafts + engines * (drafts + acknowledgements);
}
