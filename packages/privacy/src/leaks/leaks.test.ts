import type { KnownPerson } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepFrom } from '../keep-from.ts';
import { createRedactor, type Redactor } from '../redactor.ts';

const ANNA: KnownPerson = {
  name: 'Anna Schmidt',
  email: 'anna.schmidt@mail.example',
  phone: '+49 30 5550 1234',
  organization: 'Nordlicht Räder GmbH',
  addresses: ['Hauptstraße 5, 10115 Berlin'],
  accounts: ['K-2231', 'DE89 3704 0044 0532 0130 00'],
};
const PETR: KnownPerson = { name: 'Пётр Васильевич Соколов' };
const CHINESE: KnownPerson = { name: '王小明' };

const leaked = (redactor: Redactor, text: string) =>
  redactor.leaks(JSON.stringify({ text })).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
const ofRecord = (text: string) => leaked(createRedactor([ANNA, PETR, CHINESE]), text);

describe('a value on record is found however it is written', () => {
  test.each([
    ['ANNA SCHMIDT', ['PERSON ANNA SCHMIDT']],
    ['ask anna\nschmidt', ['PERSON anna\nschmidt']],
    ['Schmidt, Anna', ['PERSON Schmidt, Anna']],
    ['from annaschmidt', ['PERSON annaschmidt']],
    ['Anna', ['PERSON Anna']],
    ['A\u0308nna', ['PERSON A\u0308nna']],
    ['An\u00adna Sch\u200bmidt', ['PERSON An\u00adna Sch\u200bmidt']],
    ['Ａｎｎａ Ｓｃｈｍｉｄｔ', ['PERSON Ａｎｎａ Ｓｃｈｍｉｄｔ']],
    ['для Соколова', ['PERSON Соколова']],
    ['我是王小明，你好', ['PERSON 王小明']],
    ['ANNA.SCHMIDT @ mail.example', ['EMAIL ANNA.SCHMIDT @ mail.example']],
    ['q=anna.schmidt%40mail%2Eexample&r=1', ['EMAIL anna.schmidt%40mail%2Eexample']],
    ['anna.schmidt%2540mail.example', ['EMAIL anna.schmidt%2540mail.example']],
    ['name=%D0%A1%D0%BE%D0%BA%D0%BE%D0%BB%D0%BE%D0%B2+', ['PERSON %D0%A1%D0%BE%D0%BA%D0%BE%D0%BB%D0%BE%D0%B2']],
    [
      '"\\u0421\\u043e\\u043a\\u043e\\u043b\\u043e\\u0432"',
      ['PERSON \\u0421\\u043e\\u043a\\u043e\\u043b\\u043e\\u0432'],
    ],
    ['&#65;nna Schmidt', ['PERSON &#65;nna Schmidt']],
    ['data/YW5uYS5zY2htaWR0QG1haWwuZXhhbXBsZQ==', ['PERSON YW5uYS5zY2htaWR0QG1haWwuZXhhbXBsZQ']],
    ['0049.30.5550_1234', ['PHONE 0049.30.5550_1234']],
    ['order 12, (030) 55501234', ['PHONE (030) 55501234']],
    ['٠٣٠ ٥٥٥٠ ١٢٣٤', ['PHONE ٠٣٠ ٥٥٥٠ ١٢٣٤']],
    ['nordlicht rader', ['COMPANY nordlicht rader']],
    ['Hauptstr 5, hauptstrasse 5', ['ADDRESS hauptstrasse 5']],
    ['k 2231, K2231', ['ACCOUNT k 2231', 'ACCOUNT K2231']],
    ['de89370400440532013000', ['ACCOUNT de89370400440532013000']],
  ])('%s', (text, expected) => {
    expect(ofRecord(text)).toEqual(expected);
  });
});

test.each([
  [{ role: 'user', model: 'claude-5', content: 'Your will may mark a rose.' }, { name: 'Claude Will' }],
  [{ content: 'In May I will ask Grace to mark it' }, { name: 'Grace Mark May' }],
  [{ content: 'Год роза вера' }, { name: 'Роза Вера' }],
  [{ content: 'in 2024 for 2231 EUR' }, { accounts: ['2024', '2231'] }],
  [{ content: 'Read about Paris' }, { name: 'Paris Hill' }],
  [{ content: 'annapolis, unanna' }, { name: 'Anna Li' }],
])('ordinary words are no leak: %j', (payload, person) => {
  expect(createRedactor([person]).leaks(JSON.stringify(payload))).toEqual([]);
});

