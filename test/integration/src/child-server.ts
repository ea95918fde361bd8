import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DraftListItem } from '@draftsmith/contracts';
import type { RawSettings } from '@draftsmith/settings';
import { createOutcomes, type Outcomes } from './outcomes.ts';

export interface ChildServer {
  /** Empty for a worker. */
  url: string;
  /** What it told before its end. */
  outcomes: Outcomes;
  /** kill -9; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Asks it to end; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the real server as a process with these settings and nothing of this environment's. */
export async function startChild(raw: RawSettings): Promise<ChildServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts')], {
    env: { PATH: process.env.PATH, ...raw },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').then(([code]) => code as number | null);
  const outcomes = createOutcomes();
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const ready = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', (line) => {
    const event = JSON.parse(line) as { url: string | null } | DraftListItem;
    if ('resourceId' in event) outcomes.reached(event);
    else ready.resolve(event.url ?? '');
  });
  gone.then(() => ready.reject(new Error(`The server did not start:\n${errors.join('')}`)));
  const url = await ready.promise;
  return {
    url: url.replace('//localhost:', '//127.0.0.1:'),
    outcomes,
    kill: () => end(child, 'SIGKILL', gone).then(() => undefined),
    stop: () => end(child, 'SIGTERM', gone),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, gone: Promise<number | null>): Promise<number | null> {
  child.kill(signal);
  return gone;
}

/** Jobs that wait, run or will be retried, as the server's own metrics count them. */
export async function openJobs({ url }: Pick<ChildServer, 'url'>): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^draftsmith_jobs_open (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}
