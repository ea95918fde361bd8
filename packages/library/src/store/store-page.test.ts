import type { KnowledgeDocument } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { libraryDocuments, libraryShelves, libraryTerms, libraryTopics } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLibrarySearch } from '../search/create-library-search.ts';
import { article } from '../testing.ts';
import { forgetLibrary, removeDocuments } from './forget.ts';
import { removeUnlisted, storePage } from './store-page.ts';

const ACME = { connector: 'zendesk', account: 'acme' };
const ARTICLES = { ...ACME, kind: 'article', listing: 1 } as const;

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => forgetLibrary(database.orm, ACME));
  afterAll(() => database.close());

  const store = (documents: KnowledgeDocument[], removed: string[] = [], listing = 1) =>
    storePage(database.orm, { ...ARTICLES, listing }, { documents, removed });
  /** What searches count with. */
  const statistics = async () => ({
    terms: await database.orm
      .select({ term: libraryTerms.term, passages: libraryTerms.passages, titles: libraryTerms.titles })
      .from(libraryTerms)
      .orderBy(sql`term collate "C"`),
    shelves: await database.orm
      .select({ passages: libraryShelves.passages, length: libraryShelves.length })
      .from(libraryShelves),
    topics: await database.orm
      .select({ name: libraryTopics.name, passages: libraryTopics.passages })
      .from(libraryTopics),
  });
  const ids = async () =>
    (await database.orm.select({ id: libraryDocuments.sourceId }).from(libraryDocuments)).map(({ id }) => id).sort();
  const finds = async (question: string) =>
    (
      await createLibrarySearch(database.orm).search([question], {
        ...ACME,
        ...{ language: 'en', visibility: 'all', limit: 5 },
      })
    ).map(({ sourceId }) => sourceId);

  test('a page stored again changes nothing', async () => {
    const page = [article('1', 'Refunds', 'We refund within five days.'), article('2', 'Parcels', 'They take a week.')];
    expect(await store(page)).toEqual({ stored: 2, unchanged: 0, removed: 0, dropped: 0 });
    const before = await statistics();
    expect(await store(page)).toEqual({ stored: 0, unchanged: 2, removed: 0, dropped: 0 });
    expect(await statistics()).toEqual(before);
    expect(await ids()).toEqual(['1', '2']);
  });

  test('a changed document is found by its new words and by none of its old ones', async () => {
    await store([article('1', 'Refunds', 'We pay by cheque.')]);
    await store([article('1', 'Refunds', 'We pay by transfer.')]);
    expect(await finds('cheque')).toEqual([]);
    expect(await finds('transfer')).toEqual(['1']);
  });

  test('what was removed is gone in all its translations', async () => {
    await store([article('1', 'Refunds', 'We refund.'), article('1', 'Erstattung', 'Geld zurück.', { locale: 'de' })]);
    expect(await store([], ['1', 'never there'])).toMatchObject({ removed: 2 });
    expect(await ids()).toEqual([]);
    expect(await removeDocuments(database.orm, ACME, 'article', ['1'])).toBe(0);
  });

  test('after a complete listing, what it did not name is gone, and other kinds and accounts stay', async () => {
    await store([article('1', 'Refunds', 'We refund.'), article('2', 'Parcels', 'A week.')]);
    const macro = article('m', 'Hello', 'Thank you for writing.', { kind: 'macro' });
    await storePage(database.orm, { ...ARTICLES, kind: 'macro' }, { documents: [macro], removed: [] });
    await store([article('2', 'Parcels', 'A week.')], [], 2);
    expect(await removeUnlisted(database.orm, { ...ARTICLES, listing: 2 })).toBe(1);
    expect(await ids()).toEqual(['2', 'm']);
  });

  test('the cursor is written with the page or not at all', async () => {
    const failing = storePage(
      database.orm,
      ARTICLES,
      { documents: [article('1', 'Refunds', 'We refund.')], removed: [] },
      {
        within: async () => {
          throw new Error('killed');
        },
      },
    );
    await expect(failing).rejects.toThrow('killed');
    expect(await ids()).toEqual([]);
    expect(await statistics()).toMatchObject({ terms: [] });
  });

  test('pages at the same moment, from several processes, count every word once', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => store([article(String(i), `Router X${i}`, 'Hold the button.')])),
    );
    expect((await statistics()).terms.find(({ term }) => term === 'button')).toMatchObject({ passages: 8 });
  });

  test('text that no database can hold is stored without what makes it so', async () => {
    await store([article('1', 'Refunds\0', 'We refund \ud800 within five days.')]);
    expect(await finds('refund')).toEqual(['1']);
  });

  test('whatever was stored and removed, the frequencies are those of what is there', { timeout: 60_000 }, async () => {
    const WORDS = ['refund', 'parcel', 'invoice', 'router', 'button', 'light'];
    const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const title = fc.tuple(fc.constantFrom('Router', 'Lamp', ''), text).map(([on, of]) => (on ? `${on}: ${of}` : of));
    const change = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), title, text, gone: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        await forgetLibrary(database.orm, ACME);
        const left = new Map<string, KnowledgeDocument>();
        for (const { id, title, text, gone } of changes) {
          if (gone) left.delete(id);
          else left.set(id, article(id, title, text));
          const document = left.get(id);
          await store(document ? [document] : [], gone ? [id] : []);
        }
        const grown = await statistics();
        await forgetLibrary(database.orm, ACME);
        await store([...left.values()]);
        const fresh = await statistics();
        expect(grown.terms).toEqual(fresh.terms);
        expect(grown.topics).toEqual(expect.arrayContaining(fresh.topics));
        expect(grown.topics).toHaveLength(fresh.topics.length);
        expect(grown.shelves[0]?.passages ?? 0).toBe(fresh.shelves[0]?.passages ?? 0);
      }),
      { numRuns: backend === 'pglite' ? 8 : 20 },
    );
  });
});
