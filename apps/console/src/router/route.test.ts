import { expect, test } from 'vitest';
import { type Filters, LISTED_STATES, NO_FILTERS, parseRoute, privacyPath, signInPath, ticketsPath } from './route.ts';

function read(path: string) {
  const url = new URL(path, 'http://localhost');
  return parseRoute(url.pathname, url.search);
}

test('every ticket address reads back as what it was written from', () => {
  const odd = ['', 'plain', 'a b&c=d', 'Привет?', '50 % / half', '#1', '../up'];
  for (const state of [null, ...LISTED_STATES]) {
    for (const query of odd) {
      for (const id of [null, 'd1', 'a/b', 'ü?#%']) {
        const filters: Filters = { state, query, language: query === '' ? null : 'ru' };
        expect(read(ticketsPath(filters, id))).toEqual({ page: 'tickets', id, filters });
      }
    }
  }
});

test('the start page is the list', () => {
  expect(read('/')).toEqual({ page: 'tickets', id: null, filters: NO_FILTERS });
  expect(ticketsPath()).toBe('/tickets');
});

test.each(['waiting', 'nonsense', ''])('a state that cannot be listed (%j) filters nothing', (state) => {
  expect(read(`/tickets?state=${state}`)).toEqual({ page: 'tickets', id: null, filters: NO_FILTERS });
});

test('other pages', () => {
  expect(read('/users')).toEqual({ page: 'users' });
  expect(read('/setup?token=a%2Bb')).toEqual({ page: 'setup', token: 'a+b' });
  expect(read('/setup')).toEqual({ page: 'setup', token: '' });
  expect([read('/users/1'), read('/tickets/1/2'), read('/nowhere')]).toEqual(Array(3).fill({ page: 'unknown' }));
});

test('the policy of every account has its address', () => {
  for (const name of ['larkspur', 'a/b', 'ü?#%', '..']) {
    const account = { connector: 'zendesk', account: name };
    expect(parseRoute(privacyPath(account), '')).toEqual({ page: 'privacy', account });
  }
  expect(read('/privacy')).toEqual({ page: 'privacy', account: null });
  expect([read('/privacy/zendesk'), read('/privacy/a/b/c')]).toEqual(Array(2).fill({ page: 'unknown' }));
  expect(read('/audit')).toEqual({ page: 'audit' });
});

test('a broken escape in an address is no crash', () => {
  expect(parseRoute('/tickets/%E0%A4%A', '')).toMatchObject({ page: 'tickets', id: '%E0%A4%A' });
});

test('after signing in, one comes to the page that was asked for', () => {
  const wanted = '/tickets/d1?state=failed&q=a%26b';
  expect(read(signInPath(wanted))).toEqual({ page: 'sign-in', next: wanted });
  expect(signInPath('/tickets')).toBe('/sign-in');
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
  'signing in never leads away from the console (%j)',
  (next) => {
    expect(read(`/sign-in?next=${encodeURIComponent(next)}`)).toEqual({ page: 'sign-in', next: '/tickets' });
  },
);
