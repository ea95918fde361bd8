import type { DraftChanged, DraftListItem, DraftListPage } from '@draftsmith/contracts';

/**
 * The list with a change applied before the server is asked again, so that a row reacts at once. A draft that begins
 * anew loses its old outcome. Untouched pages keep their identity; an unknown id changes nothing.
 */
export function applyChange(pages: readonly DraftListPage[], change: DraftChanged): DraftListPage[] {
  return pages.map((page) => {
    if (!page.items.some((item) => item.id === change.id && item.state !== change.state)) return page;
    return { ...page, items: page.items.map((item) => (item.id === change.id ? withState(item, change) : item)) };
  });
}

function withState(item: DraftListItem, change: DraftChanged): DraftListItem {
  const begins = change.state === 'waiting' || change.state === 'working';
  return { ...item, state: change.state, outcome: begins ? null : item.outcome };
}

/**
 * All rows in order, each once: when new tickets push older ones down between two reads, the next page repeats rows of
 * the one before, and a repeated row would break the keys.
 */
export function rowsOf(pages: readonly DraftListPage[]): DraftListItem[] {
  const seen = new Map<string, DraftListItem>();
  for (const item of pages.flatMap((page) => page.items)) {
    if (!seen.has(item.id)) seen.set(item.id, item);
  }
  return [...seen.values()];
}

/** Languages seen so far, sorted; the list of the filter. */
export function languagesOf(rows: readonly DraftListItem[], more: Iterable<string> = []): string[] {
  return [...new Set([...rows.flatMap((row) => row.language ?? []), ...more])].sort();
}

/**
 * Ids of rows that an agent should notice: their state changed, or they are newer than everything known before. Older
 * unknown rows came by paging, which is no news.
 */
export function newsOf(before: readonly DraftListItem[], after: readonly DraftListItem[]): Set<string> {
  const known = new Map(before.map((row) => [row.id, row.state]));
  const newest =
    before
      .map((row) => row.createdAt)
      .sort()
      .at(-1) ?? '';
  const isNews = (row: DraftListItem) => (known.has(row.id) ? known.get(row.id) !== row.state : row.createdAt > newest);
  return new Set(after.filter(isNews).map((row) => row.id));
}
