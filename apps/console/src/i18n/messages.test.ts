import { SKIP_REASONS } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import type { ErrorKind } from './outcomes-en.ts';
import { counted } from './plural.ts';
import { ru } from './ru.ts';

/** Every sentence with its path; functions are called with something that can be found again in what they give. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const counts = value.length === 1 ? [1, 2, 5, 21] : [];
    const given = [value('Ann', 'Ann'), ...counts.map((count) => value(count))];
    return given.map((text) => [path, String(text)]);
  }
  return Object.entries(value as object).flatMap(([key, part]) => sentences(part, path ? `${path}.${key}` : key));
}

const KINDS: ErrorKind[] = [
  'auth',
  'permission',
  'not-found',
  'rate-limited',
  'conflict',
  'invalid',
  'unavailable',
  'timeout',
];

test('both languages say the same things', () => {
  expect(new Set(sentences(ru).map(([path]) => path))).toEqual(new Set(sentences(en).map(([path]) => path)));
});

test('no sentence is empty or left in the other language', () => {
  for (const [path, text] of sentences(en)) expect(text, path).toMatch(/^[^а-яё]+$/i);
  for (const [path, text] of sentences(ru)) expect(text, path).toMatch(/[а-яё]/i);
});

test('every reason for a skip and every kind of failure is explained, and says what helps', () => {
  for (const m of [en, ru]) {
    for (const reason of SKIP_REASONS)
      expect(Object.values(m.skips[reason]).every((text) => text.length > 3)).toBe(true);
    for (const kind of KINDS) expect(Object.values(m.failures[kind]).every((text) => text.length > 3)).toBe(true);
  }
});

test('labels fit the narrow column of the list', () => {
  for (const m of [en, ru]) {
    for (const { label } of [...Object.values(m.skips), ...Object.values(m.failures)])
      expect(label.length, label).toBeLessThanOrEqual(23);
  }
});

test('Russian counts by its own rules', () => {
  const given = [0, 1, 2, 4, 5, 11, 14, 21, 22, 111].map((count) => ru.list.updated(count));
  expect(given).toEqual([
    'Обновлено 0 тикетов',
    'Обновлён 1 тикет',
    'Обновлено 2 тикета',
    'Обновлено 4 тикета',
    'Обновлено 5 тикетов',
    'Обновлено 11 тикетов',
    'Обновлено 14 тикетов',
    'Обновлён 21 тикет',
    'Обновлено 22 тикета',
    'Обновлено 111 тикетов',
  ]);
});

test('a language without a form of its own for a count uses the general one', () => {
  expect(counted('en', { other: '# things' })(1)).toBe('1 things');
});
