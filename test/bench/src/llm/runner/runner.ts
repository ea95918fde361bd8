import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tasks } from './tasks.ts';

/** A contender in a process of its own, so that its processor time and its heap are nobody else's. */
export interface Runner {
  /** One task at a time. */
  run<Kind extends keyof Tasks>(kind: Kind, input: Tasks[Kind]['input']): Promise<Tasks[Kind]['output']>;
  /** Ends it at once, and resolves when it is gone. */
  stop(): Promise<void>;
}

/** Makes any connection but to this machine fail, as in the tests. */
const LOOPBACK_ONLY = pathToFileURL(join(import.meta.dirname, '../../../../setup.ts')).href;
/** Peers may report their use elsewhere when these are not said. */
const SILENT = { LANGSMITH_TRACING: 'false', LANGCHAIN_TRACING_V2: 'false', DO_NOT_TRACK: '1' };

/** @param signal ends the process, and with it the task that is under way */
export function startRunner(name: string, signal: AbortSignal): Runner {
  const child = fork(join(import.meta.dirname, 'main.ts'), {
    env: { PATH: process.env.PATH ?? '', ...SILENT },
    execArgv: ['--expose-gc', '--import', LOOPBACK_ONLY],
    // Standard output is for figures: what a library has to say goes where people read it.
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  signal.addEventListener('abort', () => child.kill(), { once: true });
  return {
    async run(kind, input) {
      try {
        return (await perform(child, { kind, input }, name)) as Tasks[typeof kind]['output'];
      } catch (thrown) {
        throw signal.aborted ? new Error('The bench was ended before it was done') : thrown;
      }
    },
    async stop() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function perform(child: ChildProcess, task: { kind: string; input: unknown }, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`${name}: its process ended before its work was done`));
    if (child.exitCode !== null || child.signalCode !== null) return gone();
    child.once('exit', gone);
    child.once('message', (reply: { output?: unknown; error?: string }) => {
      child.off('exit', gone);
      if (reply.error === undefined) resolve(reply.output);
      else reject(new Error(`${name}: ${reply.error}`));
    });
    child.send(task);
  });
}
