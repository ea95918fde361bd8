import { expect, test } from 'vitest';
import { parseRoute } from '../router/route.ts';
import { PARTS, type ProposalsPlace, proposalsPath } from './place.ts';

function read(path: string) {
  const url = new URL(path, 'http://localhost');
  return parseRoute(url.pathname, url.search);
}

const PLAIN: ProposalsPlace = { part: 'outcome', account: null, days: 30, template: null, from: null };

test('every place among the proposals reads back from its address', () => {
  for (const account of [
    null,
    ...['4471190', 'a/b', 'ü?#%', '50 %'].map((name) => ({ connector: 'hubspot', account: name })),
  ]) {
    for (const part of PARTS) {
      const place = { ...PLAIN, part, account };
      expect(read(proposalsPath(place))).toEqual({ page: 'proposals', place });
    }
    for (const days of [7, 90] as const) {
      const place = { ...PLAIN, account, days };
      expect(read(proposalsPath(place))).toEqual({ page: 'proposals', place });
    }
  }
});

test('a template is open at its own address, and a new one says what it is a copy of', () => {
  const account = { connector: 'hubspot', account: '4471190' };
  for (const template of ['standard', 'new', '0b7c']) {
    const place = { ...PLAIN, part: 'templates' as const, account, template };
    expect(read(proposalsPath(place))).toEqual({ page: 'proposals', place });
  }
  const copy = { ...PLAIN, part: 'templates' as const, account, template: 'new', from: 'standard' };
  expect(read(proposalsPath(copy))).toEqual({ page: 'proposals', place: copy });
});

test.each([
  '/proposals/nowhere',
  '/proposals/templates/hubspot',
  '/proposals/settings/a/b/c',
  '/proposals/templates/a/b/c/d',
])('%s is no place', (path) => {
  expect(read(path)).toEqual({ page: 'unknown' });
});

test('a range that nobody offers is the usual one', () => {
  expect(read('/proposals?days=12')).toEqual({ page: 'proposals', place: PLAIN });
});
