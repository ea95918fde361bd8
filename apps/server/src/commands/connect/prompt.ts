import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError } from '@draftsmith/errors';
import type { CommandEnvironment } from '../../cli.ts';

export interface Prompt extends Disposable {
  /** The next line. Undefined at the end of the input. */
  line(question: string, options?: { secret?: boolean }): Promise<string | undefined>;
  /** @throws AppError `invalid` that says what else to give, when the input ends */
  needed(question: string, instead: string, options?: { secret?: boolean }): Promise<string>;
}

/** Asks a person, or reads what was piped in, line by line. What is secret is not echoed. */
export function createPrompt({ stdin, say }: Pick<CommandEnvironment, 'stdin' | 'say'>): Prompt {
  let isSecret = false;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!isSecret) process.stderr.write(chunk);
      done();
    },
  });
  const terminal = 'isTTY' in stdin && stdin.isTTY === true;
  const lines = createInterface({ input: stdin, ...(terminal && { output: echo, terminal }) });
  const queue: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let ended = false;
  lines.on('line', (text) => {
    if (!waiting) return void queue.push(text);
    waiting(text);
    waiting = undefined;
  });
  lines.on('close', () => {
    ended = true;
    waiting?.(undefined);
  });

  async function line(question: string, { secret = false } = {}): Promise<string | undefined> {
    if (question) say(question);
    isSecret = secret;
    try {
      const next =
        queue.shift() ?? (ended ? undefined : await new Promise<string | undefined>((done) => (waiting = done)));
      return next?.trim() || undefined;
    } finally {
      isSecret = false;
    }
  }

  return {
    line,
    async needed(question, instead, options) {
      const text = await line(question, options);
      if (text === undefined)
        throw new AppError('invalid', `Expected an answer: ${instead}`, { code: 'connect.input' });
      return text;
    },
    [Symbol.dispose]: () => lines.close(),
  };
}
