import type { ClaimKind } from '../types.ts';
import type { Mention } from './mention.ts';
import { CONNECTORS, combine, numberWord } from './number-words.ts';
import { parseNumber } from './parse-number.ts';
import { boundBefore, type Reader } from './reader.ts';
import {
  asBusiness,
  isBusinessWord,
  isPer,
  isPlainAdjective,
  periodAdjective,
  periodUnit,
  type Unit,
  unitOf,
} from './units.ts';

interface Amount {
  values: readonly number[];
  /** Token behind it. */
  to: number;
  inWords: boolean;
}

const RANGE = new Set([
  '-',
  '–',
  '—',
  '‑',
  'to',
  'bis',
  'a',
  'до',
  'ate',
  'hasta',
  'and',
  'und',
  'et',
  'y',
  'e',
  'и',
  '...',
]);
/** "between 5 and 10": without the first word, "and" only lists. */
const BETWEEN = new Set(['between', 'zwischen', 'entre', 'между']);
const LISTS = new Set(['and', 'und', 'et', 'y', 'e', 'и']);
const KINDS: Readonly<Record<string, ClaimKind>> = { money: 'price', percent: 'percentage', duration: 'duration' };
/** Up to three words before a unit: "3 full working days". */
const MOST_ADJECTIVES = 2;
const MONEY_SIGNS = /^(?:€|\$|£|₽|¥|eur|usd|gbp|chf|r\$|brl|rub|us\$)$/;

/** The quantity that begins at a token, with its unit, range and bound. */
export function readQuantity(reader: Reader, index: number): Mention | undefined {
  const first = readAmount(reader, index);
  if (!first) return undefined;
  const before = moneyBefore(reader, index);
  const firstUnit = readUnit(reader, first.to);
  const second = readRangeEnd(reader, { index, from: firstUnit?.to ?? first.to });
  const unit = before ?? (second ? readUnit(reader, second.to) : firstUnit);
  const high = second ?? first;
  const to = Math.max(high.to, unit?.to ?? 0);
  if (first.inWords && !unit && (first.values[0] ?? 0) <= 1) return undefined;
  const factor = unit?.unit.factor ?? 1;
  const dimension = unit?.unit.dimension ?? 'count';
  const bound = boundBefore(reader, before ? index - 1 : index)?.bound;
  return {
    kind: KINDS[dimension] ?? 'number',
    value: {
      type: 'quantity',
      dimension,
      unit: unit?.unit.unit ?? '',
      low: first.values.map((value) => value * (firstUnit?.unit.factor ?? factor)),
      high: high.values.map((value) => value * factor),
      ...(bound && !second && { bound }),
    },
    from: before ? index - 1 : index,
    to,
    ...(first.inWords && !unit && (first.values[0] ?? 0) <= 3 && { soft: true }),
  };
}

function readAmount(reader: Reader, index: number): Amount | undefined {
  const token = reader.tokens[index];
  if (token?.type === 'number') return readDigits(reader, index);
  return token?.type === 'word' ? readWords(reader, index) : undefined;
}

function readDigits(reader: Reader, index: number): Amount {
  const values = parseNumber(reader.tokens[index]?.text ?? '');
  // "2 million", "5 тыс."
  const scale = numberWord(reader.word(index + 1), reader.language);
  if (scale !== undefined && scale >= 1_000)
    return { values: values.map((value) => value * scale), to: index + 2, inWords: false };
  // "2-х", "1st", "3º"
  let to = index + 1;
  if (/^(?:st|nd|rd|th|º|ª|er|ere|eme)$/.test(reader.word(to))) to++;
  else if (reader.word(to) === '-' && /^(?:х|ти|ми|й|го|ый)$/.test(reader.word(to + 1))) to += 2;
  return { values, to, inWords: false };
}

function readWords(reader: Reader, index: number): Amount | undefined {
  const values: number[] = [];
  let to = index;
  const connector = CONNECTORS[reader.language];
  for (let at = index; values.length < 6; ) {
    const value = numberWord(reader.word(at), reader.language);
    if (value === undefined || combine([...values, value]) === undefined) break;
    values.push(value);
    to = at + 1;
    const joins = reader.word(to) === '-' || (connector !== '' && reader.word(to) === connector);
    at = joins && numberWord(reader.word(to + 1), reader.language) !== undefined ? to + 1 : to;
  }
  const total = values.length > 0 ? combine(values) : undefined;
  return total === undefined ? undefined : { values: [total], to, inWords: true };
}

function readUnit(reader: Reader, start: number): { unit: Unit; to: number } | undefined {
  let at = start;
  if (/^[-‑]$/.test(reader.word(at)) && reader.tokens[at]?.start === reader.tokens[start - 1]?.end) at++;
  let business = false;
  for (let skipped = 0; skipped < MOST_ADJECTIVES; skipped++) {
    if (isBusinessWord(reader.word(at))) business = true;
    else if (!isPlainAdjective(reader.word(at))) break;
    at++;
    if (/^[-‑]$/.test(reader.word(at))) at++;
  }
  const percent = /^(?:per|pour|por)$/.test(reader.word(at)) && /^(?:cent|ciento|cento)$/.test(reader.word(at + 1));
  if (percent) return { unit: { dimension: 'percent', unit: '', factor: 1 }, to: at + 2 };
  const found = unitOf(reader.word(at), reader.language);
  if (!found) return undefined;
  at++;
  if (isBusinessWord(reader.word(at))) {
    business = true;
    at++;
  }
  return { unit: business ? asBusiness(found) : found, to: at };
}

function moneyBefore(reader: Reader, index: number): { unit: Unit; to: number } | undefined {
  const word = reader.word(index - 1);
  const unit = MONEY_SIGNS.test(word)
    ? unitOf(word === '$' && reader.word(index - 2) === 'r' ? 'r$' : word, reader.language)
    : undefined;
  return unit && { unit, to: 0 };
}

function readRangeEnd(reader: Reader, { index, from }: { index: number; from: number }): Amount | undefined {
  const joins = reader.word(from);
  if (!RANGE.has(joins)) return undefined;
  if (LISTS.has(joins) && !BETWEEN.has(reader.word(index - 1)) && !BETWEEN.has(reader.word(index - 2)))
    return undefined;
  let at = from + 1;
  if (MONEY_SIGNS.test(reader.word(at))) at++;
  const end = readAmount(reader, at);
  const low = readAmount(reader, index)?.values[0] ?? 0;
  return end && (end.values[0] ?? 0) >= low ? end : undefined;
}

/** "per month", "monthly": what a price or a limit is for. */
export function readPeriod(reader: Reader, index: number): Mention | undefined {
  const adjective = periodAdjective(reader.word(index));
  if (adjective)
    return { kind: 'duration', value: { type: 'period', unit: adjective }, from: index, to: index + 1, soft: true };
  if (!isPer(reader.word(index))) return undefined;
  const unit = periodUnit(reader.word(index + 1), reader.language);
  if (!unit) return undefined;
  return { kind: 'duration', value: { type: 'period', unit }, from: index, to: index + 2, soft: true };
}
