import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LoadTasks } from './tasks.ts';

export interface LoadGenerator {
  readonly pid: number;
  /** One task at a time. */
  run<Kind extends keyof LoadTasks>(kind: Kind, input: LoadTasks[Kind]['input']): Promise<LoadTasks[Kind]['output']>;
  stop(): void;
}

/** A process of its own, so that making load and counting time do not wait for each other or for the server. */
export function startLoadGenerator(signal?: AbortSignal): LoadGenerator {
  const child = fork(join(import.meta.dirname, 'main.ts'), { env: { PATH: process.env.PATH ?? '' }, execArgv: [] });
  // Every measurement waits for it, so that its end is the end of the run.
  signal?.addEventListener('abort', () => child.kill(), { once: true });
  return {
    pid: child.pid ?? 0,
    run: (kind, input) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null || child.signalCode !== null)
          return reject(new Error('The bench was ended before it was done'));
        const gone = () =>
          reject(
            new Error(
              signal?.aborted ? 'The bench was ended before it was done' : 'The load generator ended before its work',
            ),
          );
        child.once('exit', gone);
        child.once('message', (reply: { output?: unknown; error?: string }) => {
          child.off('exit', gone);
          if (reply.error === undefined) resolve(reply.output as LoadTasks[typeof kind]['output']);
          else reject(new Error(reply.error));
        });
        child.send({ kind, input });
      }),
    stop: () => void child.kill(),
  };
}
