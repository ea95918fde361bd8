import { DEAL_GAPS, PROPOSAL_PROBLEMS, PROPOSAL_STEPS } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { figureLabel } from '../versions/figure-label.ts';
import { en } from './en.ts';
import { languageOf } from './language.ts';
import { ru } from './ru.ts';

/** Every sentence with its path; functions are called with something that can be found again in what they give. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const counts = value.length === 1 ? [1, 2, 5, 21] : [];
    return [value('2', '3', 'Ann'), ...counts.map((count) => value(count))].map((text) => [path, String(text)]);
  }
  return Object.entries(value as object).flatMap(([key, part]) => sentences(part, path ? `${path}.${key}` : key));
}

test('both languages say the same things', () => {
  expect(
    sentences(ru)
      .map(([path]) => path)
      .sort(),
  ).toEqual(
    sentences(en)
      .map(([path]) => path)
      .sort(),
  );
});

/** Made of what they are given only, or a mark. */
const WORDLESS = new Set(['figures.total', 'prices.none', 'prices.term', 'review.made']);

test('no sentence is empty or left in the other language', () => {
  for (const [path, text] of sentences(en)) {
    expect(text, path).toMatch(/^[^а-яё]*[^\sа-яё][^а-яё]*$/i);
  }
  for (const [path, text] of sentences(ru)) if (!WORDLESS.has(path)) expect(text, path).toMatch(/[а-яё]/i);
});

test('no counted phrase keeps its mark', () => {
  for (const [path, text] of [...sentences(en), ...sentences(ru)]) expect(text, path).toMatch(/^[^#]*$/);
});

test.each([['en', en] as const, ['ru', ru] as const])('every code of the contract has words in %s', (_, m) => {
  expect(Object.keys(m.problems).sort()).toEqual([...PROPOSAL_PROBLEMS].sort());
  expect(Object.keys(m.gaps).sort()).toEqual([...DEAL_GAPS].sort());
  expect([...Object.keys(m.steps), 'done'].sort()).toEqual([...PROPOSAL_STEPS].sort());
  for (const { title, text } of Object.values({ ...m.problems, ...m.troubles })) {
    expect(title).toMatch(/^\S.{5,}[^.]$/);
    // What to do, not only what happened.
    expect(text).toMatch(/\S{3}.*[.]$/);
  }
  for (const { text } of Object.values(m.gaps))
    for (const about of [undefined, 'Widget']) expect(text(about)).toMatch(/\S.*\.$/);
});

test('Russian counts by its own rules', () => {
  expect([1, 2, 5, 11, 21].map((count) => ru.prepare.activities(count))).toEqual([
    'Прочитана 1 запись',
    'Прочитано 2 записи',
    'Прочитано 5 записей',
    'Прочитано 11 записей',
    'Прочитана 21 запись',
  ]);
  expect(en.prepare.activities(1)).toBe('1 activity read');
});

test.each([
  [{ language: 'en', locale: 'en-us' }, 'en', 'en-US'],
  [{ language: 'en', locale: 'ru-ru' }, 'ru', 'ru-RU'],
  [{ language: 'ru' }, 'ru', 'ru'],
  [{ language: 'en', locale: 'en_GB' }, 'en', 'en-GB'],
  [{ language: 'de', locale: 'de-de' }, 'en', 'en'],
  [{ language: '!!', locale: '' }, 'en', 'en'],
  [{}, 'en', 'en'],
])('%j reads %s with dates as in %s', (user, code, locale) => {
  expect(languageOf(user)).toMatchObject({ code, locale });
});

test.each([
  ['item.2.price', 'Item 2: price', 'Позиция 2: цена'],
  ['total.two_years.gross', 'Every two years: total with taxes', 'Раз в два года: итого с налогами'],
  ['contract.total', 'Over the whole term, with taxes', 'За весь срок, с налогами'],
  ['something.new', 'something.new', 'something.new'],
])('the figure %s is called %s', (key, english, russian) => {
  expect([figureLabel(key, en), figureLabel(key, ru)]).toEqual([english, russian]);
});
