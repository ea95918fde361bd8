import type { Range } from './usage-report.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The period to compare with: whole months with as many months before, anything else with the same hours as many days
 * before as it touches. So weeks meet weeks, and a day that is not over meets the same part of another one.
 */
export function periodBefore(range: Range): Range {
  const { since, until } = range;
  const months = monthsOf(range);
  if (months !== undefined) return periodFrom(addMonths(since, -months), range);
  const days = Math.ceil((until.getTime() - since.getTime()) / DAY_MS);
  return periodFrom(new Date(since.getTime() - days * DAY_MS), range);
}

/** The period that begins at `start` and is as long as `range`; in months where both are in months. */
export function periodFrom(start: Date, range: Range): Range {
  const months = isMonthStart(start) ? monthsOf(range) : undefined;
  if (months !== undefined) return { since: start, until: addMonths(start, months) };
  return { since: start, until: new Date(start.getTime() + range.until.getTime() - range.since.getTime()) };
}

function monthsOf({ since, until }: Range): number | undefined {
  if (!isMonthStart(since) || !isMonthStart(until)) return undefined;
  return (until.getUTCFullYear() - since.getUTCFullYear()) * 12 + until.getUTCMonth() - since.getUTCMonth();
}

function isMonthStart(at: Date): boolean {
  return at.getUTCDate() === 1 && at.getTime() % DAY_MS === 0;
}

function addMonths(at: Date, months: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
}
