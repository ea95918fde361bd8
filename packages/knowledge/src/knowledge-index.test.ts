import type { Source } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { createIndex } from './knowledge-index.ts';

const source = (id: string, locale: string, title: string, text: string, more: Partial<Source> = {}): Source => ({
  id,
  kind: 'article',
  title,
  text,
  locale,
  visibility: 'public',
  ...more,
});

const SOURCES = [
  source('en-refund', 'en-us', 'Getting your money back', 'We refund your purchase within five working days.'),
  source('en-ship', 'en-us', 'Shipping times', 'Parcels arrive in three to five days within the European Union.'),
  source('en-inside', 'en-us', 'Refunds above the limit', 'Ask a team lead before a refund of 500 EUR or more.', {
    visibility: 'internal',
  }),
  source('ru-refund', 'ru', 'Возврат средств', 'Мы возвращаем деньги в течение пяти рабочих дней.'),
  source('ru-ship', 'ru', 'Сроки доставки', 'Посылка приходит за три дня.'),
  source('de-refund', 'de', 'Rückerstattung', 'Wir erstatten den Kaufpreis innerhalb von fünf Werktagen.'),
  source('de-ship', 'de', 'Lieferzeiten', 'Pakete kommen in zwei bis vier Tagen an.'),
];

function index() {
  const built = createIndex();
  built.add(SOURCES);
  return built;
}

const first = (question: string, language: string) => index().search(question, { language, limit: 3 })[0]?.sourceId;

describe('search', () => {
  test.each([
    ['When do I get my money back?', 'en', 'en-refund'],
    ['How long does delivery take?', 'en', 'en-ship'],
    ['Когда вы вернёте деньги?', 'ru', 'ru-refund'],
    ['Сколько идёт посылки в Казань?', 'ru', 'ru-ship'],
    ['Ich will mein Geld zurück', 'de', 'de-refund'],
    ['Wie lange dauert die Lieferung?', 'de', 'de-ship'],
    ['rueckerstattung', 'de', 'de-refund'],
  ])('%s', (question, language, expected) => {
    expect(first(question, language)).toBe(expected);
  });

  test('only the language that was asked for is found', () => {
    const found = index().search('refund Rückerstattung возврат', { language: 'de', limit: 10 });
    expect(found.map((passage) => passage.locale)).toEqual(['de']);
    expect(index().search('remboursement', { language: 'fr', limit: 10 })).toEqual([]);
  });

  test('internal passages stay out when only public ones may be quoted', () => {
    const options = { language: 'en', limit: 5 };
    const ids = (passages: { sourceId: string }[]) => passages.map((passage) => passage.sourceId);
    expect(ids(index().search('refund of 500 EUR', options))).toContain('en-inside');
    expect(ids(index().search('refund of 500 EUR', { ...options, visibility: 'public' }))).not.toContain('en-inside');
  });

  test('each of several questions brings its best passage before any second best', () => {
    const found = index().search(['How long is shipping?', 'When is my refund paid?'], {
      language: 'en',
      limit: 2,
      visibility: 'public',
    });
    expect(found.map((passage) => passage.sourceId).sort()).toEqual(['en-refund', 'en-ship']);
  });

  test('the place that the conversation names comes first, whatever other places answer better', () => {
    const places = createIndex();
    for (const place of ['Old Mill', 'Harbour Inn', 'Golden Wok'])
      places.add([
        source(`${place} alcohol`, 'en', `${place}: Do you serve alcohol?`, 'Yes, we do.'),
        source(`${place} parking`, 'en', `${place}: Is there parking?`, 'Parking is free.'),
      ]);
    const asked = (context: string[]) =>
      places.search('Is their beer good?', { language: 'en', limit: 1, context })[0]?.sourceId;
    expect(asked(['I have booked a table at the Harbour Inn.'])).toBe('Harbour Inn alcohol');
    expect(asked(['The Harbour Inn is full.', 'Then the Golden Wok.'])).toBe('Golden Wok alcohol');
  });

  test('a question without a content word finds nothing', () => {
    expect(index().search('Hello, how are you?', { language: 'en', limit: 5 })).toEqual([]);
    expect(index().search([], { language: 'en', limit: 5 })).toEqual([]);
  });
});
