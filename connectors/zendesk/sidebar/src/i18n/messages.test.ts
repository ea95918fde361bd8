import { RATING_REASONS, SKIP_REASONS } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { languageOf } from './language.ts';
import { ru } from './ru.ts';

/** Every sentence with its path; functions are called with something that can be found again in what they give. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const counts = value.length === 1 ? [1, 2, 5, 21] : [];
    return [value('Ann', 'Ann'), ...counts.map((count) => value(count))].map((text) => [path, String(text)]);
  }
  return Object.entries(value as object).flatMap(([key, part]) => sentences(part, path ? `${path}.${key}` : key));
}

test('both languages say the same things', () => {
  expect(new Set(sentences(ru).map(([path]) => path))).toEqual(new Set(sentences(en).map(([path]) => path)));
});

test('no sentence is empty or left in the other language', () => {
  for (const [path, text] of sentences(en)) expect(text, path).toMatch(/^[^а-яё]+$/i);
  // Two names alone are no words of any language.
  for (const [path, text] of sentences(ru).filter(([path]) => path !== 'madeBy')) expect(text, path).toMatch(/[а-яё]/i);
});

test('every reason has words', () => {
  for (const m of [en, ru]) {
    for (const reason of SKIP_REASONS) expect(m.skips[reason]).toMatch(/\S{3}.*[.!]$/);
    for (const reason of RATING_REASONS) expect(m.reasons[reason]).toMatch(/\S{2}/);
  }
});

test('Russian counts by its own rules', () => {
  expect([1, 2, 5, 11, 21, 22].map((count) => ru.sources(count))).toEqual([
    '1 источник',
    '2 источника',
    '5 источников',
    '11 источников',
    '21 источник',
    '22 источника',
  ]);
  expect([ru.check.supported(14, 15), ru.check.supported(20, 21)]).toEqual([
    'Подтверждено 14 из 15 утверждений',
    'Подтверждено 20 из 21 утверждения',
  ]);
  expect(en.check.supported(1, 1)).toBe('1 of 1 statement supported');
});

test.each([
  ['en-US', 'en', 'en'],
  ['ru', 'ru', 'ru'],
  ['ru-RU', 'ru', 'ru'],
  ['pt-br', 'en', 'pt'],
  ['fil', 'en', 'fil'],
  ['', 'en', 'en'],
])('an agent with %j sees the app in %s and reads %s', (locale, code, reads) => {
  expect(languageOf(locale)).toMatchObject({ code, reads });
});
