export interface WorkerPool<Job, Result> {
  /** Starts a worker that fetches batches until it is dismissed. */
  hire(handle: (jobs: Job[], dismiss: () => void) => Promise<Result[]>): Promise<void>;
  onError(thrown: unknown): void;
}

export interface ElasticOptions {
  /** Jobs at the same time. */
  concurrency: number;
  /** Workers that are always there, ready to fetch. */
  spare: number;
}

/**
 * A batch is settled when its slowest job ends, and its worker fetches nothing before that. Four workers would so be
 * four drafts at a time as soon as a model is slow, however many are allowed. So there is always a worker that is free
 * to fetch, as long as jobs may run; those that are not needed any more go.
 */
export async function runElastic<Job, Result>(
  pool: WorkerPool<Job, Result>,
  { concurrency, spare }: ElasticOptions,
  run: (job: Job) => Promise<Result>,
): Promise<void> {
  const waiting: (() => void)[] = [];
  let running = 0;
  let claimed = 0;
  let workers = 0;
  let busy = 0;

  async function slot(): Promise<void> {
    // Whoever leaves hands its place over, so that nobody slips in between and one too many runs.
    if (running >= concurrency) await new Promise<void>((handOver) => waiting.push(handOver));
    else running += 1;
  }

  async function runOne(job: Job): Promise<Result> {
    await slot();
    try {
      return await run(job);
    } finally {
      claimed -= 1;
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
      ensureOneIsFree();
    }
  }

  function ensureOneIsFree(): void {
    if (busy === workers && claimed < concurrency) hire().catch(pool.onError);
  }

  async function hire(): Promise<void> {
    workers += 1;
    const hired = pool.hire(async (jobs, dismiss) => {
      busy += 1;
      claimed += jobs.length;
      ensureOneIsFree();
      try {
        return await Promise.all(jobs.map(runOne));
      } finally {
        busy -= 1;
        if (workers - busy > spare) {
          workers -= 1;
          dismiss();
        }
      }
    });
    await hired.catch((thrown) => {
      workers -= 1;
      throw thrown;
    });
  }

  for (let i = 0; i < spare; i += 1) await hire();
}
