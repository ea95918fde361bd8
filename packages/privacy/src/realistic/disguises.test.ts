import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from '../redactor.ts';

const PEOPLE = [
  { name: 'Anna Schmidt', email: 'anna@mail.example', phone: '+49 30 5550 1234', organization: 'Nordlicht Räder GmbH' },
  { name: 'Пётр Васильевич Голубкин' },
];
const realistic = () => createRedactor(PEOPLE, { surrogates: 'realistic' });

describe('what looks real', () => {
  test('stands in place of people, firms, addresses and phones, in the same form', () => {
    const text =
      'Anna Schmidt (ANNA, Schmidt, Annas) of Nordlicht Räder GmbH, anna@mail.example, +49 30 5550 1234. Голубкину Петру; Пётр Васильевич';
    const redactor = realistic();
    const redacted = redactor.redact(text);
    const name = /^(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+) \((\p{Lu}+), (\p{Lu}\p{Ll}+), (\p{Lu}\p{Ll}+)\)/u.exec(redacted);
    const [, first = '', last, shouted, alone, genitive] = name ?? [];
    expect([shouted, alone, genitive]).toEqual([first.toUpperCase(), last, `${first}s`]);
    expect(redacted).toMatch(
      / of \p{Lu}\p{Ll}+ GmbH, [a-z]+@example\.com, \+1 202-555-01\d\d\. \p{Lu}\p{Ll}+у \p{Lu}\p{Ll}+[ую]; /u,
    );
    expect(redacted).not.toMatch(/Anna|Schmidt|Nordlicht|Голубк|Пётр|Петр|5550|\[/);
    expect(redactor.restore(redacted)).toBe(text);
    expect(redactor.counts()).toMatchObject({ PERSON: 2, EMAIL: 1, PHONE: 1, COMPANY: 1 });
  });

  test('comes back however a model shortens or declines it', () => {
    const redactor = realistic();
    const [first, last] = redactor.redact('Anna Schmidt').split(' ');
    expect(redactor.restore(`Dear ${first}, Frau ${last}'s and ${last}s; ${last?.toUpperCase()}`)).toBe(
      "Dear Anna, Frau Schmidt's and Schmidts; SCHMIDT",
    );
    redactor.redact('Пётр Васильевич Голубкин');
    const dative = realistic();
    dative.redact('Anna Schmidt');
    const [surname, name] = dative.redact('Голубкину Петру').split(' ');
    expect(redactor.restore(`передали ${name} ${surname}`)).toBe('передали Петру Голубкину');
  });

  test('is the same for the same request, so that an answer may be cached', () => {
    expect(realistic().redact('Anna Schmidt, Голубкин')).toBe(realistic().redact('Anna Schmidt, Голубкин'));
  });
});

describe('a placeholder where nothing else is certain to be undone', () => {
  test.each([
    ['a name in another script', 'Анна Шмидт'],
    ['a name with accents it does not have', 'Ännä'],
    ['a number', 'card 4111 1111 1111 1111'],
  ])('%s', (_name, text) => {
    const redactor = realistic();
    const redacted = redactor.redact(text);
    expect(redacted).toMatch(/\[[A-Z]+_\d/);
    expect(redactor.restore(redacted)).toBe(text);
  });

  test('more people than there are names', () => {
    const people = Array.from({ length: 2_000 }, (_, i) => `q${i}@mail.example`);
    const redactor = realistic();
    const redacted = redactor.redact(people.join(' '));
    expect(redacted).toMatch(/@example\.com.*\[EMAIL_2000\]/s);
    expect(redactor.restore(redacted)).toBe(people.join(' '));
  });
});

test('an invented name is never one that the request holds, learned or met later', () => {
  const given = realistic().redact('Anna Schmidt');
  const learned = realistic();
  learned.learn([`Anna Schmidt knows ${given.toLowerCase()}`]);
  const [first = '', last = ''] = given.toLowerCase().split(' ');
  expect(learned.redact('Anna Schmidt').toLowerCase()).not.toMatch(new RegExp(`${first}|${last}`));
  const later = realistic();
  later.redact('Anna Schmidt');
  const text = `Is ${given} the same as Anna Schmidt?`;
  const redacted = later.redact(text);
  expect(redacted).not.toContain('Schmidt');
  expect(redacted).not.toBe(text);
  expect(later.restore(redacted)).toBe(text);
});

test.each([
  ['a number', '+15550 1234', '+1 202-555-0100Trinity'],
  ['a name', 'Anna', '+1 202-555-01005550 1234Abernathy'],
])('%s that would look invented once the other half of its word is replaced', (_, first, second) => {
  const redactor = realistic();
  redactor.redact(first);
  expect(redactor.restore(redactor.redact(second))).toBe(second);
});

test('what was half a word in an earlier text is not invented later', () => {
  const redactor = realistic();
  const texts = ['+1 202-555-01005550 1234Abernathy', 'Annas'];
  expect(texts.map((text) => redactor.redact(text)).map((text) => redactor.restore(text))).toEqual(texts);
});

test('restore undoes redact exactly, for every text of a request', () => {
  const given = realistic().redact('Anna Schmidt anna@mail.example +49 30 5550 1234');
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      ...given.split(' '),
      'Anna',
      'ANNA',
      'schmidt',
      'Annas',
      'Nordlicht Räder',
      ' GmbH',
      'Голубкина',
      ' Петру',
    ),
    fc.constantFrom(
      ' ',
      ', ',
      '\n',
      "'s",
      '-',
      '[PERSON_1]',
      '@example.com',
      '+1 202-555-0100',
      '5550 1234',
      'anna@mail.example',
    ),
  );
  const texts = fc.array(
    fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (all, learned) => {
      const redactor = realistic();
      if (learned) redactor.learn(all);
      const redacted = all.map((text) => redactor.redact(text));
      expect(redacted.map((text) => redactor.restore(text))).toEqual(all);
      if (learned) expect(redactor.leaks(JSON.stringify(redacted))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
