import { toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { CompletionRecord, Observer } from './record.ts';

/** Makes records and hands them to their observers after the answer is out: redacting a long prompt takes its time. */
export interface Recorder {
  note(make: () => CompletionRecord): void;
  /** Resolves when everything noted so far has been handed over. */
  flush(): Promise<void>;
}

export function createRecorder(observers: readonly Observer[], logger: Logger): Recorder {
  const waiting = new Set<Promise<void>>();

  function guarded(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      logger.error('A completion could not be recorded', { error: toAppError(thrown) });
    }
  }

  function handOver(make: () => CompletionRecord): void {
    guarded(() => {
      const record = make();
      // One that fails keeps the record from none of the others.
      for (const observe of observers) guarded(() => observe(record));
    });
  }

  return {
    note(make) {
      if (observers.length === 0) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(promise);
      // Each in an immediate of its own: that keeps the caller's async context, which traces hang on.
      setImmediate(() => {
        handOver(make);
        waiting.delete(promise);
        resolve();
      });
    },
    async flush() {
      await Promise.all(waiting);
    },
  };
}
