import { passesLuhn } from '../checksums.ts';
import type { Entity, EntityType, Recogniser } from '../entity.ts';

interface Rule {
  type: EntityType;
  pattern: RegExp;
  passes?: (written: string) => boolean;
}

const RULES: readonly Rule[] = [
  { type: 'DEVICE', pattern: /(?<![\w:-])[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}(?![\w:-])/gi }, // MAC
  {
    type: 'DEVICE',
    pattern: /(?<![\w-])\d{2}-?\d{6}-\d{6}-\d(?![\w-])/g,
    passes: (imei) => passesLuhn(digitsOf(imei)),
  },
  { type: 'DEVICE', pattern: /(?<!\w)(?=[A-Z\d]*\d{4,6}\b)[A-HJ-NPR-Z\d]{17}(?!\w)/g, passes: isVin },
  { type: 'WALLET', pattern: /(?<!\w)(?:bc1[ac-hj-np-z02-9]{25,60}|0x[\da-f]{40})(?!\w)/gi },
  {
    type: 'WALLET',
    pattern: /(?<!\w)[13LM](?=\w{0,20}\d)(?=\w{0,20}[a-z])(?=\w{0,20}[A-Z])[1-9A-HJ-NP-Za-km-z]{25,34}(?!\w)/g,
  },
  // A point on the map to some ten metres.
  { type: 'LOCATION', pattern: /(?<![\d.])\[?-?\d{1,2}\.\d{4,},\s?-?\d{1,3}\.\d{4,}\]?(?![\d.])/g },
  // "@support" is everybody's, "@bo_lind77" somebody's.
  { type: 'USERNAME', pattern: /(?<![\p{L}\p{N}@._/-])@(?=\p{L}*[_\d])[\p{L}\p{N}_]{3,30}(?![\p{L}\p{N}@])/gu },
];

/** Devices, wallets, points on a map and handles, each by its own form. */
export const findDevices: Recogniser = (text) => {
  const found: Entity[] = [];
  for (const { type, pattern, passes } of RULES)
    for (const { 0: written, index } of text.matchAll(pattern))
      if (!passes || passes(written)) found.push({ type, start: index, end: index + written.length });
  return found;
};

function digitsOf(written: string): string {
  return written.replace(/\D/g, '');
}

const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const VIN_VALUES = 'A1B2C3D4E5F6G7H8J1K2L3M4N5P7R9S2T3U4V5W6X7Y8Z9';

/** The check digit of vehicles for North America; elsewhere only a word tells. */
function isVin(vin: string): boolean {
  const sum = [...vin].reduce((total, sign, i) => {
    const value = /\d/.test(sign) ? Number(sign) : Number(VIN_VALUES[VIN_VALUES.indexOf(sign) + 1]);
    return total + value * (VIN_WEIGHTS[i] ?? 0);
  }, 0);
  return vin[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
}
