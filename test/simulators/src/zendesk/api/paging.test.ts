import { describe, expect, it } from 'vitest';
import { cursorPage, isReply, offsetPage, type Page, type Query } from './paging.ts';

const URL_ = 'http://127.0.0.1/api/v2/things.json';
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

function page<T>(value: ReturnType<typeof cursorPage<T>>): Page<T> {
  if (isReply(value)) throw new Error(`refused with ${value.status}`);
  return value;
}

interface CursorEnvelope {
  meta: { has_more: boolean; after_cursor: string | null };
  links: { next: string | null };
}

const queryOf = (link: string): Query => Object.fromEntries(new URL(link).searchParams);

describe('cursor paging', () => {
  it('gives every item once and in order, for every length and page size', () => {
    for (let count = 0; count <= 12; count += 1) {
      for (let size = 1; size <= 6; size += 1) {
        const all = numbers(count);
        const seen: number[] = [];
        let query: Query = { 'page[size]': String(size) };
        for (let pages = 0; ; pages += 1) {
          expect(pages).toBeLessThanOrEqual(count);
          const { items, envelope } = page(cursorPage(all, query, URL_));
          const { meta, links } = envelope as unknown as CursorEnvelope;
          seen.push(...items);
          // The trap: `next` is set even where nothing follows.
          if (items.length > 0) expect(links.next).not.toBeNull();
          if (!meta.has_more) break;
          expect(queryOf(links.next ?? '')['page[after]']).toBe(meta.after_cursor);
          query = { 'page[size]': String(size), 'page[after]': meta.after_cursor ?? '' };
        }
        expect(seen).toEqual(all);
      }
    }
  });

  it('is empty after the last page, if somebody follows its next link', () => {
    const last = page(cursorPage(numbers(3), { 'page[size]': '3' }, URL_));
    const after = (last.envelope as unknown as CursorEnvelope).meta.after_cursor ?? '';
    expect(page(cursorPage(numbers(3), { 'page[size]': '3', 'page[after]': after }, URL_)).items).toEqual([]);
  });

  it('gives at most 100 and refuses nonsense', () => {
    expect(page(cursorPage(numbers(300), { 'page[size]': '500' }, URL_)).items).toHaveLength(100);
    for (const query of [
      { 'page[size]': '0' },
      { 'page[size]': 'x' },
      { 'page[after]': 'x' },
      { 'page[after]': 'e30=' },
    ]) {
      expect(cursorPage(numbers(3), query, URL_)).toMatchObject({ status: 400 });
    }
  });

  it('keeps the other parameters in its links', () => {
    const { envelope } = page(cursorPage(numbers(3), { 'page[size]': '1', sort: '-created_at' }, URL_));
    expect(queryOf((envelope as unknown as CursorEnvelope).links.next ?? '').sort).toBe('-created_at');
  });
});

describe('offset paging', () => {
  it('gives every item once and in order, for every length and page size', () => {
    for (let count = 0; count <= 12; count += 1) {
      for (let size = 1; size <= 6; size += 1) {
        const seen: number[] = [];
        let query: Query | undefined = { per_page: String(size) };
        while (query) {
          const { items, envelope }: Page<number> = page(offsetPage(numbers(count), query, URL_));
          seen.push(...items);
          const next: unknown = envelope.next_page;
          query = typeof next === 'string' ? queryOf(next) : undefined;
        }
        expect(seen).toEqual(numbers(count));
      }
    }
  });

  it('ends after the hundredth page', () => {
    expect(offsetPage(numbers(3), { page: '101', per_page: '1' }, URL_)).toMatchObject({ status: 400 });
  });
});
