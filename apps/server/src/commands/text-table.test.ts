import { expect, test } from 'vitest';
import { type TextColumn, textTable, wrapped } from './text-table.ts';

const columns: TextColumn<{ name: string; figure: number }>[] = [
  { title: 'name', cell: ({ name }) => name },
  { title: 'spare', cell: ({ figure }) => String(figure), right: true, spare: 1 },
  { title: 'figure', cell: ({ figure }) => String(figure), right: true },
];
const rows = [
  { name: 'a name of twenty-odd', figure: 1 },
  { name: 'b', figure: 234 },
];

test('as wide as it needs to be', () => {
  expect(textTable(columns, rows, { width: 80, total: { name: 'total', figure: 235 } })).toEqual({
    lines: [
      'name                  spare  figure',
      '-----------------------------------',
      'a name of twenty-odd      1       1',
      'b                       234     234',
      '-----------------------------------',
      'total                   235     235',
    ],
    leftOut: [],
  });
});

test('first a spare column goes, then names are cut short', () => {
  expect(textTable(columns, rows, { width: 30 })).toMatchObject({ leftOut: ['spare'] });
  expect(textTable(columns, rows, { width: 16 }).lines).toEqual([
    'name      figure',
    '----------------',
    'a name …       1',
    'b            234',
  ]);
});

test('text is wrapped between words, and a word without end is cut', () => {
  expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapped('a bcdefghijk l', 5)).toEqual(['a', 'bcde…', 'l']);
  expect(wrapped('', 5)).toEqual(['']);
  expect(wrapped('clear\u001b[2J', 20)).toEqual(['clear?[2J']);
});
