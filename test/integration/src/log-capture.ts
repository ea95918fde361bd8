import { Writable } from 'node:stream';
import type { Logger } from '@draftsmith/logger';
import { createLogger } from '@draftsmith/logger/winston';

export interface LogLine {
  level: string;
  message: string;
  [field: string]: unknown;
}

/** Everything a server logs, as it would be written, and a way to wait for a line. */
export interface LogCapture {
  logger: Logger;
  readonly lines: readonly LogLine[];
  /** The raw output, for what must not be in it. */
  text(): string;
  /** Resolves when `count` lines match, those already written included. */
  until(matches: (line: LogLine) => boolean, count?: number): Promise<LogLine[]>;
}

export function captureLog(): LogCapture {
  const lines: LogLine[] = [];
  const raw: string[] = [];
  const watchers = new Set<() => void>();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      raw.push(String(chunk));
      lines.push(JSON.parse(String(chunk)) as LogLine);
      for (const watch of watchers) watch();
      done();
    },
  });
  return {
    logger: createLogger({ level: 'debug', stream }),
    lines,
    text: () => raw.join(''),
    until: (matches, count = 1) =>
      new Promise((resolve) => {
        const watch = () => {
          const found = lines.filter(matches);
          if (found.length < count) return;
          watchers.delete(watch);
          resolve(found);
        };
        watchers.add(watch);
        watch();
      }),
  };
}

/** The line that ends a job: an outcome, or the finding that another job has this message. */
export function endsJob(line: LogLine): boolean {
  return (line.message === 'Draft' && line.state !== 'working') || line.message === TAKEN;
}

const TAKEN = 'This message has its draft already';
