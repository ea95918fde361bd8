import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export interface RunningDemo {
  url: string;
  /** What it printed until the console was ready. */
  output: string;
  stop(): Promise<number | null>;
}

/** The demo as its command starts it, in a process of its own, without anybody's provider keys. */
export async function startDemo(): Promise<RunningDemo> {
  const port = await freePort();
  const { OPENAI_API_KEY: _, ANTHROPIC_API_KEY: __, DRAFTSMITH_LOCAL_URL: ___, ...environment } = process.env;
  const child = spawn(process.execPath, ['apps/demo/src/main.ts', '--port', String(port)], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  let output = '';
  child.stdout.setEncoding('utf8');
  const url = await new Promise<string>((ready, fail) => {
    child.stdout.on('data', (text: string) => {
      output += text;
      const found = /The console: (\S+)/.exec(output);
      if (found?.[1]) ready(found[1]);
    });
    void ended.then((code) => fail(new Error(`The demo ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
