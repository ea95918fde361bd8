import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface RunningProcess {
  readonly pid: number;
  /** Milliseconds from the spawn to the line that says it is ready. */
  readonly readyMs: number;
  /** What `ready` made of that line. */
  readonly answer: string;
  /** SIGTERM, and SIGKILL after `graceMs` (0: at once); resolves when the process is gone. */
  stop(graceMs?: number): Promise<void>;
}

export interface ProcessOptions {
  file: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  cwd: string;
  /** For Node itself, e.g. `--cpu-prof`. */
  nodeOptions?: readonly string[];
  /** Where it says that it is ready. */
  channel: 'stdout' | 'stderr';
  /** What to take from a line; undefined while it is not the one that was waited for. */
  ready: (line: string) => string | undefined;
}

/** Milliseconds; a first start with migrations on a busy machine takes ten seconds. */
const PATIENCE = 60_000;
const GRACE = 10_000;

/** Starts a program of ours in a process of its own, with nothing of this environment but PATH. */
export async function runProcess(options: ProcessOptions): Promise<RunningProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), options.file, ...(options.args ?? [])], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (graceMs = GRACE) => {
    if (graceMs > 0) child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(timer);
  };
  try {
    const answer = await firstAnswer(child, options);
    return { pid: child.pid ?? 0, readyMs: performance.now() - started, answer, stop };
  } catch (error) {
    await stop(0);
    throw error;
  }
}

function firstAnswer(child: ChildProcess, { channel, ready, file }: ProcessOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: string[] = [];
    const fail = (what: string) => reject(new Error(`${file} ${what}\n${heard.slice(-10).join('\n')}`));
    const timer = setTimeout(() => fail('did not get ready in time'), PATIENCE);
    child.once('error', (error) => fail(`did not start: ${error.message}`));
    child.once('exit', (code) => fail(`ended with ${code} before it was ready`));
    for (const name of ['stdout', 'stderr'] as const)
      readLines(child[name], (line) => {
        heard.push(line);
        const answer = name === channel ? ready(line) : undefined;
        if (answer === undefined) return;
        clearTimeout(timer);
        // From here on the pipe is only emptied: a full one would stop the program.
        heard.length = 0;
        resolve(answer);
      });
  });
}

function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
}
