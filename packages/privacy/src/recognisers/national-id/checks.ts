import { isDay, passesLuhn, passesMod11And10, weighted } from '../../checksums.ts';

/** Whether letters and digits, in upper case and without separators, carry the check digits of their kind. */
export type Check = (plain: string) => boolean;

/** Where a number holds its holder's day of birth. */
export type DayOrder = 'ymd' | 'dmy';

export function every(...checks: readonly Check[]): Check {
  return (plain) => checks.every((passes) => passes(plain));
}

export function some(...checks: readonly Check[]): Check {
  return (plain) => checks.some((passes) => passes(plain));
}

/** The weighted digits, the check digit among them, are a multiple of `modulus`. */
export function multipleOf(modulus: number, weights: readonly number[]): Check {
  return (plain) => weighted(plain, weights) % modulus === 0;
}

/** The digit after the weighted ones is their sum modulo 11; `ten` stands where that is ten, if anything does. */
export function mod11(weights: readonly number[], ten?: number): Check {
  return (plain) => checkDigit(weighted(plain, weights) % 11, ten) === Number(plain[weights.length]);
}

/** The same, of what the sum lacks to a multiple of 11. */
export function complement11(weights: readonly number[], ten?: number): Check {
  return (plain) => checkDigit((11 - (weighted(plain, weights) % 11)) % 11, ten) === Number(plain[weights.length]);
}

function checkDigit(remainder: number, ten: number | undefined): number | undefined {
  return remainder === 10 ? ten : remainder;
}

/**
 * Six digits from `from` on are a day.
 *
 * @param added what some states add to the month or the day, to tell sexes and centuries apart
 */
export function day(
  order: DayOrder,
  from: number,
  added: { month?: readonly number[]; day?: readonly number[] } = {},
): Check {
  const { month: months = [0], day: days = [0] } = added;
  return (plain) => {
    const pair = (i: number) => Number(plain.slice(from + i, from + i + 2));
    const [written, month] = order === 'ymd' ? [pair(4), pair(2)] : [pair(0), pair(2)];
    return months.some((more) => days.some((later) => isDay(written - later, month - more)));
  };
}

export const luhn: Check = passesLuhn;
export const swedish: Check = (plain) =>
  day('ymd', 0, { day: [0, 60] })(plain.slice(-10)) && passesLuhn(plain.slice(-10));
export const austrian: Check = (plain) =>
  day('dmy', 4)(plain) && weighted(plain, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === Number(plain[3]);
export const hungarianInsurance: Check = (plain) => weighted(plain, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === Number(plain[8]);
export const germanTax: Check = (plain) => {
  // One digit twice or three times, the others once at most: few runs of eleven digits are like that.
  const distinct = new Set(plain.slice(0, 10)).size;
  return plain[0] !== '0' && (distinct === 8 || distinct === 9) && passesMod11And10(plain);
};
export const mod11And10: Check = passesMod11And10;

/** The German insurance number: its letter counts as two digits, and the sums of digits of the products are added. */
export const germanInsurance: Check = (plain) => {
  const letter = String((plain.codePointAt(8) ?? 0) - 64).padStart(2, '0');
  const digits = plain.slice(0, 8) + letter + plain.slice(9, 11);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, i) => {
    const product = weight * Number(digits[i]);
    return total + (product % 10) + Math.floor(product / 10);
  }, 0);
  return sum % 10 === Number(plain[11]);
};

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
export const spanish: Check = (plain) => {
  const digits = plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return DNI_LETTERS[Number(digits) % DNI_LETTERS.length] === plain.at(-1);
};

/** Spanish firms: the Luhn digit, or the letter that stands for it. */
export const spanishFirm: Check = (plain) => {
  const digits = plain.slice(1, 8);
  const check = [...'0123456789'].findIndex((digit) => passesLuhn(digits + digit));
  return plain[8] === String(check) || plain[8] === 'JABCDEFGHI'[check];
};

export const french: Check = (plain) => {
  const digits = plain.replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
};

const ODD: Readonly<Record<string, number>> = Object.fromEntries(
  [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((sign, i) => [
    sign,
    [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10,
      22, 25, 24, 23,
    ][i] ?? 0,
  ]),
);
/** Odd places count by a table, even ones by the alphabet; the last letter is the sum. */
export const italian: Check = (plain) => {
  const sum = [...plain.slice(0, 15)].reduce((total, sign, i) => {
    const even = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    return total + (i % 2 === 0 ? (ODD[sign] ?? 0) : even);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === plain[15];
};

/** The Luhn check over letters, too, as the Portuguese citizen card counts them. */
export const portugueseCard: Check = (plain) => {
  const sum = [...plain].reverse().reduce((total, sign, i) => {
    const value = Number.parseInt(sign, 36) * (i % 2 === 1 ? 2 : 1);
    return total + (i % 2 === 1 && value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

/** Who was born in this century has a 2 before. */
export const belgian: Check = (plain) => {
  const [body, check] = [plain.slice(0, 9), Number(plain.slice(9))];
  return [body, `2${body}`].some((digits) => 97 - (Number(digits) % 97) === check);
};

const FINNISH = '0123456789ABCDEFHJKLMNPRSTUVWXY';
export const finnish: Check = (plain) => FINNISH[Number(plain.slice(0, 6) + plain.slice(-4, -1)) % 31] === plain.at(-1);

/** A second row of weights where the first gives ten. */
export const baltic: Check = (plain) => {
  const [first, second] = [
    weighted(plain, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11,
    weighted(plain, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11,
  ];
  return (first < 10 ? first : second % 10) === Number(plain[10]);
};

export const latvian: Check = (plain) =>
  ((1101 - weighted(plain, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11) % 10 === Number(plain[10]);

const IRISH = 'WABCDEFGHIJKLMNOPQRSTUV';
/** A second letter counts nine times. */
export const irish: Check = (plain) => {
  const second = plain[8] === undefined || plain[8] === 'W' ? 0 : (plain.charCodeAt(8) - 64) * 9;
  return IRISH[(weighted(plain, [8, 7, 6, 5, 4, 3, 2]) + second) % 23] === plain[7];
};

/** Ten digits are a multiple of eleven; before 1954 they were nine. */
export const czech: Check = (plain) =>
  day('ymd', 0, { month: [0, 20, 50, 70] })(plain) &&
  (plain.length === 9 || Number(plain) % 11 === 0 || (Number(plain.slice(0, 9)) % 11 === 10 && plain[9] === '0'));

export const russianInsurance: Check = (plain) =>
  (weighted(plain, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === Number(plain.slice(9));

/** The registers of firms and sole traders: the number before the last digit, modulo 11 or 13. */
export const russianRegister: Check = (plain) => {
  const modulus = plain.length === 13 ? 11n : 13n;
  return Number((BigInt(plain.slice(0, -1)) % modulus) % 10n) === Number(plain.at(-1));
};

export const greekTax: Check = (plain) =>
  (weighted(plain, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(plain[8]);

/** Not all digits alike: they pass some checks and are nobody's. */
export const mixed: Check = (plain) => !/^(\d)\1+$/.test(plain);
