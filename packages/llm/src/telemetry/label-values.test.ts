import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLabelValues, OTHER, toName } from './label-values.ts';

test('names stay as they are, and what comes after too many of them is "other"', () => {
  const values = createLabelValues(2);
  expect(['gpt-5-mini', 'Qwen/Qwen3-8B', 'claude-sonnet-5', 'gpt-5-mini', '', null, undefined].map(values)).toEqual([
    'gpt-5-mini',
    'Qwen/Qwen3-8B',
    OTHER,
    'gpt-5-mini',
    '',
    '',
    '',
  ]);
});

test('a sentence is no name', () => {
  expect(['where is my parcel', 'qwen3:8b', 'ft:gpt-4o-mini:acme::a1', 'a'.repeat(101)].map(toName)).toEqual([
    OTHER,
    'qwen3:8b',
    'ft:gpt-4o-mini:acme::a1',
    OTHER,
  ]);
});

test('whatever comes, there are never more values than allowed, beside "other" and none', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(10), (texts, most) => {
      const seen = new Set(texts.map(createLabelValues(most)));
      seen.delete(OTHER);
      seen.delete('');
      expect(seen.size).toBeLessThanOrEqual(most);
    }),
  );
});
