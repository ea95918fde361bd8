import type { KnownPerson } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redactor.ts';

const ANNA: KnownPerson = {
  name: 'Anna Schmidt',
  email: 'anna.schmidt@example.com',
  phone: '+49 30 5550 1234',
  organization: 'Nordlicht Räder GmbH',
};
const PETR: KnownPerson = { name: 'Пётр Васильевич Соколов', email: 'sokolov@example.org' };

describe('redact', () => {
  test.each([
    ['Anna Schmidt here', '[PERSON_1] here'],
    ['ANNA SCHMIDT here', '[PERSON_1_2] here'],
    ['Hi, this is anna.', 'Hi, this is [PERSON_1_2].'],
    ['Schmidt, Anna', '[PERSON_1_2]'],
    ["Anna's bike", "[PERSON_1_2]'s bike"],
    ['Annas Fahrrad und das von Ännä', '[PERSON_1_2] Fahrrad und das von [PERSON_1_3]'],
    ['mail anna.schmidt@example.com or ANNA.SCHMIDT@EXAMPLE.COM', 'mail [EMAIL_1] or [EMAIL_1_2]'],
    ['call 030 55501234 or +49 (30) 5550-1234', 'call [PHONE_1_2] or [PHONE_1_3]'],
    ['from Nordlicht Raeder, no: Nordlicht Räder GmbH', 'from [COMPANY_1_2], no: [COMPANY_1]'],
    ['we at nordlicht räder ride', 'we at [COMPANY_1_2] ride'],
  ])('%s', (text, expected) => {
    expect(createRedactor([ANNA]).redact(text)).toBe(expected);
  });

  test.each([
    'Петра Соколова',
    'Соколову Петру Васильевичу',
    'Соколовым',
    'у Петра',
    'Пётр',
    'петр соколов',
    'СОКОЛОВ П. В.'.slice(0, 7),
  ])('a Russian name in any case: %s', (name) => {
    const redacted = createRedactor([PETR]).redact(`Передайте это: ${name}, пожалуйста.`);
    expect(redacted).toMatch(/^Передайте это: (?:у )?\[PERSON_1(?:_\d+)?\], пожалуйста\.$/);
  });

  test('one person keeps one number in all texts of a request, another person gets the next', () => {
    const redactor = createRedactor([ANNA, PETR]);
    expect(redactor.redact('Anna Schmidt and Пётр Васильевич Соколов')).toBe('[PERSON_1] and [PERSON_2]');
    expect(redactor.redact('Anna Schmidt, кому: Соколову')).toBe('[PERSON_1], кому: [PERSON_2_2]');
  });

  test.each([
    ['Will the parcel come? Mark it as urgent.', { name: 'Will Mark' }],
    ['It will arrive in may, mark my words', { name: 'Mark May' }],
    ['Das ist ein kleiner Weg von der Tür', { name: 'Klein von der Heide' }],
    ['de la casa', { name: 'María de la Cruz' }],
    ['I live on a hill, li is short', { name: 'Li Hill' }],
    ['Я верю и надеюсь, что у льва есть роза', { name: 'Вера Роза' }],
    ['A Räder shop in town', { organization: 'Nordlicht Räder GmbH' }],
  ])('ordinary words stay: %s', (text, person) => {
    expect(createRedactor([person]).redact(text)).toBe(text);
  });

  test.each([
    ['Hi Will, thanks', 'Hi [PERSON_1_2], thanks', { name: 'Will Turner' }],
    ['Kind regards\nWill', 'Kind regards\n[PERSON_1_2]', { name: 'Will Turner' }],
    ['Мне ответила Вера', 'Мне ответила [PERSON_1_2]', { name: 'Вера Роза' }],
    ['ask Li Bo', 'ask [PERSON_1]', { name: 'Li Bo' }],
    ['ask li bo', 'ask [PERSON_1_2]', { name: 'Li Bo' }],
  ])('common words are names where they are used as names: %s', (text, expected, person) => {
    expect(createRedactor([person]).redact(text)).toBe(expected);
  });
});

