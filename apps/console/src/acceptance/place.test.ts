import { expect, test } from 'vitest';
import { parseRoute } from '../router/route.ts';
import { acceptancePath, GROUPINGS, PERIODS } from './place.ts';

function read(path: string) {
  const { pathname, search } = new URL(path, 'http://localhost');
  return parseRoute(pathname, search);
}

test('every view has its address', () => {
  for (const by of GROUPINGS)
    for (const days of PERIODS)
      expect(read(acceptancePath({ by, days }))).toEqual({ page: 'acceptance', place: { by, days } });
  expect(acceptancePath()).toBe('/acceptance');
});

test('anything odd is what is shown first', () => {
  const first = { page: 'acceptance', place: { by: 'brand', days: 30 } };
  expect([read('/acceptance?by=mood&days=31'), read('/acceptance?days=x')]).toEqual([first, first]);
  expect(read('/acceptance/more')).toEqual({ page: 'unknown' });
});
