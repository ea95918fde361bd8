import { isDoubtful, monthOf, relativeDay, WORKWEEK, weekdayOf } from './calendar-words.ts';
import type { Day, Mention } from './mention.ts';
import { boundBefore, type Reader } from './reader.ts';

const RANGE = new Set([
  '-',
  '–',
  '—',
  'to',
  'through',
  'bis',
  'au',
  'a',
  'ate',
  'по',
  'до',
  'and',
  'und',
  'y',
  'e',
  'et',
]);
const [FIRST_YEAR, LAST_YEAR] = [1990, 2040];

/** Whether a folded word can begin a date. */
export function startsDate(word: string, language: string): boolean {
  return (
    monthOf(word) !== undefined ||
    weekdayOf(word) !== undefined ||
    WORKWEEK.has(word) ||
    relativeDay(word, language) !== undefined
  );
}

/** The date, month, weekday or year that begins at a token. */
export function readDate(reader: Reader, index: number): Mention | undefined {
  const token = reader.tokens[index];
  if (!token) return undefined;
  // "31.13.2026" is nobody's day: it stays a claim that no source can support.
  if (token.type === 'date')
    return dateMention(reader, { from: index, to: index + 1, days: numericDays(token.text, reader.language) });
  if (token.type === 'number') return dayFirst(reader, index) ?? year(reader, index);
  if (token.type !== 'word') return undefined;
  return monthFirst(reader, index) ?? weekday(reader, index) ?? relative(reader, index);
}

function dateMention(reader: Reader, { from, to, days }: { from: number; to: number; days: readonly Day[] }): Mention {
  const bound = boundBefore(reader, from)?.bound;
  return { kind: 'date', value: { type: 'date', days, ...(bound && { bound }) }, from, to };
}

/** @returns every reading that is a day: 03/04/2025 is two in English, which is written on both sides of an ocean. */
export function numericDays(text: string, language: string): readonly Day[] {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return valid([{ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }]);
  const parts = text.split(/[./]/).filter(Boolean).map(Number);
  const [first = 0, second = 0, last] = parts;
  const year = last === undefined ? undefined : last < 100 ? 2000 + last : last;
  const dayFirst = { day: first, month: second, ...(year !== undefined && { year }) };
  const monthFirst = { day: second, month: first, ...(year !== undefined && { year }) };
  return valid(text.includes('/') && language === 'en' ? [monthFirst, dayFirst] : [dayFirst]);
}

