import type { Recurrence } from '@draftsmith/contracts';

export type Rhythm = 'once' | Recurrence['every'];

/** From the shortest to the longest; lengths in one of the two units that never mix: weeks and months. */
const LENGTHS = [
  ['week', { weeks: 1 }],
  ['two-weeks', { weeks: 2 }],
  ['month', { months: 1 }],
  ['quarter', { months: 3 }],
  ['half-year', { months: 6 }],
  ['year', { months: 12 }],
  ['two-years', { months: 24 }],
  ['three-years', { months: 36 }],
  ['four-years', { months: 48 }],
  ['five-years', { months: 60 }],
] as const satisfies readonly (readonly [Recurrence['every'], { weeks: number } | { months: number }])[];

export const RHYTHMS: readonly Rhythm[] = ['once', ...LENGTHS.map(([rhythm]) => rhythm)];

/** @returns one period as an ISO 8601 duration: `P6M` for `half-year`, `P2Y` for `two-years` */
export function periodOf(every: Recurrence['every']): string | undefined {
  const length = new Map<string, { weeks: number } | { months: number }>(LENGTHS).get(every);
  if (!length) return undefined;
  if ('weeks' in length) return `P${length.weeks}W`;
  return length.months % 12 === 0 ? `P${length.months / 12}Y` : `P${length.months}M`;
}

/** ISO 8601 duration in its parts, of years, months, weeks and days only. */
export interface Term {
  years: number;
  months: number;
  weeks: number;
  days: number;
}

const TERM = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/;

/** @returns undefined for what is no such duration */
export function readTerm(iso: string): Term | undefined {
  const match = TERM.exec(iso);
  if (!match) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = match.slice(1).map((digits) => Number(digits ?? 0));
  return { years, months, weeks, days };
}

/**
 * How often is paid within a term.
 *
 * @returns undefined unless it is a whole number of periods, 1 or more: what half a period costs is not ours to decide,
 *   and a month is no number of weeks or days
 */
export function periodsIn(iso: string, every: Recurrence['every']): number | undefined {
  const term = readTerm(iso);
  const length = new Map<string, { weeks: number } | { months: number }>(LENGTHS).get(every);
  if (!term || !length) return undefined;
  const months = term.years * 12 + term.months;
  const days = term.weeks * 7 + term.days;
  const periods = 'months' in length ? days === 0 && months / length.months : months === 0 && days / (length.weeks * 7);
  return periods !== false && Number.isInteger(periods) && periods > 0 ? periods : undefined;
}
