import { describe, expect, test } from 'vitest';
import { createRedactor } from './redactor.ts';
import type { RemoteRecogniser } from './remote/remote-recogniser.ts';

const redacted = (...texts: string[]) => {
  const redactor = createRedactor();
  redactor.learn(texts);
  return texts.map((text) => redactor.redact(text));
};

describe('what one text gives away is replaced in the others', () => {
  test('a name whole and in parts, as one person', () => {
    expect(
      redacted('Ravensworth wrote again; see imogen ravensworth.', 'My name is Imogen Ravensworth.', 'RAVENSWORTH?'),
    ).toEqual(['[PERSON_1_2] wrote again; see [PERSON_1_3].', 'My name is [PERSON_1].', '[PERSON_1_4]?']);
  });

  test('two people with one first name are two, and the first name alone is neither', () => {
    const [, , third] = redacted('My name is Imogen Ravensworth.', 'My name is Imogen Thistlewood.', 'as Imogen said');
    expect(third).toBe('as [PERSON_3] said');
  });

  test('numbers in other groups', () => {
    expect(redacted('my password is hunter2x', 'I tried hunter2x')[1]).toBe('I tried [SECRET_1]');
    expect(redacted('card 4111 1111 1111 1111', 'was 4111-11111111-1111')[1]).toBe('was [CARD_1_2]');
  });

  test.each([
    ['Hi, I am Will Turner.', 'Will it come in may? It will.'],
    ['My name is Grace May.', 'May I ask for grace? The Grace period of May ends.'],
    ['Hello, this is Mark Young.', 'Mark it as young, mark my words.'],
    ['Меня зовут Роза Вольская.', 'Роза завяла, где новая роза?'],
    ['I am 30 years old.', 'I bought 30 of them'],
  ])('ordinary words stay: %s', (first, second) => {
    expect(redacted(first, second)[1]).toBe(second);
  });

  test('a surname in another case goes', () => {
    expect(redacted('Меня зовут Серафима Вольская.', 'Ответьте Вольской, роза завяла.')[1]).toMatch(
      /^Ответьте \[PERSON_1_\d\], роза завяла\.$/,
    );
  });
});

test('what a remote recogniser finds in one text is replaced in all', async () => {
  const remote: RemoteRecogniser = {
    recogniserFor: async () => (text) => {
      const at = text.indexOf('Zyxwv');
      return at === -1 || !text.startsWith('met') ? [] : [{ type: 'PERSON', start: at, end: at + 5 }];
    },
  };
  const redactor = createRedactor();
  await redactor.learnWith(['met Zyxwv', 'and Zyxwv zyxwv'], remote, 'en');
  expect(redactor.redact('and Zyxwv zyxwv')).toBe('and [PERSON_1] zyxwv');
});

test('a text that was learned is not read again, and looks the same as one that was not', () => {
  let read = 0;
  const recognisers = [() => [] as never[]];
  const redactor = createRedactor([], {
    recognisers: [
      (text) => {
        read += text.length;
        return [];
      },
      ...recognisers,
    ],
  });
  const text = 'My name is Imogen Ravensworth.';
  redactor.learn([text, text]);
  redactor.learn([text]);
  expect([redactor.redact(text), redactor.redact(text)]).toEqual(['My name is [PERSON_1].', 'My name is [PERSON_1].']);
  expect(read).toBe(text.length);
});

describe('bounded work', () => {
  test('thousands of people named in one text are hidden in another, and none leaks', () => {
    const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'so', 'ti', 'vu', 'ze'];
    const nameOf = (n: number) => [...`${n}`.padStart(4, '0')].map((digit) => syllables[Number(digit)]).join('');
    const people = Array.from(
      { length: 3_000 },
      (_, i) => `Name: Q${nameOf(i)} X${nameOf(i * 2)}\nq${nameOf(i)}@mail.example`,
    );
    const redactor = createRedactor();
    const other = people.join('\n').replaceAll('Name: ', 'and ');
    redactor.learn([people.join('\n'), other]);
    const hidden = redactor.redact(other);
    expect(hidden).toMatch(/^(?:and \[PERSON_\d+\]\n\[EMAIL_\d+\]\n?){3000}$/);
    expect(redactor.leaks(JSON.stringify([hidden]))).toEqual([]);
  });

  test('values of many people on record are looked for all at once', () => {
    const people = Array.from({ length: 2_000 }, (_, i) => ({
      email: `q${i}@mail.example`,
      phones: [`+49 30 5${100_000 + i}`],
      addresses: [`Lange Straße ${i + 1}a, ${10_000 + i} Ort`],
      accounts: [`K-${100_000 + i}`],
    }));
    let searches = 0;
    const search = RegExp.prototype[Symbol.matchAll];
    RegExp.prototype[Symbol.matchAll] = function (text) {
      searches += 1;
      return search.call(this, text);
    };
    const searchesFor = (count: number) => {
      const redactor = createRedactor(people.slice(0, count));
      redactor.redact('');
      searches = 0;
      const hidden = redactor.redact('q1@mail.example, 030/5100001, Lange Str. 2 a, order k100001');
      expect(hidden).toBe('[EMAIL_1], [PHONE_1_2], [ADDRESS_1_2], order [ACCOUNT_1_2]');
      return searches;
    };
    try {
      expect(searchesFor(2_000)).toBe(searchesFor(2));
    } finally {
      RegExp.prototype[Symbol.matchAll] = search;
    }
  });

  test.each([
    ['names', 'Anna Schmidt '],
    ['a megabyte', 'Anna, here is a parcel for you. '.repeat(31_250)],
    ['half names', 'Anna '],
    ['digits', '1 '],
    ['phones', '030 5550 1234 '],
    ['escapes', '%41nna '],
    ['long escapes', '%D0%B0'],
    ['Base64', 'YW5uYSBzY2htaWR0'],
    ['zero width', 'A\u200b'],
    ['Han', '王'],
    ['right to left', 'שלום أحمد \u202e'],
    ['emoji', '👩‍👧‍👦😀 '],
    ['mixed scripts', 'Aннa Ѕchmidt '],
    ['lone surrogates', 'Anna\ud800\udc00\udc00 '],
    ['surrogates', '[PERSON_1][EMAIL_2] '],
    ['equals signs', '=='],
  ])('a long text of %s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(300_000 / unit.length));
    const redactor = createRedactor(
      [{ name: 'Anna Schmidt', email: 'anna@mail.example', phone: '+49 30 5550 1234', accounts: ['1111-2222'] }],
      { strangers: false },
    );
    const hidden = redactor.redact(text);
    expect(redactor.leaks(JSON.stringify(hidden))).toEqual([]);
    expect(redactor.restore(hidden) === text).toBe(true);
  });
});
