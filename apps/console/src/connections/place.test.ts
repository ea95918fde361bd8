import { expect, test } from 'vitest';
import { parseRoute } from '../router/route.ts';
import { accountPath, connectionsPath, connectPath } from './place.ts';

function read(path: string) {
  const url = new URL(path, 'http://localhost');
  return parseRoute(url.pathname, url.search);
}

const NAMES = ['acme', 'a/b', 'ü?#%', 'Привет & co', '50 %', 'a+b'];

test('every place among the connections reads back from its address', () => {
  expect(read(connectionsPath())).toEqual({ page: 'connections', place: { view: 'list', problem: null } });
  for (const connector of NAMES) {
    for (const account of [null, ...NAMES]) {
      const connect = { view: 'connect', connector, account };
      expect(read(connectPath(connector, account))).toEqual({ page: 'connections', place: connect });
    }
  }
});

test('every view of every account has its address', () => {
  for (const name of NAMES) {
    for (const view of ['setup', 'try', 'check', 'sidebar', 'card'] as const) {
      for (const given of [{}, { first: true }, { run: name }, { first: true, run: name }]) {
        const place = { view, account: { connector: 'zendesk', account: name }, run: null, first: false, ...given };
        expect(read(accountPath(view, place.account, given))).toEqual({ page: 'connections', place });
      }
    }
  }
});

test('one comes back from the source system to the set-up of the account', () => {
  expect(read('/connections?connected=zendesk/acme')).toEqual({
    page: 'connections',
    place: { view: 'setup', account: { connector: 'zendesk', account: 'acme' }, run: null, first: false },
  });
});

test.each(['zendesk', '/acme', 'zendesk/', 'a/b/c', ''])('an odd account to come back to (%j) is the list', (given) => {
  expect(read(`/connections?connected=${given}`)).toMatchObject({ place: { view: 'list' } });
});

test('a refused consent comes back to the list with its reason', () => {
  expect(read('/connections?problem=denied')).toMatchObject({ place: { view: 'list', problem: 'denied' } });
});

test('what is no place is an unknown page', () => {
  const odd = ['/connections/zendesk/acme', '/connections/zendesk/acme/nowhere', '/connections/zendesk/acme/try/1'];
  expect(odd.map(read)).toEqual(odd.map(() => ({ page: 'unknown' })));
});
