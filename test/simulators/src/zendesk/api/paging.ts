import { ok, type Reply } from './reply.ts';

export type Query = Readonly<Record<string, string | undefined>>;

const MAX_PAGE = 100;
/** Offset paging ends after the first hundred pages. */
const MAX_OFFSET_PAGES = 100;

export interface Page<T> {
  items: T[];
  /** `meta` and `links`, or `count`, `next_page` and `previous_page`. */
  envelope: Record<string, unknown>;
}

/** Cursor paging when `page[size]` or a cursor is given, else offset paging, as most list endpoints offer both. */
export function paginate<T>(all: readonly T[], query: Query, url: string): Page<T> | Reply {
  const wantsCursor = ['page[size]', 'page[after]', 'page[before]'].some((name) => query[name] !== undefined);
  return wantsCursor ? cursorPage(all, query, url) : offsetPage(all, query, url);
}

/** Answers `{[name]: items, ...}` with what `more` adds for the items of this page, e.g. side-loads. */
export function listReply<T>(
  name: string,
  page: Page<T> | Reply,
  more: (items: T[]) => Record<string, unknown> = () => ({}),
): Reply {
  if (isReply(page)) return page;
  return ok({ [name]: page.items, ...more(page.items), ...page.envelope });
}

export function isReply<T>(value: Page<T> | Reply): value is Reply {
  return 'status' in value;
}

export function cursorPage<T>(all: readonly T[], query: Query, url: string, maxSize = MAX_PAGE): Page<T> | Reply {
  const size = query['page[size]'] === undefined ? MAX_PAGE : Number(query['page[size]']);
  if (!Number.isInteger(size) || size < 1) return invalidPage();
  const limit = Math.min(size, maxSize);
  const after = query['page[after]'];
  const before = query['page[before]'];
  let start = 0;
  if (after !== undefined || before !== undefined) {
    const position = decodeCursor(after ?? before ?? '');
    if (position === undefined) return invalidPage();
    start = after === undefined ? Math.max(0, position - limit) : position + 1;
  }
  const items = all.slice(start, start + limit);
  const first = encodeCursor(start);
  const last = encodeCursor(start + items.length - 1);
  return {
    items,
    envelope: {
      meta: {
        has_more: start + items.length < all.length,
        after_cursor: items.length > 0 ? last : null,
        before_cursor: items.length > 0 ? first : null,
      },
      // `next` stays set on the last page, as on 49 of 63 recorded ones: following it instead of has_more never ends.
      links: {
        prev: items.length > 0 ? pageUrl(url, query, { 'page[before]': first, 'page[size]': String(limit) }) : null,
        next: items.length > 0 ? pageUrl(url, query, { 'page[after]': last, 'page[size]': String(limit) }) : null,
      },
    },
  };
}

export function offsetPage<T>(all: readonly T[], query: Query, url: string, defaultSize = MAX_PAGE): Page<T> | Reply {
  const page = query.page === undefined ? 1 : Number(query.page);
  const size = query.per_page === undefined ? defaultSize : Number(query.per_page);
  if (!Number.isInteger(page) || !Number.isInteger(size) || page < 1 || size < 1) return invalidPage();
  if (page > MAX_OFFSET_PAGES)
    return { status: 400, body: { error: 'InvalidPaginationDepth', description: 'Page too deep' } };
  const limit = Math.min(size, MAX_PAGE);
  const start = (page - 1) * limit;
  const more = start + limit < all.length;
  const link = (number: number) => pageUrl(url, query, { page: String(number), per_page: String(limit) });
  return {
    items: all.slice(start, start + limit),
    envelope: {
      count: all.length,
      next_page: more ? link(page + 1) : null,
      previous_page: page > 1 ? link(page - 1) : null,
    },
  };
}

function pageUrl(url: string, query: Query, changes: Record<string, string>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && !(name in changes) && !name.startsWith('page')) parameters.set(name, value);
  }
  for (const [name, value] of Object.entries(changes)) parameters.set(name, value);
  return `${url}?${parameters.toString()}`;
}

/** Opaque to clients, as Zendesk's are; inside is the position in the list. */
function encodeCursor(position: number): string {
  return Buffer.from(JSON.stringify({ o: position })).toString('base64');
}

function decodeCursor(cursor: string): number | undefined {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (typeof decoded !== 'object' || decoded === null || !('o' in decoded)) return undefined;
    return Number.isInteger(decoded.o) ? Number(decoded.o) : undefined;
  } catch {
    return undefined;
  }
}

function invalidPage(): Reply {
  return { status: 400, body: { error: 'InvalidPaginationParameter', description: 'The page parameter is invalid' } };
}
