import type { CommandEnvironment } from '../cli.ts';

export interface Progress {
  count(outcome: string): void;
  end(): void;
}

/** Lines between two remarks where nobody watches a terminal. */
const EVERY = 100;

/** How far long work is, on standard error: one line that redraws itself for a person, a remark now and then for a log. */
export function createProgress({ interactive, say }: Pick<CommandEnvironment, 'interactive' | 'say'>): Progress {
  const counts = new Map<string, number>();
  let total = 0;
  const line = () =>
    `${total === 1 ? '1 ticket' : `${total} tickets`}${total > 0 ? ': ' : ''}${[...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([outcome, n]) => `${n} ${outcome}`)
      .join(', ')}`;
  return {
    count(outcome) {
      total += 1;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      // Wider than the terminal it would wrap, and the next one would not overwrite it.
      if (interactive) process.stderr.write(`\r\u001b[K${line().slice(0, (process.stderr.columns ?? 80) - 1)}`);
      else if (total % EVERY === 0) say(line());
    },
    end() {
      if (interactive) process.stderr.write('\r\u001b[K');
      say(line());
    },
  };
}
