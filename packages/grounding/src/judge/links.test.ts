import { describe, expect, test } from 'vitest';
import { checkDraft } from '../check-draft.ts';

const SOURCES = [{ id: 'a', text: 'Visit https://shop.example/returns for returns. See it, go to pay, or visit us.' }];

function verdict(text: string, allowedLinks: readonly string[]) {
  return checkDraft({ text, language: 'en' }, SOURCES, { allowedLinks }).sentences[0]?.verdict;
}

describe.each([
  ['no list', []],
  ['the host allowed', ['shop.example']],
  ['the page allowed', ['https://shop.example/returns']],
])('with %s', (_, allowed) => {
  test.each([
    ['a user that looks like the host', 'See https://shop.example@evil.test/returns.'],
    ['a user and a port that do', 'See https://shop.example:80@evil.test/returns.'],
    ['a backslash before the real host', 'See https://shop.example\\@evil.test/returns.'],
    ['the host as a subdomain of another', 'See https://shop.example.evil.test/returns.'],
    ['a host that only ends alike', 'See https://evilshop.example/returns.'],
    ['an escaped dot in the host', 'See https://shop.example%2eevil.test/returns.'],
    ['a Cyrillic letter in the host', 'See https://shоp.example/returns.'],
    ['the host in Punycode', 'See https://xn--shp-sna.example/returns.'],
    ['the page as a parameter of another', 'See https://evil.test/?https://shop.example/returns.'],
    ['the page as a fragment of another', 'See https://evil.test#shop.example/returns.'],
    ['another port', 'See https://shop.example:8080/returns.'],
    ['capitals', 'See HTTPS://EVIL.TEST/returns.'],
    ['no scheme', 'See //evil.test/returns.'],
    ['an ending that no list has, and a path', 'Go to evil.zz/pay.'],
  ])('%s does not pass', (_case, text) => {
    expect(verdict(text, allowed)).toBe('unsupported');
  });

  test('the source’s own link passes, whatever its case', () => {
    expect(verdict('See HTTPS://Shop.Example/returns.', allowed)).toBe('supported');
  });
});

test('a path that climbs or hides in escapes is below no prefix', () => {
  const below = ['https://shop.example/help/'];
  expect(verdict('See https://shop.example/help/a.', below)).toBe('supported');
  for (const path of ['../admin', '%2e%2e/admin', '%2E%2e/admin', './../admin'])
    expect(verdict(`See https://shop.example/help/${path}.`, below)).toBe('unsupported');
});
