import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedClaims } from './same-claims.ts';

const BEFORE =
  'Dear Priya Raman,\n\nA refund takes 5 working days and costs 3.50 euros. You cannot return opened goods. More at https://help.acme.example/refunds.\n\nKind regards\nAcme Support';

const changed = (after: string, before = BEFORE, language = 'en') =>
  changedClaims({ before, after, language, names: ['Priya Raman', 'Priya', 'Raman', 'Acme Support'] });

test('other words for the same are no change', () => {
  expect(changed(BEFORE)).toEqual([]);
  expect(
    changed(
      'Hello Priya,\n\nThank you for writing to us. A refund takes 5 working days and costs 3.50 euros. You cannot return opened goods. All details: https://help.acme.example/refunds.\n\nWarm regards\nAcme Support',
    ),
  ).toEqual([]);
});

describe('what is lost, or is new', () => {
  test.each([
    ['another figure', BEFORE.replace('5 working', '7 working')],
    ['a figure left out', BEFORE.replace(' and costs 3.50 euros', '')],
    ['another price', BEFORE.replace('3.50', '4.50')],
    ['a link left out', BEFORE.replace(' More at https://help.acme.example/refunds.', '')],
    ['another link', BEFORE.replace('/refunds', '/returns')],
    ['a negation turned round', BEFORE.replace('You cannot return', 'You can return')],
    ['a promise that nobody made', `${BEFORE}\n\nWe will refund you 20 euros tomorrow.`],
    ['a date that nobody named', BEFORE.replace('opened goods', 'opened goods after 3 March 2027')],
  ])('%s', (_what, after) => {
    expect(changed(after)).not.toEqual([]);
  });

  test('in Russian and German as well', () => {
    const ru = 'Здравствуйте!\n\nВозврат занимает 5 рабочих дней. Вскрытый товар вернуть нельзя.';
    expect(changed(ru, ru, 'ru')).toEqual([]);
    expect(changed(ru.replace('5 рабочих', '9 рабочих'), ru, 'ru')).not.toEqual([]);
    const de = 'Guten Tag,\n\ndie Rückerstattung dauert 5 Werktage und kostet 3,50 Euro.';
    expect(changed(de.replace('3,50', '2,50'), de, 'de')).not.toEqual([]);
  });
});

test('a text always says what it says, whatever its figures', () => {
  const figure = fc.tuple(fc.integer({ min: 2, max: 400 }), fc.constantFrom('days', 'euros', 'percent'));
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 4 }), (figures) => {
      const text = figures.map(([number, unit]) => `It takes ${number} ${unit}.`).join(' ');
      expect(changed(text, text)).toEqual([]);
      const [number, unit] = figures[0] ?? [];
      const other = text.replace(`${number} ${unit}`, `${Number(number) + 1000} ${unit}`);
      expect(changed(other, text)).not.toEqual([]);
    }),
    { numRuns: 40 },
  );
});
