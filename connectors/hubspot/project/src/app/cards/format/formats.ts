import type { Messages } from '../i18n/en.ts';

/** Writes what the server gives in a person's own way. What cannot be read is shown as it came, never as an error. */
export interface Formats {
  /** ISO-8601 to day and time. */
  moment(iso: string): string;
  /** ISO-8601 or YYYY-MM-DD to a day. */
  day(iso: string): string;
  /** BCP 47 to its name. */
  language(tag: string): string;
}

export function formatsOf(locale: string, timeZone?: string): Formats {
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  // A day has no time zone: as an instant it would be the day before, west of Greenwich.
  const plainDays = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return {
    moment: (iso) => orAsItCame(iso, () => moments.format(new Date(iso))),
    day: (iso) => orAsItCame(iso, () => (iso.length === 10 ? plainDays : days).format(new Date(iso))),
    language: (tag) => orAsItCame(tag, () => capital(names.of(tag) ?? tag, locale)),
  };
}

/**
 * A decimal string as money, without ever becoming a binary floating point number: `format` reads strings exactly.
 *
 * @param locale of the proposal, so that a figure looks here as it does in the document
 */
export function money(value: string, currency: string, locale: string): string {
  const digits = value.split('.')[1]?.length ?? 0;
  return orAsItCame(`${value} ${currency}`, () =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(exact(value)),
  );
}

/** A decimal string with all its digits. */
export function decimal(value: string, locale: string): string {
  return orAsItCame(value, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(exact(value)));
}

/** A decimal string of percent: `20%` or `20 %`, as the language has it. */
export function percent(value: string, locale: string): string {
  const options = { style: 'unit', unit: 'percent', maximumFractionDigits: 20 } as const;
  return orAsItCame(`${value} %`, () => new Intl.NumberFormat(locale, options).format(exact(value)));
}

/** An ISO 8601 duration of whole years, months, weeks and days, as `2 years 6 months`. */
export function duration(iso: string, m: Messages['prices']): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(iso);
  const said = [m.years, m.months, m.weeks, m.days].flatMap((counted, at) => {
    const count = parts?.[at + 1];
    return count === undefined ? [] : [counted(Number(count))];
  });
  return said.length > 0 ? said.join(' ') : iso;
}

function exact(value: string): Intl.StringNumericLiteral {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new RangeError('no decimal');
  return value as Intl.StringNumericLiteral;
}

function capital(name: string, locale: string): string {
  return name.slice(0, 1).toLocaleUpperCase(locale) + name.slice(1);
}

function orAsItCame(given: string, write: () => string): string {
  try {
    return write();
  } catch {
    return given;
  }
}