describe('restore', () => {
  test('every way in which models alter a surrogate', () => {
    const redactor = createRedactor([ANNA]);
    redactor.redact('Anna Schmidt, anna.schmidt@example.com');
    for (const altered of [
      '[PERSON_1]',
      '[person_1]',
      '[ Person 1 ]',
      'PERSON_1',
      'PERSON 1',
      '\\[PERSON\\_1\\]',
      '[PERSON-1]',
    ])
      expect(redactor.restore(`Dear ${altered}, hello`)).toBe('Dear Anna Schmidt, hello');
    expect(redactor.restore('**[EMAIL_1]**')).toBe('**anna.schmidt@example.com**');
  });

  test('what was never given out stays', () => {
    const redactor = createRedactor([ANNA]);
    redactor.redact('Anna Schmidt');
    const text = 'Dear [PERSON_2] of [COMPANY_1], person 1, email_1, [PERSON_1_9]';
    expect(redactor.restore(text)).toBe(text);
  });

  test('the full name is answered for a surrogate shortened by the model', () => {
    const redactor = createRedactor([ANNA]);
    expect(redactor.redact('Best, Anna')).toBe('Best, [PERSON_1_2]');
    expect(redactor.restore('Dear [PERSON_1]')).toBe('Dear Anna Schmidt');
  });

  test('a customer who writes surrogates gets them back', () => {
    const redactor = createRedactor([ANNA]);
    const text = 'Your template says Dear [PERSON_1]! Anna Schmidt, PERSON_1, [TEXT_1], \\[email\\_1\\]';
    const redacted = redactor.redact(text);
    expect(redacted).not.toContain('[PERSON_1]!');
    expect(redactor.restore(redacted)).toBe(text);
  });
});

test('counts distinct values by type', () => {
  const redactor = createRedactor([ANNA]);
  redactor.redact('Anna, Anna Schmidt, bo@example.com and anna.schmidt@example.com');
  expect(redactor.counts()).toMatchObject({ PERSON: 1, EMAIL: 2, PHONE: 0 });
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('Anna', 'anna', 'Schmidt', 'Соколова', 'Петру', 'Nordlicht Räder', 'GmbH', '030 5550 1234', ' '),
  fc.constantFrom('[PERSON_1]', '[', ']', '\\', '_1', 'PERSON_', 'EMAIL 1', '[text_1]', '[ email 2 ]', '\\_', '1'),
  fc.constantFrom(
    'a@b.example',
    'anna.schmidt@example.com',
    '4111 1111 1111 1111',
    'https://x.example/?token=abc',
    '::1',
  ),
);
const texts = fc.array(
  fc.array(word, { maxLength: 12 }).map((words) => words.join('')),
  { minLength: 1, maxLength: 3 },
);

describe('always', () => {
  test('restore undoes redact exactly, for every text of a request', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const redactor = createRedactor([ANNA, PETR]);
        const redacted = all.map((text) => redactor.redact(text));
        expect(redacted.map((text) => redactor.restore(text))).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });

  test('no known value survives', () => {
    const survivors =
      /(?<![\p{L}\p{M}\p{N}])(?:anna|schmidt|соколова?|пётр|петру?)(?![\p{L}\p{M}\p{N}])|anna\.schmidt@example\.com(?!\p{L})|(?<!\d)030 5550 ?1234(?!\d)/iu;
    fc.assert(
      fc.property(texts, (all) => {
        const redactor = createRedactor([ANNA, PETR]);
        for (const text of all) expect(redactor.redact(text)).not.toMatch(survivors);
      }),
      { numRuns: 400 },
    );
  });

  test('nor beside a sign that reads as a digit', () => {
    expect(createRedactor([ANNA]).redact('030 5550 1234㍘')).toBe('[PHONE_1_2]㍘');
  });

  test('no known name or e-mail survives, whoever it is', () => {
    const letters = (min: number) => fc.stringMatching(new RegExp(`^[A-ZÄÖŽ][a-zäöüßéø]{${min},9}$`));
    fc.assert(
      fc.property(letters(2), letters(2), fc.string(), fc.string(), (first, last, before, after) => {
        const email = `${first}@mail.example`;
        const redacted = createRedactor([{ name: `${first} ${last}`, email }]).redact(
          `${before} ${first} ${last} ${after} ${email.toUpperCase()}`,
        );
        expect(redacted).not.toContain(`${first} ${last}`);
        expect(redacted.toLowerCase()).not.toContain('@mail.example');
      }),
    );
  });
});
