import type { KnownPerson } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPeopleIndex } from './people-index.ts';

const index = createPeopleIndex(Buffer.alloc(32, 7));
const digests = (person: KnownPerson) => index.digestsOf([person]).map(({ digest }) => digest);
const meet = (one: KnownPerson, other: KnownPerson) => digests(one).some((digest) => digests(other).includes(digest));

test.each<[KnownPerson, KnownPerson]>([
  [{ email: 'Anna.Weber@Example.org' }, { emails: [' anna.weber@example.org '] }],
  [{ email: 'mailto:anna@example.org' }, { email: '<anna@example.org>' }],
  [{ phone: '+49 170 1234567' }, { phone: '0170/123 45 67' }],
  [{ phone: '+49 170 1234567' }, { phone: '0049 (0)170 1234567' }],
  [{ phone: '+49 170 1234567' }, { phone: '49 170 1234567' }],
  [{ phone: '+7 (916) 123-45-67' }, { phones: ['8 916 123 45 67'] }],
  [{ phone: '+7 (916) 123-45-67' }, { phone: '9161234567' }],
  [{ phone: '+1 212-555-0123' }, { phone: '(212) 555-0123' }],
  [{ phone: '+1 212-555-0123' }, { phone: '1 212 555 0123' }],
  [{ name: 'Юлия Смирнова' }, { name: 'Smirnova, Yulia' }],
  [{ name: 'José  García' }, { aliases: ['JOSE GARCIA'] }],
  [{ accounts: ['#ACC-00 17/b'] }, { accounts: ['acc0017B'] }],
])('%j and %j are one', (one, other) => {
  expect(meet(one, other)).toBe(true);
});

test.each<[KnownPerson, KnownPerson]>([
  [{ email: 'anna@example.org' }, { email: 'anna@example.com' }],
  [{ phone: '+1 212-555-0123' }, { phone: '+1 312-555-0123' }],
  [{ name: 'Anna Weber' }, { name: 'Anna' }],
  [{ accounts: ['2125550123'] }, { phone: '212 555 0123' }],
  [{ organization: 'Globex' }, { organization: 'Globex' }],
  [{ phone: '112' }, { phone: '112' }],
  [
    { email: 'none', name: '-', accounts: ['#'] },
    { email: 'none', name: '-', accounts: ['#'] },
  ],
])('%j and %j are not', (one, other) => {
  expect(meet(one, other)).toBe(false);
});

test('another key finds nobody, and a digest holds nothing of whom it is of', () => {
  const person = { name: 'Anna Weber', email: 'anna@example.org', phone: '+49 170 1234567', accounts: ['17'] };
  const found = index.digestsOf([person, person]);
  expect(found.map(({ kind }) => kind)).toEqual(['email', 'phone', 'name', 'account']);
  for (const { digest } of found) expect(digest).toMatch(/^[\w-]{43}$/);
  const others = createPeopleIndex(Buffer.alloc(32, 8)).digestsOf([person]);
  expect(others.filter(({ digest }) => digests(person).includes(digest))).toEqual([]);
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);

test('a phone number is found however it is punctuated, with its country and without', () => {
  const subscriber = fc.string({ unit: digit, minLength: 7, maxLength: 7 });
  const separator = fc.constantFrom('', ' ', '-', '.', '/', '\u00a0');
  fc.assert(
    fc.property(subscriber, fc.array(separator, { minLength: 7, maxLength: 7 }), (number, separators) => {
      const spelled = [...number].map((one, i) => one + separators[i]).join('');
      expect(meet({ phone: `+49170${number}` }, { phone: `+49 (170) ${spelled}` })).toBe(true);
      expect(meet({ phone: `+49170${number}` }, { phone: `0170 ${spelled}` })).toBe(true);
    }),
  );
});

test('any text is taken, and the same text in capitals is the same person', () => {
  const latin = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéñøабвгджзийклмн '), maxLength: 40 });
  fc.assert(
    fc.property(latin, (name) => {
      expect(digests({ name: name.toUpperCase() })).toEqual(digests({ name }));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      index.digestsOf([{ name: text, email: text, phone: text, accounts: [text] }]);
    }),
  );
});
