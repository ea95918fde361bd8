import type { KnownPerson } from '@draftsmith/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentions } from './mentions.ts';

const within = (person: KnownPerson, text: string) =>
  mentions(person)({ subject: '', customerName: null, texts: [text] });

test.each<[KnownPerson, string]>([
  [{ email: 'anna@example.org' }, 'We wrote to Anna@Example.org.'],
  [{ phone: '+49 170 1234567' }, 'call 0170 / 123 45 67 today'],
  [{ phone: '+49 170 1234567' }, 'call +49 (170) 123-45-67 today'],
  [{ accounts: ['ACC-00172'] }, 'your contract acc00172, as agreed'],
  [{ accounts: ['00172/b'] }, 'your contract 00172-B.'],
  [{ name: 'José García' }, 'Dear Jose\nGarcia,'],
])('%j is in %j', (person, text) => {
  expect(within(person, text)).toBe(true);
});

test.each<[KnownPerson, string]>([
  [{ email: 'anna@example.org' }, 'We wrote to joanna@example.org'],
  [{ email: 'anna@example.org' }, 'We wrote to anna@example.organic'],
  [{ phone: '+49 170 1234567' }, 'order 17012345678'],
  [{ accounts: ['00172'] }, 'order 1001723'],
  [{ accounts: ['17'] }, 'order 17'],
  [{ name: 'Anna' }, 'Dear Anna'],
  [{ name: 'Anna Weber' }, 'Dear Anna, the Weber grill'],
])('%j is not in %j', (person, text) => {
  expect(within(person, text)).toBe(false);
});

test('a customer is known by the name in any spelling, also by a first name alone', () => {
  const isFor = (name: string, customerName: string) => mentions({ name })({ subject: '', customerName, texts: [] });
  expect(isFor('Smirnova, Yulia', 'Юлия Смирнова')).toBe(true);
  expect(isFor('Anna', 'Anna')).toBe(true);
  expect(isFor('Anna', 'Anna Weber')).toBe(false);
});

test('wherever an address stands between blanks, it is found', () => {
  const text = fc.string({ unit: 'binary', maxLength: 50 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(within({ email: 'anna@example.org' }, `${before} anna@example.org ${after}`)).toBe(true);
    }),
  );
});
