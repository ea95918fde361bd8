import type { KnowledgeDocument } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createIndex } from '@draftsmith/knowledge';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetLibrary } from '../store/forget.ts';
import { storePage } from '../store/store-page.ts';
import { article } from '../testing.ts';
import { createLibrarySearch, type LibraryQuestion } from './create-library-search.ts';

const ACME = { connector: 'zendesk', account: 'acme' };

const COMPANY: KnowledgeDocument[] = [
  article('refund', 'Getting your money back', 'We refund your purchase within five working days.'),
  article('ship', 'Shipping times', 'Parcels arrive in three to five days within the European Union.'),
  article('team', 'Refunds above the limit', 'Ask a team lead before a refund of 500 EUR or more.', {
    visibility: 'internal',
  }),
  article('ru', 'Возврат средств', 'Мы возвращаем деньги в течение пяти рабочих дней.', { locale: 'ru' }),
  article('de', 'Rückerstattung', 'Wir erstatten den Kaufpreis innerhalb von fünf Werktagen.', { locale: 'de' }),
  article('blue', 'Blue shop: vouchers', 'A voucher of the blue shop lasts a year.', { brand: 'blue' }),
  article('red', 'Red shop: vouchers', 'A voucher of the red shop lasts two years.', { brand: 'red' }),
];

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => forgetLibrary(database.orm, ACME));
  afterAll(() => database.close());

  const keep = async (documents: readonly KnowledgeDocument[], of = ACME) => {
    for (const [kind, own] of Map.groupBy(documents, (document) => document.kind))
      await storePage(database.orm, { ...of, kind, listing: 1 }, { documents: own, removed: [] });
  };
  const search = (question: string | string[], more: Partial<LibraryQuestion> = {}) =>
    createLibrarySearch(database.orm).search([question].flat(), {
      ...ACME,
      ...{ language: 'en', visibility: 'all', limit: 3 },
      ...more,
    });
  const ids = async (...asked: Parameters<typeof search>) => (await search(...asked)).map(({ sourceId }) => sourceId);

  test.each([
    ['When do I get my money back?', 'en', 'refund'],
    ['How long does delivery take?', 'en', 'ship'],
    ['reffund of my purchaze', 'en', 'refund'],
    ['Когда вернёте деньги?', 'ru', 'ru'],
    ['Wann kommt die Rückerstattungszahlung?', 'de', 'de'],
  ])('%s', async (question, language, expected) => {
    await keep(COMPANY);
    expect((await ids(question, { language }))[0]).toBe(expected);
  });

  test('a passage is what the search in memory gives, with the same confidence', async () => {
    await keep(COMPANY);
    const index = createIndex();
    index.add(COMPANY);
    const options = { language: 'en', limit: 1 } as const;
    const question = 'Within how many days do you refund a purchase?';
    expect(await search(question, { limit: 1 })).toEqual(index.search(question, options));
  });

  test('internal text stays out where only public text may be quoted', async () => {
    await keep(COMPANY);
    expect(await ids('refund of 500 EUR')).toContain('team');
    expect(await ids('refund of 500 EUR', { visibility: 'public' })).not.toContain('team');
  });

  test('another brand’s articles stay out, those of all brands stay in', async () => {
    await keep(COMPANY);
    expect(await ids('How long does a voucher last?', { brand: 'red' })).toEqual(['red']);
    expect(await ids('refund', { brand: 'red' })).toContain('refund');
    expect((await ids('How long does a voucher last?')).sort()).toEqual(['blue', 'red']);
  });

  test('no account ever reads another’s', async () => {
    const other = { connector: 'zendesk', account: 'other' };
    await keep(COMPANY, other);
    expect(await ids('refund')).toEqual([]);
    await keep([article('own', 'Refunds', 'Ours take a month.')]);
    expect(await ids('refund voucher parcel')).toEqual(['own']);
    await forgetLibrary(database.orm, other);
  });

  test('the product that the conversation names comes first', async () => {
    const products = ['Old Mill', 'Harbour Inn', 'Golden Wok'];
    await keep(
      products.flatMap((name) => [
        article(`${name} alcohol`, `${name}: Do you serve alcohol?`, 'Yes, we do.'),
        article(`${name} parking`, `${name}: Is there parking?`, 'Parking is free.'),
      ]),
    );
    const context = ['I have booked a table at the Harbour Inn.', 'For four.'];
    expect((await ids('Is their beer good?', { context }))[0]).toBe('Harbour Inn alcohol');
  });

  test('of two that say the same, the newer comes first', async () => {
    const text = 'Hold the button for ten seconds.';
    await keep([
      article('old', 'Router reset', text, { updatedAt: '2019-01-01T00:00:00Z' }),
      article('new', 'Router reset', text, { updatedAt: '2026-11-01T00:00:00Z' }),
    ]);
    expect(await ids('How do I reset the router?')).toEqual(['new', 'old']);
  });

  test('each of several questions brings its best passage before any second best', async () => {
    await keep(COMPANY);
    const found = await ids(['How long is shipping?', 'When is my refund paid?'], { limit: 2, visibility: 'public' });
    expect(found.sort()).toEqual(['refund', 'ship']);
  });

  test('words that stand in every passage still find something, quotes and signs harm nothing', async () => {
    await keep(COMPANY);
    expect(await ids("'; drop table library_passages; -- refund\\' | & ! :* <->")).toContain('refund');
    expect(await ids('Hello, how are you?')).toEqual([]);
    expect(await ids([])).toEqual([]);
    expect(await ids('remboursement', { language: 'fr' })).toEqual([]);
  });

  test('an agent is shown old tickets like this one, and no articles', async () => {
    const reply = { kind: 'past-reply', url: 'https://acme.example/tickets/7' } as const;
    await keep([
      ...COMPANY,
      article('7', 'Parcel is late', 'Parcels to Norway take ten days.', {
        ...reply,
        question: 'Where is my parcel? It should be in Norway.',
        people: [{ name: 'Anna Schmidt' }],
      }),
    ]);
    const similar = await createLibrarySearch(database.orm).similar(['My parcel to Norway is late'], {
      ...ACME,
      ...{ language: 'en', visibility: 'all', limit: 3 },
    });
    expect(similar).toEqual([
      {
        id: '7',
        title: 'Parcel is late',
        excerpt: 'Parcels to Norway take ten days.',
        url: 'https://acme.example/tickets/7',
        at: '2026-11-01T00:00:00.000Z',
      },
    ]);
  });
});
