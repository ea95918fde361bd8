import { passesLuhn } from '../checksums.ts';
import type { Entity, Recogniser } from '../entity.ts';

const CANDIDATE = /(?<![\d.,#-])\d(?:[ -]?\d){12,18}(?![\d-])/g;
/** First digits and lengths that issuers use: Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Mir, Maestro. */
const ISSUED =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d+|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|62\d{14,17}|220[0-4]\d{12,15}|(?:50|5[6-9]|6[0-9])\d{14,17})$/;
const LENGTH_OF_MASTERCARD = 16;

/** Payment card numbers: an issuer's prefix and length, and the Luhn checksum. */
export const findCards: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const match of text.matchAll(CANDIDATE)) {
    const digits = match[0].replace(/\D/g, '');
    if (isCard(digits)) found.push({ type: 'CARD', start: match.index, end: match.index + match[0].length });
  }
  return found;
};

function isCard(digits: string): boolean {
  if (!ISSUED.test(digits)) return false;
  const mastercard = /^(?:5[1-5]|2[2-7])/.test(digits) && !/^220/.test(digits);
  return (!mastercard || digits.length === LENGTH_OF_MASTERCARD) && passesLuhn(digits);
}
