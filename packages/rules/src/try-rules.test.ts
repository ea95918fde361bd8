import { DEFAULT_RULES } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { type PastMessage, tryRules } from './try-rules.ts';

const minute = (count: number) => new Date(Date.parse('2026-11-20T10:00:00Z') + count * 60_000);
const message = (id: string, at: number, brand = 'b1'): PastMessage => ({
  resource: { connector: 'desk', account: 'acme', type: 'ticket', id },
  facts: { brand, tags: [], replies: 0 },
  language: 'en',
  at: minute(at),
});

test('answers come in the order of the messages, whatever their time', () => {
  const rules = { ...DEFAULT_RULES, only: { ...DEFAULT_RULES.only, brands: ['b2'] } };
  expect(tryRules(rules, [message('1', 9, 'b2'), message('2', 1), message('3', 5, 'b2')])).toEqual([
    'draft',
    'brand',
    'draft',
  ]);
});

test('caps are reached as they would have been, the oldest message first', () => {
  const perResource = { ...DEFAULT_RULES, caps: { perResource: 1, perHour: null } };
  expect(tryRules(perResource, [message('1', 5), message('1', 1), message('2', 6)])).toEqual([
    'per-resource',
    'draft',
    'draft',
  ]);
  const perHour = { ...DEFAULT_RULES, caps: { perResource: null, perHour: 2 } };
  const times = [0, 10, 20, 60, 65, 70];
  expect(
    tryRules(
      perHour,
      times.map((at, i) => message(String(i), at)),
    ),
  ).toEqual(['draft', 'draft', 'per-hour', 'draft', 'per-hour', 'draft']);
});
