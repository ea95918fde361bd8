import { NUMBERING, usableLocale } from './locale.ts';

/** Making one takes longer than all that it ever formats in a proposal. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
/** Locales and digits come from outside: without a bound a stranger's would stay for ever. */
const MOST = 500;

export function numbersIn(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, `${locale} ${Object.values(options).join(' ')}`, () => {
    return new Intl.NumberFormat(usableLocale(locale), { ...options, numberingSystem: NUMBERING });
  });
}

/** Long dates by the calendar of business, whatever the locale's own is. */
export function datesIn(locale: string): Intl.DateTimeFormat {
  return kept(dates, locale, () => {
    return new Intl.DateTimeFormat(usableLocale(locale), {
      dateStyle: 'long',
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: NUMBERING,
    });
  });
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (all.size >= MOST) all.clear();
  all.set(key, made);
  return made;
}
