import type { Entity, Recogniser } from '../entity.ts';

const CANDIDATE = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}/giu;

/** A text without country and check digits is not searched at each of its characters. */
const HINT = /[a-z]{2}\d{2}[ -]?[a-z\d]/i;

/** Lengths from the SWIFT IBAN registry. */
const LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18
   FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21
   MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SE24 SI19 SK24 SM27
   ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** International bank account numbers: the country's length and ISO 13616 mod 97. */
export const findIbans: Recogniser = (text) => {
  const found: Entity[] = [];
  if (!HINT.test(text)) return found;
  for (const match of text.matchAll(CANDIDATE)) {
    const length = LENGTHS[match[0].slice(0, 2).toUpperCase()];
    const end = length === undefined ? 0 : endOfCharacters(match[0], length);
    if (end === 0) continue;
    // Words that follow an IBAN look like more of it, so only the country's length counts.
    const next = text[match.index + end] ?? '';
    const compact = match[0].slice(0, end).replace(/[ -]/g, '').toUpperCase();
    if (!/[\p{L}\p{N}]/u.test(next) && passesMod97(compact))
      found.push({ type: 'IBAN', start: match.index, end: match.index + end });
  }
  return found;
};

/** Offset after so many letters and digits; 0 when there are fewer. */
function endOfCharacters(candidate: string, count: number): number {
  let seen = 0;
  for (let i = 0; i < candidate.length; i++) {
    if (candidate[i] === ' ' || candidate[i] === '-') continue;
    seen++;
    if (seen === count) return i + 1;
  }
  return 0;
}

function passesMod97(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