function valid(days: readonly Day[]): readonly Day[] {
  return days.filter(({ month = 0, day = 0 }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

/** "12 March 2025", "12. März", "1er mars", "12 de marzo de 2025", "12 марта 2025 г.", "from 3 to 5 May". */
function dayFirst(reader: Reader, index: number): Mention | undefined {
  const day = Number(reader.word(index));
  if (!Number.isInteger(day) || day < 1 || day > 31) return undefined;
  let at = index + 1;
  while (/^(?:\.|st|nd|rd|th|er|º|of|de|do|-)$/.test(reader.word(at)) && at < index + 3) at++;
  const month = reader.tokens[at]?.type === 'word' ? monthOf(reader.word(at)) : undefined;
  if (month === undefined) return undefined;
  const found = yearAt(reader, at + 1);
  return dateMention(reader, {
    from: index,
    to: found.to,
    days: [{ day, month, ...(found.year && { year: found.year }) }],
  });
}

/** "March 12, 2025", "March 2025", "in March". */
function monthFirst(reader: Reader, index: number): Mention | undefined {
  const month = monthOf(reader.word(index));
  if (month === undefined) return undefined;
  let at = index + 1;
  if (reader.word(at) === '.' && reader.tokens[at]?.start === reader.tokens[index]?.end) at++;
  const day = Number(reader.tokens[at]?.type === 'number' ? reader.word(at) : Number.NaN);
  if (Number.isInteger(day) && day >= 1 && day <= 31) {
    let behind = at + 1;
    if (/^(?:st|nd|rd|th)$/.test(reader.word(behind))) behind++;
    const found = yearAt(reader, behind);
    // "May 5 users" is a verb and a count.
    if (reader.word(index) === 'may' && reader.tokens[index]?.text === 'may') return undefined;
    return dateMention(reader, {
      from: index,
      to: found.to,
      days: [{ day, month, ...(found.year && { year: found.year }) }],
    });
  }
  const found = yearAt(reader, at);
  if (found.year) return dateMention(reader, { from: index, to: found.to, days: [{ month, year: found.year }] });
  if (isDoubtful(reader.word(index))) return undefined;
  if (reader.language === 'en' && !/^\p{Lu}/u.test(reader.tokens[index]?.text ?? '')) return undefined;
  return dateMention(reader, { from: index, to: index + 1, days: [{ month }] });
}

function yearAt(reader: Reader, start: number): { year?: number; to: number } {
  let at = start;
  while (/^(?:,|\.|de|of|del|do)$/.test(reader.word(at)) && at < start + 2) at++;
  const year = reader.tokens[at]?.type === 'number' && /^\d{4}$/.test(reader.word(at)) ? Number(reader.word(at)) : 0;
  if (year < FIRST_YEAR || year > LAST_YEAR) return { to: start };
  return { year, to: at + 1 };
}

function year(reader: Reader, index: number): Mention | undefined {
  const found = yearAt(reader, index);
  if (!found.year || found.to !== index + 1) return undefined;
  // "2000 EUR", "2,000 users": only what stands alone, or behind a word that dates.
  const [before, after] = [reader.word(index - 1), reader.word(index + 1)];
  const dated =
    /^(?:in|since|of|from|until|by|year|seit|ab|jahr|jahre|en|de|depuis|annee|desde|ano|em|del|в|с|до|за|для)$/.test(
      before,
    );
  const russian = /^(?:г|год|года|году)$/.test(after);
  const alone = reader.tokens[index + 1]?.type !== 'word' && !/^[€$£%₽]$/.test(after) && !/^[€$£₽]$/.test(before);
  if (!(russian || (dated && alone) || (before === '' && alone))) return undefined;
  return dateMention(reader, { from: index, to: index + (russian ? 2 : 1), days: [{ year: found.year }] });
}

function weekday(reader: Reader, index: number): Mention | undefined {
  const word = reader.word(index);
  if (WORKWEEK.has(word))
    return { kind: 'date', value: { type: 'weekdays', from: 0, to: 4 }, from: index, to: index + 1, soft: true };
  const from = weekdayOf(word);
  if (from === undefined) return undefined;
  const until = weekdayRangeEnd(reader, index);
  if (until)
    return {
      kind: 'date',
      value: { type: 'weekdays', from, to: until.day === from ? from + 7 : until.day },
      from: index,
      to: until.to,
    };
  if (isDoubtful(word) && !(reader.language !== 'en' && reader.word(index + 1) === '-')) {
    const full = /^(?:segunda|terca|quarta|quinta|sexta)$/.test(word) && reader.word(index + 2) === 'feira';
    if (!full) return undefined;
  }
  const to = reader.word(index + 2) === 'feira' ? index + 3 : index + 1;
  return { kind: 'date', value: { type: 'weekdays', from, to: from }, from: index, to };
}

function weekdayRangeEnd(reader: Reader, index: number): { day: number; to: number } | undefined {
  let at = index + 1;
  if (reader.word(at) === '-' && reader.word(at + 1) === 'feira') at += 2;
  if (reader.word(at) === '.') at++;
  if (!RANGE.has(reader.word(at)) || /^(?:and|und|y|e|et)$/.test(reader.word(at))) return undefined;
  at++;
  while (/^(?:le|la|el|o|a|на)$/.test(reader.word(at)) && at < index + 5) at++;
  const day = weekdayOf(reader.word(at));
  if (day === undefined) return undefined;
  return { day, to: reader.word(at + 2) === 'feira' ? at + 3 : at + 1 };
}

function relative(reader: Reader, index: number): Mention | undefined {
  const days = relativeDay(reader.word(index), reader.language);
  if (days === undefined) return undefined;
  return { kind: 'date', value: { type: 'date', days: [{ relative: days }] }, from: index, to: index + 1 };
}
