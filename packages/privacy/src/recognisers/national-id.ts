import { isDay, passesLuhn, passesMod11And10, weighted } from '../checksums.ts';
import type { Entity, Recogniser } from '../entity.ts';

/** A number of a state for a person or a firm that its own form and checksum tell from an order number. */
interface Rule {
  pattern: RegExp;
  /** `plain`: letters and digits alone, upper case. */
  passes: (plain: string) => boolean;
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const FINNISH_LETTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

const RULES: readonly Rule[] = [
  // United States: social security and taxpayer numbers
  { pattern: /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g, passes: (id) => !/^(?:000|666)|^...00|0000$/.test(id) },
  // United Kingdom: national insurance
  {
    pattern: /(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/g,
    passes: (id) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/.test(id),
  },
  // United Kingdom: health service
  { pattern: /(?<![\w-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w-])/g, passes: isNhs },
  // Spain: DNI and NIE
  { pattern: /(?<!\w)(?:\d{8}|[XYZ][ -]?\d{7})[ -]?[A-Z](?!\w)/g, passes: isSpanish },
  // Italy: codice fiscale
  {
    pattern: /(?<!\w)[A-Z]{3} ?[A-Z]{3} ?\d{2}[A-EHLMPRST]\d{2} ?[A-Z]\d{3}[A-Z](?!\w)/gi,
    passes: () => true,
  },
  // France: numéro de sécurité sociale
  {
    pattern: /(?<!\w)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\w)/g,
    passes: isFrench,
  },
  // Poland: PESEL
  { pattern: /(?<![\w.-])\d{11}(?![\w-])/g, passes: (id) => isPolish(id) || isGermanTax(id) },
  // Germany: tax number in groups, social insurance
  { pattern: /(?<![\w-])\d{2} \d{3} \d{3} \d{3}(?![\w-])/g, passes: isGermanTax },
  { pattern: /(?<!\w)\d{2} ?\d{6} ?[A-Z] ?\d{3}(?!\w)/g, passes: isGermanInsurance },
  // Russia: SNILS
  { pattern: /(?<![\w-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\w-])/g, passes: () => true },
  // Belgium, Sweden, Denmark, Finland, Switzerland, Brazil
  { pattern: /(?<![\w.-])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?![\w-])/g, passes: () => true },
  { pattern: /(?<![\w-])(?:19|20)?\d{6}[-+]\d{4}(?![\w-])/g, passes: isNordic },
  { pattern: /(?<!\w)\d{6}[-+A]\d{3}[\dA-Y](?!\w)/g, passes: isFinnish },
  { pattern: /(?<![\w.])756\.\d{4}\.\d{4}\.\d{2}(?!\w)/g, passes: () => true },
  { pattern: /(?<![\w.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\w)/g, passes: () => true },
  { pattern: /(?<![\w.])\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}(?!\w)/g, passes: () => true },
];

/** Six digits, grouped in whatever way: a text without them is not searched. */
const HINT = /(?:\d[ .A-Za-z-]{0,3}){6}/;

/** Tax, social and personal numbers of states, without a word that announces them. */
export const findNationalIds: Recogniser = (text) => {
  const found: Entity[] = [];
  if (!HINT.test(text)) return found;
  for (const { pattern, passes } of RULES)
    for (const { 0: written, index } of text.matchAll(pattern))
      if (passes(written.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()))
        found.push({ type: 'NATIONAL_ID', start: index, end: index + written.length });
  return found;
};

function isNhs(id: string): boolean {
  const check = 11 - (weighted(id, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  return check !== 10 && check % 11 === Number(id[9]);
}

function isSpanish(id: string): boolean {
  const digits = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return DNI_LETTERS[Number(digits) % DNI_LETTERS.length] === id.at(-1);
}

function isFrench(id: string): boolean {
  const digits = id.replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

function isPolish(id: string): boolean {
  const month = Number(id.slice(2, 4)) % 20;
  return isDay(Number(id.slice(4, 6)), month) && weighted(id, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** One digit twice or three times, the others once at most: few runs of eleven digits are like that. */
function isGermanTax(id: string): boolean {
  const distinct = new Set(id.slice(0, 10)).size;
  return id[0] !== '0' && (distinct === 8 || distinct === 9) && passesMod11And10(id);
}

function isGermanInsurance(id: string): boolean {
  return isDay(Number(id.slice(2, 4)), Number(id.slice(4, 6)));
}

function isNordic(id: string): boolean {
  const ten = id.slice(-10);
  if (isDay(Number(ten.slice(4, 6)) % 60, Number(ten.slice(2, 4))) && passesLuhn(ten)) return true;
  return id.length === 10 && isDay(Number(id.slice(0, 2)), Number(id.slice(2, 4)));
}

function isFinnish(id: string): boolean {
  const digits = id.slice(0, 6) + id.slice(-4, -1);
  return isDay(Number(id.slice(0, 2)), Number(id.slice(2, 4))) && FINNISH_LETTERS[Number(digits) % 31] === id.at(-1);
}
