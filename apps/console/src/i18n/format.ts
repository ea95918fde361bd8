import type { Locale } from './locale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers, money and times as people of one language write them. */
export interface Formats {
  number(value: number): string;
  /** A share of 1 as whole percent. */
  percent(share: number): string;
  /** `usd` is a decimal string of US dollars; it is never turned into a binary float. */
  cost(usd: string): string;
  /** Milliseconds, in the unit that a person would choose. */
  duration(ms: number): string;
  /** The same without the seconds, for what people wait for. */
  wait(ms: number): string;
  /** How long ago an ISO-8601 time was, as seen at `now` (ms); older than a day: its date. */
  ago(iso: string, now: number): string;
  dateTime(iso: string): string;
  date(iso: string): string;
  /** The day of a time, short. */
  shortDate(iso: string): string;
  /** A calendar day, `YYYY-MM-DD`, wherever one is. */
  day(day: string): string;
  /** A decimal string in an ISO 4217 currency; it is never turned into a binary float. */
  money(amount: string, currency: string): string;
  /** "a, b and c". */
  list(parts: readonly string[]): string;
  /** The name of a language from its code; the code itself when there is none. */
  language(code: string): string;
  /** The name of a country from its ISO 3166-1 code. */
  country(code: string): string;
}

/** The platform's own word is "now", which reads badly of what is over: "last read now". */
const JUST_NOW: Record<Locale, string> = { en: 'just now', ru: 'только что' };

export function createFormats(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const shortDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    cost: (usd) => formatCost(locale, usd),
    duration: (ms) => formatDuration(locale, ms),
    wait: (ms) => formatWait(locale, ms),
    ago(iso, now) {
      const age = now - Date.parse(iso);
      if (age < MINUTE) return JUST_NOW[locale];
      if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
      if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour');
      return day.format(Date.parse(iso));
    },
    dateTime: (iso) => dateTime.format(Date.parse(iso)),
    date: (iso) => date.format(Date.parse(iso)),
    shortDate: (iso) => shortDate.format(Date.parse(iso)),
    day: (given) => calendar.format(Date.parse(given)),
    money: (amount, currency) => formatMoney(locale, amount, currency),
    list: (parts) => list.format(parts),
    language: (code) => nameOf(languages, code, (name) => capitalised(name, locale)),
    country: (code) => nameOf(countries, code),
  };
}

/** The code itself where it is none at all, as an odd source system may send. */
function nameOf(names: Intl.DisplayNames, code: string, shown = (name: string) => name): string {
  try {
    return shown(names.of(code) ?? code);
  } catch {
    return code;
  }
}

/** Russian writes language names small within a sentence; here they stand alone. */
function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** Cents are too coarse for one draft: below a cent, two significant digits instead of two decimals. */
function formatCost(locale: Locale, usd: string): string {
  const currency = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
  if (!isDecimal(usd)) return usd;
  const digits = isBelowCent(usd)
    ? { maximumSignificantDigits: 2 }
    : { minimumFractionDigits: 2, maximumFractionDigits: isZero(usd) ? 2 : 4 };
  return new Intl.NumberFormat(locale, { ...currency, ...digits }).format(usd);
}

/** A price below a cent keeps all of its digits; the symbol tells US dollars from Canadian ones. */
function formatMoney(locale: Locale, amount: string, currency: string): string {
  if (!isDecimal(amount)) return `${amount} ${currency}`;
  const usual = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const { minimumFractionDigits = 0, maximumFractionDigits = 0 } = usual.resolvedOptions();
  const given = amount.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (given <= maximumFractionDigits) return usual.format(amount);
  return new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency },
    ...{ minimumFractionDigits, maximumFractionDigits: given },
  }).format(amount);
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function isZero(usd: string): boolean {
  return /^-?0+(\.0+)?$/.test(usd);
}

function isBelowCent(usd: string): boolean {
  return /^-?0+\.00\d*[1-9]/.test(usd);
}

function unitsOf(locale: Locale) {
  return (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      maximumFractionDigits: digits,
    }).format(value);
}

function formatWait(locale: Locale, ms: number): string {
  const unit = unitsOf(locale);
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return formatDuration(locale, ms);
  if (ms >= 2 * DAY) return unit(ms / DAY, 'day', 1);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && unit(hours, 'hour'), rest && unit(rest, 'minute')].filter(Boolean).join(' ');
}

function formatDuration(locale: Locale, ms: number): string {
  const unit = unitsOf(locale);
  if (ms < 1000) return unit(Math.round(ms), 'millisecond');
  if (ms < 9950) return unit(ms / 1000, 'second', 1);
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${unit(minutes, 'minute')} ${unit(seconds % 60, 'second')}`;
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}
