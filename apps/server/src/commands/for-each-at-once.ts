/**
 * Works on items as they come, on at most `limit` of them at the same time.
 *
 * @throws what the first failed work threw, once the others have ended; nothing more is begun then.
 */
export async function forEachAtOnce<Item>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const item of items) {
    // A failure between two items would else be lost, and the command would end well with a line too few.
    const task = work(item)
      .catch((thrown) => void failures.push(thrown))
      .finally(() => running.delete(task));
    running.add(task);
    if (running.size >= limit) await Promise.race(running);
    if (failures.length > 0) break;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