describe('where', () => {
  const redactor = createRedactor([ANNA]);

  test('the path of the text and offsets in it, never the value', () => {
    const payload = { messages: [{ role: 'system' }, { role: 'user', content: [{ text: 'hi Anna' }] }] };
    const leaks = redactor.leaks(JSON.stringify(payload));
    expect(leaks).toEqual([{ type: 'PERSON', path: 'messages[1].content[0].text', start: 3, end: 7 }]);
  });

  test('a key that is a name is a leak, and does not stand in the path', () => {
    const leaks = redactor.leaks(JSON.stringify({ by: { 'Anna Schmidt': 'x' } }));
    expect(leaks).toEqual([{ type: 'PERSON', path: 'by.*', start: 0, end: 12 }]);
  });

  test('a number may be a phone', () => {
    expect(redactor.leaks('{"call":493055501234}')).toMatchObject([{ type: 'PHONE', path: 'call' }]);
  });

  test('what is no JSON is searched as it is', () => {
    expect(redactor.leaks('{"a": Anna')).toEqual([{ type: 'PERSON', path: '', start: 6, end: 10 }]);
  });

  test('a document nested deeper than functions can call ends', () => {
    const payload = `${'['.repeat(50_000)}"Anna"${']'.repeat(50_000)}`;
    expect(redactor.leaks(payload)).toHaveLength(1);
  });
});

describe('lists', () => {
  test('what is kept or allowed is no leak, unless it is denied', () => {
    const text = 'I am Imogen Ravensworth of Fernbrook Ltd, call +49 30 5550 1234';
    const keep = keepFrom(['Fernbrook Ltd']);
    const redactor = createRedactor([{ organization: 'Nordlicht Räder' }], {
      keep,
      allow: ['Imogen Ravensworth', '030 5550 1234', 'Nordlicht Räder GmbH'],
      deny: ['Imogen Ravensworth', 'C++ 14'],
    });
    expect(redactor.redact(text)).toBe('I am [ACCOUNT_1] of Fernbrook Ltd, call +49 30 5550 1234');
    expect(leaked(redactor, `${text}, Nordlicht Räder GmbH`)).toEqual(['ACCOUNT Imogen Ravensworth']);
    expect(redactor.redact('C++ 14 and C 14')).toBe('[ACCOUNT_2] and C 14');
  });

  test('a part of an allowed value is allowed within it', () => {
    const redactor = createRedactor([{ name: 'Anna Nordlicht' }], { allow: ['Nordlicht Shop'] });
    expect(redactor.redact('Nordlicht Shop, Nordlicht')).toBe('Nordlicht Shop, [PERSON_1_2]');
    expect(redactor.leaks('"Nordlicht Shop"')).toEqual([]);
  });
});

const letters = (min: number) => fc.stringMatching(new RegExp(`^[A-ZÄÖŽ][a-zäöüßéø]{${min},9}$`));
const cyrillic = fc.stringMatching(/^[А-ЯЁ][а-яё]{3,9}$/);
const digits = (count: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${count - 1}}$`));
const person = fc.record({
  name: fc.oneof(
    fc.tuple(letters(3), letters(4)).map((parts) => parts.join(' ')),
    fc.tuple(cyrillic, cyrillic).map((parts) => parts.join(' ')),
  ),
  email: fc.tuple(letters(2), letters(2)).map(([a, b]) => `${a.toLowerCase()}.${b.toLowerCase()}@mail.example`),
  phone: digits(11).map((number) => `+${number}`),
  accounts: fc.array(
    digits(8).map((number) => `K-${number}`),
    { maxLength: 2 },
  ),
});
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(' ', ', ', '\n', '%40', '\\u0041', '&#65;', '=41', '[PERSON_1]', '\0', '\u200b', '-', '@', ':', '+1'),
  fc.constantFrom(
    'I am Imogen Ravensworth',
    'Frau ',
    'bo@mail.example',
    'YW5uYS5zY2htaWR0QG1haWwuZXhhbXBsZQ==',
    '2001:db8::1',
  ),
);

describe('always', () => {
  test('what was redacted does not leak, whoever writes whatever', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 3 }),
        fc.array(fc.array(fc.oneof(piece, fc.nat(30)), { maxLength: 10 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('placeholders' as const, 'realistic' as const),
        (people, plans, surrogates) => {
          const values = people.flatMap(({ name, email, phone, accounts }) => [
            name,
            email,
            phone,
            ...accounts,
            ...name.split(' '),
          ]);
          const texts = plans.map((plan) =>
            plan.map((part) => (typeof part === 'number' ? values[part % values.length] : part)).join(''),
          );
          const redactor = createRedactor(people, { surrogates });
          redactor.learn(texts);
          const redacted = texts.map((text) => redactor.redact(text));
          expect(redactor.leaks(JSON.stringify({ redacted }))).toEqual([]);
          expect(redacted.map((text) => redactor.restore(text))).toEqual(texts);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('whatever of a person is left in a payload is found, in any case and form', () => {
    const disguise = fc.constantFrom(
      (value: string) => value,
      (value: string) => value.toUpperCase(),
      (value: string) => value.normalize('NFD'),
      (value: string) => value.normalize('NFKC'),
      (value: string) => [...value].join('\u200b'),
      (value: string) => encodeURIComponent(value),
      (value: string) =>
        JSON.stringify(value)
          .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .slice(1, -1),
      (value: string) => Buffer.from(`to ${value} now`).toString('base64'),
    );
    fc.assert(
      fc.property(person, disguise, fc.nat(3), (known, hide, which) => {
        const value = [known.name, known.email, known.phone, ...known.accounts][which] ?? known.name;
        const found = createRedactor([known]).leaks(JSON.stringify({ content: `before ${hide(value)} after` }));
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
