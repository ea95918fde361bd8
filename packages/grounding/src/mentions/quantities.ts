import type { ClaimKind } from '../types.ts';
import type { Bound, Mention } from './mention.ts';
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

/** Whether a folded word can begin a quantity or a period. */
export function startsQuantity(word: string, language: string): boolean {
  return (
    numberWord(word, language) !== undefined ||
    periodAdjective(word) !== undefined ||
    isPer(word) ||
    LISTS.has(word) ||
    ARTICLE.test(word)
  );
}

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
  const bound = boundOf(reader, { index: before ? index - 1 : index, to, dimension });
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

/** "before": behind a duration it makes every last moment a least notice. */
const AHEAD = /^(?:before|prior|ahead|vor|avant|antes|до)$/;

/** "At the latest 14 days before" asks for what "at least 14 days before" does. */
function boundOf(
  reader: Reader,
  { index, to, dimension }: { index: number; to: number; dimension: string },
): Bound | undefined {
  const found = boundBefore(reader, index);
  const isNotice = dimension === 'duration' && AHEAD.test(reader.word(to));
  return isNotice && found?.isLast ? 'min' : found?.bound;
}

const ARTICLE = /^an?$/;

/** "for a week", "within an hour"; "a minute" alone says how often. */
function isOne(reader: Reader, index: number): boolean {
  return (
    reader.language === 'en' &&
    ARTICLE.test(reader.word(index)) &&
    /^(?:for|within|in|after|than|least|about|takes|lasts)$/.test(reader.word(index - 1)) &&
    unitOf(reader.word(index + 1), reader.language)?.dimension === 'duration'
  );
}

function readAmount(reader: Reader, index: number): Amount | undefined {
  const token = reader.tokens[index];
  if (isOne(reader, index)) return { values: [1], to: index + 1, inWords: true };
  if (token?.type === 'number') return readDigits(reader, index);
  return token?.type === 'word' ? readWords(reader, index) : undefined;
}

function readDigits(reader: Reader, index: number): Amount {
  const values = parseNumber(reader.tokens[index]?.text ?? '');
  // "2 million", "5 тыс."
  const scale = numberWord(reader.word(index + 1), reader.language);
  if (scale !== undefined && scale >= 1_000) {
    const shortened = reader.word(index + 2) === '.' && unitOf(reader.word(index + 3), reader.language) !== undefined;
    return { values: values.map((value) => value * scale), to: index + (shortened ? 3 : 2), inWords: false };
  }
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
  if (!end) return undefined;
  const rises = (end.values[0] ?? 0) >= (readAmount(reader, index)?.values[0] ?? 0);
  // "eleven to four days" is wrong, and a range all the same.
  const isWrong = reader.tokens[from]?.type === 'word' && joins.length > 1 && readUnit(reader, end.to) !== undefined;
  return rises || isWrong ? end : undefined;
}

/** "per month", "monthly": what a price or a limit is for. */
export function readPeriod(reader: Reader, index: number): Mention | undefined {
  const adjective = periodAdjective(reader.word(index));
  if (adjective)
    return { kind: 'duration', value: { type: 'period', unit: adjective }, from: index, to: index + 1, soft: true };
  // "per user and month"
  const goesOn = LISTS.has(reader.word(index)) && isPer(reader.word(index - 2));
  if (!goesOn && !isPer(reader.word(index))) return undefined;
  const unit = periodUnit(reader.word(index + 1), reader.language);
  if (!unit) return undefined;
  return { kind: 'duration', value: { type: 'period', unit }, from: index, to: index + 2, soft: true };
}
