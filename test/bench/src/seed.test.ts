import { expect, test } from 'vitest';
import { benchSeed } from './seed.ts';

test('tickets are numbered from 1, wait for an answer, and no two have the same texts', () => {
  const { tickets } = benchSeed(3_000);
  expect(tickets.map(({ id }) => id)).toEqual(Array.from({ length: 3_000 }, (_, i) => i + 1));
  expect(tickets.every(({ incoming, status }) => incoming === undefined && status === 'open')).toBe(true);
  const texts = new Set(tickets.map(({ subject, comments }) => JSON.stringify([subject, comments])));
  expect(texts.size).toBe(3_000);
});

test('the last word is the customer’s', () => {
  const { tickets, users } = benchSeed(100);
  const customers = new Set(users.filter(({ role }) => role === 'end-user').map(({ id }) => id));
  expect(tickets.every(({ comments }) => customers.has(comments.at(-1)?.authorId ?? 0))).toBe(true);
});
