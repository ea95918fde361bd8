export interface Page<Item> {
  items: readonly Item[];
  hasMore: boolean;
  cursor: string | undefined;
}

/**
 * Walks a cursor-paged list. Stops on `has_more`: `links.next` is set on most last pages, and following it would carry
 * the token to whatever host it names.
 */
export async function* readPages<P extends Page<unknown>>(
  read: (cursor: string | undefined) => Promise<P>,
  maxPages: number,
): AsyncGenerator<P> {
  let cursor: string | undefined;
  for (let count = 0; count < maxPages; count += 1) {
    const page = await read(cursor);
    yield page;
    // The same cursor again would give the same page for ever.
    if (!page.hasMore || page.cursor === undefined || page.cursor === cursor) return;
    cursor = page.cursor;
  }
}

/** All items of a list that fits in memory. */
export async function allItems<Item>(pages: AsyncIterable<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...page.items);
  return items;
}
