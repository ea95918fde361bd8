import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EngineName, openStorage } from '../engines.ts';
import { runProcess } from '../process/run-process.ts';
import { CONTENDERS, type ContenderId, type Surroundings } from './contenders/contender.ts';
import { type Runner, startRunner } from './runner/runner.ts';

export const AT_ONCE = [1, 8] as const;
/** Calls of each kind before anything counts: compiling takes a few hundred. */
const WARM_UP = 500;

export type Runners = ReadonlyMap<ContenderId, Runner>;

export interface Start {
  /** Measured calls of each contender, for each number at once. */
  calls: number;
  /** Milliseconds before each answer of the model server. */
  delayMs: number;
  /** How many packets its streamed answers come in. */
  packets: number;
  /** Told what is being done. */
  say: (line: string) => void;
  /** Ends all of them. */
  signal: AbortSignal;
}

export function engineOf(name: ContenderId): EngineName {
  return name === 'ours-postgres' ? 'postgres' : 'pglite';
}

/** The model server, and each contender in its process with storage of its own, warm; `cleanup` ends and removes them. */
export async function startContenders(
  names: readonly ContenderId[],
  { calls, delayMs, packets, say, signal }: Start,
  cleanup: AsyncDisposableStack,
): Promise<Runners> {
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-bench-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const server = await runProcess({
    file: join(import.meta.dirname, 'mock/main.ts'),
    args: ['--delay', String(delayMs), '--packets', String(packets)],
    cwd: folder,
    channel: 'stdout',
    ready: (line) => line,
  });
  cleanup.defer(() => server.stop(0));

  const runners = new Map<ContenderId, Runner>();
  for (const name of names) {
    say(`${CONTENDERS[name]}: start and warm up`);
    const storage = await openStorage(engineOf(name), folder);
    cleanup.defer(() => storage.remove());
    const runner = startRunner(CONTENDERS[name], signal);
    cleanup.defer(() => runner.stop());
    const { DATABASE_URL: url, DRAFTSMITH_DATA: dataDir = folder } = storage.env;
    const database: Surroundings['database'] = { dataDir, ...(url ? { url } : {}) };
    await runner.run('open', { contender: name, baseUrl: server.answer, database });
    for (const atOnce of AT_ONCE) await runner.run('timed', { count: Math.min(WARM_UP, calls), atOnce });
    runners.set(name, runner);
  }
  return runners;
}
