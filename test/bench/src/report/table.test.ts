import { expect, test } from 'vitest';
import { figure, table } from './table.ts';

test('columns are as wide as their widest cell, figures to the right', () => {
  const rows = [
    ['drafts', '1,234', '/s'],
    ['a longer name', '7', ''],
  ];
  expect(table(['', 'ours', 'unit'], rows)).toEqual([
    '                 ours   unit',
    '-------------   -----   ----',
    'drafts          1,234     /s',
    'a longer name       7',
  ]);
});

test.each([
  [1234.5, '1,235'],
  [99.94, '99.9'],
  [1.234, '1.23'],
  [0, '0.00'],
  [Number.NaN, '-'],
  [null, '-'],
  [undefined, '-'],
])('%s is shown as %s', (value, shown) => {
  expect(figure(value)).toBe(shown);
});
