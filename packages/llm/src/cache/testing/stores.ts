import type { Logger } from '@draftsmith/logger';
import type { CacheKey, KeptAnswer, Made } from '../answer-store.ts';

export function keyOf(digest: string, account = 'acme'): CacheKey {
  return { account, digest };
}

export function answerOf(text: string): KeptAnswer {
  return { text, provider: 'openai', model: 'gpt-5-mini' };
}

/** Makes an answer that is kept, and counts how often. */
export function makerOf(text: string) {
  const make = async (): Promise<Made<string>> => {
    make.calls++;
    return { result: text, keep: answerOf(text) };
  };
  make.calls = 0;
  return make;
}

/** Makes when the test says so. */
export function heldMaker() {
  const started = Promise.withResolvers<AbortSignal>();
  const { promise, resolve, reject } = Promise.withResolvers<Made<string>>();
  const make = (signal: AbortSignal): Promise<Made<string>> => {
    make.calls++;
    started.resolve(signal);
    return promise;
  };
  make.calls = 0;
  /** With the signal that it got. */
  make.started = started.promise;
  make.finish = (text: string): void => resolve({ result: text, keep: answerOf(text) });
  make.finishWithNothing = (text: string): void => resolve({ result: text });
  make.fail = (error: Error): void => reject(error);
  return make;
}

/** What was logged, as `level: message (reason)`. */
export function listeningLogger(): { lines: string[]; logger: Logger } {
  const lines: string[] = [];
  const at =
    (level: string): Logger['warn'] =>
    (message, fields) => {
      lines.push(`${level}: ${message}${fields?.reason ? ` (${fields.reason})` : ''}`);
    };
  const logger = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), child: () => logger };
  return { lines, logger };
}
