import type { Locale } from './locale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Numbers, money and times as people of one language write them. */
export interface Formats {
  number(value: number): string;
  /** `usd` is a decimal string of US dollars; it is never turned into a binary float. */
  cost(usd: string): string;
  /** Milliseconds, in the unit that a person would choose. */
  duration(ms: number): string;
  /** How long ago an ISO-8601 time was, as seen at `now` (ms); older than a day: its date. */
  ago(iso: string, now: number): string;
  dateTime(iso: string): string;
  /** The name of a language from its code; the code itself when there is none. */
  language(code: string): string;
}

export function createFormats(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale);
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return {
    number: (value) => number.format(value),
    cost: (usd) => formatCost(locale, usd),
    duration: (ms) => formatDuration(locale, ms),
    ago(iso, now) {
      const age = now - Date.parse(iso);
      if (age < MINUTE) return relative.format(0, 'second');
      if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
      if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour');
      return day.format(Date.parse(iso));
    },
    dateTime: (iso) => dateTime.format(Date.parse(iso)),
    language(code) {
      try {
        return capitalised(languages.of(code) ?? code, locale);
      } catch {
        // A code that is no language tag at all, as an odd source system may send.
        return code;
      }
    },
  };
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

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function isZero(usd: string): boolean {
  return /^-?0+(\.0+)?$/.test(usd);
}

function isBelowCent(usd: string): boolean {
  return /^-?0+\.00\d*[1-9]/.test(usd);
}

function formatDuration(locale: Locale, ms: number): string {
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      maximumFractionDigits: digits,
    }).format(value);
  if (ms < 1000) return unit(Math.round(ms), 'millisecond');
  if (ms < 9950) return unit(ms / 1000, 'second', 1);
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return unit(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${unit(minutes, 'minute')} ${unit(seconds % 60, 'second')}`;
  return `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`;
}
