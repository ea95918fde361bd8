import { expect, test } from 'vitest';
import { runElastic, type WorkerPool } from './elastic-workers.ts';

/** Workers that get their batches by hand. */
function manualPool() {
  type Handle = Parameters<WorkerPool<string, string>['hire']>[0];
  const free: Handle[] = [];
  let dismissed = 0;
  const pool: WorkerPool<string, string> = {
    async hire(handle) {
      free.push(handle);
    },
    onError: (thrown) => {
      throw thrown;
    },
  };
  return {
    pool,
    free,
    dismissed: () => dismissed,
    /** The next free worker fetches these; it is free again afterwards unless it was dismissed. */
    async fetch(...jobs: string[]) {
      const handle = free.shift();
      if (!handle) throw new Error('No worker is free');
      let stays = true;
      await handle(jobs, () => {
        dismissed += 1;
        stays = false;
      });
      if (stays) free.push(handle);
    },
  };
}

/** Jobs that end when told. */
function manualJobs() {
  const ends = new Map<string, () => void>();
  return {
    started: () => [...ends.keys()],
    run: (job: string) => new Promise<string>((done) => ends.set(job, () => done(job))),
    end: (job: string) => ends.get(job)?.(),
  };
}

const turn = () => new Promise((done) => setImmediate(done));

test('one worker is always free while jobs may run, and none more than needed', async () => {
  const { pool, free, fetch } = manualPool();
  const jobs = manualJobs();
  await runElastic(pool, { concurrency: 3, spare: 1 }, jobs.run);
  expect(free).toHaveLength(1);
  void fetch('a');
  expect(free).toHaveLength(1);
  void fetch('b');
  expect(free).toHaveLength(1);
  void fetch('c');
  expect(free).toHaveLength(0);
  await turn();
  jobs.end('a');
  await turn();
  expect(free).toHaveLength(1);
});

test('a batch beyond the limit is begun when there is room', async () => {
  const { pool, fetch } = manualPool();
  const jobs = manualJobs();
  await runElastic(pool, { concurrency: 2, spare: 1 }, jobs.run);
  void fetch('a', 'b', 'c');
  await turn();
  expect(jobs.started()).toEqual(['a', 'b']);
  jobs.end('a');
  await turn();
  expect(jobs.started()).toEqual(['a', 'b', 'c']);
});

test('workers that a rush needed go when it is over', async () => {
  const { pool, free, fetch, dismissed } = manualPool();
  const jobs = manualJobs();
  await runElastic(pool, { concurrency: 8, spare: 2 }, jobs.run);
  const names = ['a', 'b', 'c', 'd', 'e'];
  const batches = names.map((name) => fetch(name));
  await turn();
  for (const name of names) jobs.end(name);
  await Promise.all(batches);
  expect(dismissed()).toBe(4);
  expect(free).toHaveLength(2);
});
