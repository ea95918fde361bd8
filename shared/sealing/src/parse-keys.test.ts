import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseKeys } from './parse-keys.ts';

const encodings = ['hex', 'base64', 'base64url'] as const;

test('one key or several, in any usual spelling, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...encodings), { minLength: 1, maxLength: 4 }), (spellings) => {
      const secrets = spellings.map(() => randomBytes(32));
      const keys = parseKeys(secrets.map((bytes, i) => bytes.toString(spellings[i])).join(' , '));
      expect(keys?.map(({ secret }) => secret.export())).toEqual(secrets);
    }),
  );
});

test('the same key in another spelling is the same key', () => {
  const bytes = randomBytes(32);
  expect(parseKeys(`${bytes.toString('hex')},${bytes.toString('base64')}`)).toHaveLength(1);
});

test.each([
  ['nothing', ''],
  ['a password', 'correct horse battery staple'],
  ['a short key', 'ab'.repeat(31)],
  ['a long key', 'ab'.repeat(33)],
  ['a placeholder', '0'.repeat(64)],
  ['an empty place in the list', `${'ab01'.repeat(16)},`],
])('%s is no key', (_, text) => {
  expect(parseKeys(text)).toBeUndefined();
});
