import { expect, test } from 'vitest';
import type { BudgetLine } from '../../operator/answer-budgets.ts';
import { budgetText } from './budget-text.ts';

const at = '2026-11-22T17:30:00.000Z';
const line: BudgetLine = {
  ...{ scope: 'account', id: 'acme', period: 'day', limitUsd: '20', spentUsd: '19.5', heldUsd: '0.25' },
  ...{ presumedUsd: '0', leftUsd: '0.25', resetsAt: '2026-11-23T00:00:00.000Z' },
};
const text = (budgets: BudgetLine[], width = 80) => budgetText({ kind: 'budget', at, budgets }, width);

test.each([50, 80])('fits %i columns, also with long names and large limits', (width) => {
  const lines = text([line, { ...line, id: 'x'.repeat(70), limitUsd: '100000', leftUsd: '99999.5' }], width);
  for (const one of lines) expect(one.length, one).toBeLessThanOrEqual(width);
  expect(lines.join(' ')).toMatch(/Too wide for this terminal: held.*; --json has all\./);
});

test.each([
  ['2026-11-22T17:30:00.000Z', '0 min'],
  ['2026-11-22T17:30:01.000Z', '1 min'],
  ['2026-11-22T19:00:00.000Z', '90 min'],
  ['2026-11-22T19:00:01.000Z', '2 h'],
  ['2026-11-24T17:30:00.000Z', '48 h'],
  ['2026-12-01T00:00:00.000Z', '9 days'],
])('what resets at %s does so in %s', (resetsAt, words) => {
  expect(text([{ ...line, resetsAt }])[4]).toMatch(new RegExp(` in ${words}$`));
});

test('a limit of less than a dollar shows hundredths of cents', () => {
  expect(text([{ ...line, limitUsd: '0.5', leftUsd: '0.0042' }])[4]).toMatch(/ \$0\.5000 .* \$0\.0042 /);
});

test('long lists end, and say how much is missing', () => {
  const lines = text(Array.from({ length: 51 }, () => line));
  expect(lines.filter((one) => one.startsWith('account acme'))).toHaveLength(50);
  expect(lines.at(-1)).toBe('1 more: --json has all of them.');
});
