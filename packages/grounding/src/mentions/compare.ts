import type { Day, MentionValue } from './mention.ts';

/** `apart`: values of kinds that cannot stand in each other's place. */
export type Comparison = 'same' | 'different' | 'apart';

type Quantity = Extract<MentionValue, { type: 'quantity' }>;

/** Whether a source's value says what the draft's says. */
export function compare(draft: MentionValue, source: MentionValue): Comparison {
  if (draft.type === 'quantity' && source.type === 'quantity') return compareQuantities(draft, source);
  if (draft.type === 'date' && source.type === 'date') return compareDates(draft, source);
  if (draft.type === 'weekdays' && source.type === 'weekdays') return compareWeekdays(draft, source);
  if (draft.type === 'time' && source.type === 'time')
    return overlap(draft.minutes, source.minutes) ? 'same' : 'different';
  if (draft.type === 'period' && source.type === 'period') return draft.unit === source.unit ? 'same' : 'different';
  if (draft.type === 'text' && source.type === 'text') return compareTexts(draft, source);
  return compareAcross(draft, source);
}

function overlap(a: readonly number[], b: readonly number[]): boolean {
  return a.some((x) => b.some((y) => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x))));
}

function compareQuantities(draft: Quantity, source: Quantity): Comparison {
  const bare = draft.dimension === 'count' || source.dimension === 'count';
  if (draft.dimension !== source.dimension && !bare) return 'apart';
  if (draft.unit !== source.unit && draft.unit !== '' && source.unit !== '') return 'different';
  // A count is no duration, but a bare "10" may be the price in a table.
  if (draft.dimension !== source.dimension && draft.dimension !== 'money' && source.dimension !== 'money')
    return 'apart';
  if (draft.bound && source.bound && draft.bound !== source.bound) return 'different';
  const sourceIsRange = source.low !== source.high && !overlap(source.low, source.high);
  // Between a price and a bare number only the likeliest readings: "5.000" is no 5.
  if (draft.dimension !== source.dimension) return draft.low[0] === source.low[0] ? 'same' : 'apart';
  if (overlap(draft.low, source.low) && overlap(draft.high, source.high)) return 'same';
  if (sourceIsRange && overlap(draft.low, draft.high)) {
    if (draft.bound === 'max' && overlap(draft.high, source.high)) return 'same';
    if (draft.bound === 'min' && overlap(draft.low, source.low)) return 'same';
  }
  return 'different';
}

function compareDates(
  draft: Extract<MentionValue, { type: 'date' }>,
  source: Extract<MentionValue, { type: 'date' }>,
): Comparison {
  if (draft.bound && source.bound && draft.bound !== source.bound) return 'different';
  return draft.days.some((a) => source.days.some((b) => sameDay(a, b))) ? 'same' : 'different';
}

/** What both name must be equal, and the draft may name no day or month that the source does not. */
function sameDay(draft: Day, source: Day): boolean {
  if (draft.relative !== undefined || source.relative !== undefined) return draft.relative === source.relative;
  const fits = (a: number | undefined, b: number | undefined) => a === undefined || a === b;
  return (
    fits(draft.day, source.day) &&
    fits(draft.month, source.month) &&
    (fits(draft.year, source.year) || (source.year === undefined && draft.month !== undefined))
  );
}

function compareWeekdays(
  draft: Extract<MentionValue, { type: 'weekdays' }>,
  source: Extract<MentionValue, { type: 'weekdays' }>,
): Comparison {
  if (draft.from === source.from && draft.to === source.to) return 'same';
  // "on Tuesdays" of "Monday to Friday" is a day that the source names.
  const single = draft.from === draft.to;
  return single && draft.from >= source.from && draft.from <= source.to ? 'same' : 'different';
}

type Text = Extract<MentionValue, { type: 'text' }>;

function compareTexts(draft: Text, source: Text): Comparison {
  if (draft.dimension !== source.dimension) return draft.text === source.text ? 'same' : 'apart';
  if (draft.text === source.text) return 'same';
  if (draft.dimension === 'phone') {
    const [short, long] = [draft.text, source.text]
      .map((digits) => digits.replace(/^0+/, ''))
      .sort((a, b) => a.length - b.length);
    // The same number with and without its country code.
    if (short && long && short.length >= 7 && long.endsWith(short)) return 'same';
  }
  return 'different';
}

/** Notations that readers may take differently: "18 h" for 18:00, a year for a count, digits for an order number. */
function compareAcross(draft: MentionValue, source: MentionValue): Comparison {
  const [a, b] = [plainNumber(draft), plainNumber(source)];
  if (a === undefined || b === undefined) return 'apart';
  return a === b ? 'same' : 'apart';
}

function plainNumber(value: MentionValue): string | undefined {
  if (value.type === 'text') return /^\d+$/.test(value.text) ? value.text : undefined;
  if (value.type === 'time') return `clock ${(value.minutes[0] ?? 0) * 60}`;
  if (value.type === 'date') {
    const [{ year, month } = {}] = value.days;
    return year !== undefined && month === undefined ? String(year) : undefined;
  }
  if (value.type !== 'quantity') return undefined;
  if (value.dimension === 'duration' && value.unit === 'clock') return `clock ${value.high[0]}`;
  return value.dimension === 'count' ? String(value.low[0]) : undefined;
}
