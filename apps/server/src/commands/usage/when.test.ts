import { expect, test } from 'vitest';
import { parseWhen } from './when.ts';

const now = new Date('2026-11-22T17:30:00Z');
const parsed = (text: string, edge: 'start' | 'end' = 'start') =>
  parseWhen('--since', text, { now, edge }).toISOString();

test.each([
  ['1d', '2026-11-22T00:00:00.000Z'],
  ['30d', '2026-10-24T00:00:00.000Z'],
  ['2w', '2026-11-09T00:00:00.000Z'],
  ['12h', '2026-11-22T05:30:00.000Z'],
  ['999999d', '2016-11-15T00:00:00.000Z'],
  ['2026-02', '2026-02-01T00:00:00.000Z'],
  ['2026-11-01', '2026-11-01T00:00:00.000Z'],
  ['2026-11-01T08:00:00+02:00', '2026-11-01T06:00:00.000Z'],
])('%s begins at %s', (text, expected) => expect(parsed(text)).toBe(expected));

test.each([
  ['2026-02', '2026-03-01T00:00:00.000Z'],
  ['2026-12', '2027-01-01T00:00:00.000Z'],
  ['2026-12-31', '2027-01-01T00:00:00.000Z'],
  ['2026-11-01T08:00:00Z', '2026-11-01T08:00:00.000Z'],
])('%s ends at %s, the day or month included', (text, expected) => expect(parsed(text, 'end')).toBe(expected));

test.each(['', '0d', 'd', '-3d', 'yesterday', '2026', '2026-13', '2026-02-30', '01.11.2026', '2026-11-01T25:00:00Z'])(
  '"%s" is no time, and the error names the option',
  (text) => expect(() => parsed(text)).toThrow(`--since: expected 30d, 4w, 12h, 2026-11, 2026-11-01`),
);
