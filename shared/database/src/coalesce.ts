/**
 * Group commit: calls that come while a write is under way are written together in the next one. A single call is
 * written at once; a thousand at the same time cost a handful of transactions instead of a thousand.
 *
 * @param write gets the waiting items in order of arrival, at most `maxBatch`, and answers one result for each. When
 *   it throws, every caller of that batch gets the error; nothing is retried here.
 */
export function coalesce<Item, Result>(
  write: (items: Item[]) => Promise<Result[]>,
  { maxBatch = 500 }: { maxBatch?: number } = {},
): (item: Item) => Promise<Result> {
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  let writing = false;

  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
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
      waiting.push({ item, resolve, reject });
      if (!writing) void drain();
    });
}
