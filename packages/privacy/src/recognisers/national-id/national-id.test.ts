import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNationalIds } from './national-id.ts';
import { any, STATE_NUMBERS } from './numbers.ts';

/** Published as examples by the states or by libraries that check their numbers, with the words before them. */
const EXAMPLES: readonly (readonly [country: string, text: string, number: string])[] = [
  ['US', 'SSN', '536-90-4399'],
  ['US', 'ITIN', '912-90-3456'],
  ['US', 'our EIN is', '91-1144442'],
  ['CA', 'SIN', '123-456-782'],
  ['BR', '', '390.533.447-05'],
  ['BR', '', '16.727.230/0001-97'],
  ['GB', '', 'AB 12 34 56 C'],
  ['GB', '', '943-476-5870'],
  ['GB', 'NHS number', '9434765870'],
  ['IE', '', '6433435F'],
  ['DE', '', '36574261809'],
  ['DE', 'IdNr.', '36 574 261 809'],
  ['DE', '', '15 070649 C 103'],
  ['AT', '', '1237 010180'],
  ['AT', 'SV-Nummer', '1237010180'],
  ['CH', '', '756.9217.0769.85'],
  ['FR', '', '2 95 10 99 126 111 93'],
  ['FR', 'SIREN', '552 008 443'],
  ['ES', '', '54362315-K'],
  ['ES', '', 'X-2482300W'],
  ['ES', 'CIF', 'J99216582'],
  ['PT', 'NIF', '501 964 843'],
  ['PT', '', '00000000 0 ZZ4'],
  ['IT', '', 'RCCMNL83S18D969H'],
  ['IT', 'P. IVA', '00743110157'],
  ['BE', '', '85.07.30-033.28'],
  ['NL', '', '1112.22.333'],
  ['NL', 'BSN', '111222333'],
  ['LU', '', '1893120105732'],
  ['DK', '', '211062-5629'],
  ['SE', '', '880320-0016'],
  ['NO', '', '15108695088'],
  ['FI', '', '131052-308T'],
  ['EE', '', '36805280109'],
  ['LT', '', '33309240064'],
  ['LV', '', '161175-19997'],
  ['PL', '', '44051401359'],
  ['PL', 'NIP', '8567346215'],
  ['PL', 'REGON', '192598184'],
  ['CZ', '', '710319/2745'],
  ['HU', 'adóazonosító', '8071592153'],
  ['HU', 'TAJ', '111 111 110'],
  ['RO', '', '1630615123457'],
  ['BG', 'ЕГН', '7523169263'],
  ['HR', 'OIB', '33392005961'],
  ['SI', '', '0101006500006'],
  ['GR', '', '01013099997'],
  ['GR', 'ΑΦΜ', '094259216'],
  ['RU', '', '500100732259'],
  ['RU', 'ИНН', '7707083893'],
  ['RU', '', '112-233-445 95'],
  ['RU', 'ОГРН', '1027700132195'],
  ['RU', 'ОГРНИП', '304500116000157'],
];
const numbersIn = (text: string) => findNationalIds(text).map(({ start, end }) => text.slice(start, end));

test.each(EXAMPLES)('a number of %s is found: %s %s', (_country, words, number) => {
  expect(numbersIn(`Hello, it is ${words} ${number}, thank you.`)).toContain(number);
});

test.each(EXAMPLES.filter(([, , number]) => !STATE_NUMBERS.some(isFormAlone(number))))(
  'with another digit a number of %s is none, but for checks modulo 11 that let some pass: %s %s',
  (_country, _words, number) => {
    const others = changes(number);
    const passing = others.filter((other) => numbersIn(`order ${other} is late`).includes(other));
    expect(passing.length / others.length).toBeLessThan(0.15);
  },
);

test('a plain number of up to ten digits stays where no word says whose it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (number) => {
      expect(numbersIn(`order ${number} is late`)).toEqual([]);
    }),
  );
});

test('whatever the text, what is found is inside it and holds six digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\dA-Z ./+-]{0,60}$/), (text) => {
      for (const found of numbersIn(text)) expect(found.replace(/\D/g, '').length).toBeGreaterThanOrEqual(6);
    }),
  );
});

/** Whether a kind of number has this form and no check digit. */
function isFormAlone(number: string) {
  return ([, name, form, passes]: (typeof STATE_NUMBERS)[number]) =>
    (passes === any || name === 'CPR') && new RegExp(`^${form.replaceAll('#', '\\d')}$`).test(number);
}

function changes(number: string): string[] {
  return [...number].flatMap((sign, i) =>
    /\d/.test(sign)
      ? Array.from(
          { length: 9 },
          (_, step) => `${number.slice(0, i)}${(Number(sign) + step + 1) % 10}${number.slice(i + 1)}`,
        )
      : [],
  );
}
