import { execFile } from 'node:child_process';

export interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
}

/** A healthy run takes seconds; this only bounds a broken one. Milliseconds. */
const LONGEST = 120_000;

/** @returns what it wrote to standard output. Rejects with everything that it wrote when it fails. */
export function run(command: string, args: readonly string[], { cwd, env = process.env }: RunOptions): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const options = { cwd, env, timeout: LONGEST, maxBuffer: 16_000_000, shell: command.endsWith('.cmd') };
  execFile(command, args, options, (error, stdout, stderr) => {
    if (error) reject(new Error(`${command} ${args.join(' ')} failed: ${error.code}\n${stdout}${stderr}`));
    else resolve(stdout);
  });
  return promise;
}
