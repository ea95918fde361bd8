import { expect, test } from 'vitest';
import { readSource } from './remember.ts';

test('a source is read once, by language', () => {
  const first = readSource('Refunds take 5 days.', 'en');
  expect(readSource('Refunds take 5 days.', 'en')).toBe(first);
  expect(readSource('Refunds take 5 days.', 'de')).not.toBe(first);
});

test('what is kept is bounded: the least used goes first', () => {
  const first = readSource('Refunds take 6 days.', 'en');
  for (let i = 0; i < 50; i++) readSource(`${i} ${'x'.repeat(90_000)}`, 'en');
  expect(readSource('Refunds take 6 days.', 'en')).not.toBe(first);
});
