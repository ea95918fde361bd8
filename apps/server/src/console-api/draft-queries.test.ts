import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createDraftStore } from '@draftsmith/drafting';
import { createSealer } from '@draftsmith/sealing';
import { testRing, testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listDrafts } from './draft-queries.ts';
import { searchDrafts } from './search-drafts.ts';

const sealer = testSealer();
const START = new Date('2026-11-22T10:00:00Z').getTime();

const row = (n: number) => ({
  id: crypto.randomUUID(),
  ...{ connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: String(n), deliveryId: 'd' },
  ...{ state: 'drafted' as const, language: n % 2 ? 'de' : 'en', receivedAt: new Date(START + n * 1_000) },
});

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(drafts));
  afterAll(() => database.close());

  const save = (rows: { n: number; subject?: string; customerName?: string }[], by = sealer) => {
    const store = createDraftStore(database, by);
    return Promise.all(rows.map(({ n, ...words }) => store.save({ ...row(n), ...words })));
  };
  /** All pages, as the console asks for them. */
  const pages = async (filter: Omit<Parameters<typeof listDrafts>[2], 'cursor'>) => {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await listDrafts(database, sealer, { ...filter, ...(cursor && { cursor }) });
      found.push(items.map(({ resourceId }) => resourceId));
      cursor = next ?? undefined;
    } while (cursor);
    return found;
  };

  test('a part of a subject or name is found whatever its case, and a ticket by its whole number', async () => {
    await save([
      { n: 1, subject: 'Refund for my order', customerName: 'Анна Кузнецова' },
      { n: 2, subject: 'Broken lamp', customerName: 'Boris' },
      { n: 21, subject: '100 % off?', customerName: 'Ann' },
    ]);
    const found = async (q: string) => (await pages({ q, limit: 10 })).flat();
    expect(await found('REFUND')).toEqual(['1']);
    expect(await found('кузнец')).toEqual(['1']);
    expect(await found('2')).toEqual(['2']);
    expect(await found('%')).toEqual(['21']);
    expect(await found('nobody')).toEqual([]);
  });

  test('pages of a search are newest first, hold each match once and end', async () => {
    const COUNT = 1_203;
    await save(Array.from({ length: COUNT }, (_, n) => ({ n, subject: n % 100 === 0 ? 'Refund' : 'Other' })));
    const matches = Array.from({ length: 13 }, (_, i) => String(1_200 - i * 100));
    const found = await pages({ q: 'refund', limit: 5 });
    expect(found.map(({ length }) => length)).toEqual([5, 5, 3]);
    expect(found.flat()).toEqual(matches);
    expect((await pages({ q: 'refund', limit: 13 })).flat()).toEqual(matches);
    expect((await pages({ q: 'refund', language: 'de', limit: 5 })).flat()).toEqual([]);
  });

  test('one request looks through a bounded number of drafts, then tells where to go on', async () => {
    await save(Array.from({ length: 1_300 }, (_, n) => ({ n })));
    const search = { words: '50', where: undefined, limit: 10, atMost: 1_000 };
    const first = await searchDrafts(database.orm, sealer, { ...search, from: undefined });
    expect(first).toMatchObject({ rows: [], next: { id: expect.any(String) } });
    const second = await searchDrafts(database.orm, sealer, { ...search, from: first.next });
    expect(second).toMatchObject({ rows: [{ resourceId: '50' }], next: undefined });
  });

  test('a draft whose key is gone is listed as such, and hides no other', async () => {
    await save([{ n: 1, subject: 'Refund' }]);
    await save([{ n: 2, subject: 'Lamp', customerName: 'Boris' }], createSealer(testRing()));
    const { items } = await listDrafts(database, sealer, { limit: 10 });
    expect(items).toMatchObject([
      { resourceId: '2', subject: '', customerName: null, unreadable: true },
      { resourceId: '1', subject: 'Refund' },
    ]);
    expect(items[1]).not.toHaveProperty('unreadable');
    expect((await pages({ q: 'refund', limit: 10 })).flat()).toEqual(['1']);
    expect((await pages({ q: '2', limit: 10 })).flat()).toEqual(['2']);
  });
});
