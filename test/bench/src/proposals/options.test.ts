import { expect, test } from 'vitest';
import { parseProposalOptions } from './options.ts';

test('what is measured unless somebody says otherwise is what the goal names', () => {
  expect(parseProposalOptions([])).toEqual({ clicks: 10, lineItems: 20, activities: 200, latency: 0, help: false });
  expect(parseProposalOptions(['--engine', 'pglite', '--clicks', '3'])).toMatchObject({ engine: 'pglite', clicks: 3 });
});

test.each([
  [['--clicks', '0'], /--clicks: expected a whole number from 1 to 200/],
  [['--line-items', '100'], /--line-items/],
  [['--activities', 'many'], /--activities/],
  [['--latency', '-1'], /--latency/],
  [['--engine', 'sqlite'], /--engine: expected pglite or postgres/],
])('%j is refused', (args, message) => {
  expect(() => parseProposalOptions(args)).toThrow(message);
});
