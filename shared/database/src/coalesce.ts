import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { AppError } from '@draftsmith/errors';

/**
 * Group commit: calls that come in one turn of the event loop, or while a write is under way, are written together. A
 * single call waits for nobody; a thousand at the same time cost a handful of transactions instead of a thousand.
 *
 * @param write gets the waiting items in order of arrival, at most `maxBatch`, and answers one result for each. When
 *   it throws, every caller of that batch gets the error; nothing is retried here.
 * @throws AppError `unavailable` when `maxWaiting` items wait already: a stalled disk must not fill the memory.
 */
export function coalesce<Item, Result>(
  write: (items: Item[]) => Promise<Result[]>,
  { maxBatch = 500, maxWaiting = 10_000 }: { maxBatch?: number; maxWaiting?: number } = {},
): (item: Item) => Promise<Result> {
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  let writing = false;

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      // The embedded database works on this very thread: while it writes, nobody else can come. Those who are already in
      // the sockets get their turn here, or every batch would be a batch of one.
      await turnOfTheEventLoop();
      const batch = waiting.splice(0, maxBatch);
      try {
        const results = await write(batch.map(({ item }) => item));
        for (const [i, { resolve }] of batch.entries()) resolve(results[i] as Result);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= maxWaiting) {
        reject(new AppError('unavailable', 'Too many writes are waiting', { code: 'database.overloaded' }));
        return;
      }
      waiting.push({ item, resolve, reject });
      if (!writing) void drain();
    });
}
