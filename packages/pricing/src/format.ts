import type { Fact } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { currencyDigits } from './currency.ts';
import { datesIn, numbersIn } from './formatters.ts';
import { usableLocale } from './locale.ts';
import { Exact, readFigure } from './money.ts';
import { readTerm } from './rhythm.ts';

/**
 * Decimal strings go to `Intl` as strings: it formats them exactly, where a number would already have lost digits.
 *
 * @param value decimal string; a minus is allowed
 * @param currency ISO 4217; never fewer digits than it has, and more where the value has more
 * @throws AppError `invalid` when it is no decimal string; so do the others for theirs
 */
export function formatMoney(value: string, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  return format(plain(value), locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, digitsOf(value)),
  });
}

export function formatQuantity(value: string, locale: string): string {
  return format(plain(value), locale, { maximumFractionDigits: digitsOf(value) });
}

/** @param value `20` for twenty percent */
export function formatPercent(value: string, locale: string): string {
  return format(new Exact(plain(value)).div(100).toFixed(), locale, {
    style: 'percent',
    maximumFractionDigits: digitsOf(value),
  });
}

/** @param iso YYYY-MM-DD; by the calendar of business whatever the locale's own is */
export function formatDate(iso: string, locale: string): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) throw unreadable('date');
  return datesIn(locale).format(date);
}

/** @param iso ISO 8601 of years, months, weeks and days: `P12M` is "12 months" */
export function formatDuration(iso: string, locale: string): string {
  const term = readTerm(iso);
  if (!term) throw unreadable('duration');
  const parts = (['years', 'months', 'weeks', 'days'] as const)
    .filter((unit) => term[unit] > 0)
    .map((unit) => format(String(term[unit]), locale, { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' }));
  if (parts.length === 0) throw unreadable('duration');
  return new Intl.ListFormat(usableLocale(locale), { type: 'unit', style: 'long' }).format(parts);
}

/** What a slot shows. */
export function formatFact(fact: Fact, locale: string): string {
  switch (fact.kind) {
    case 'money':
      if (fact.currency === undefined) throw unreadable('amount');
      return formatMoney(fact.value, fact.currency, locale);
    case 'quantity':
      return formatQuantity(fact.value, locale);
    case 'percent':
      return formatPercent(fact.value, locale);
    case 'date':
      return formatDate(fact.value, locale);
    case 'duration':
      return formatDuration(fact.value, locale);
    default:
      return fact.value;
  }
}

/** @param value plain decimal string */
function format(value: string, locale: string, options: Intl.NumberFormatOptions): string {
  return numbersIn(locale, options).format(value as Intl.StringNumericLiteral);
}

function digitsOf(value: string): number {
  return new Exact(plain(value)).decimalPlaces();
}

function plain(value: string): string {
  const figure = readFigure(value.replace(/^-/, ''));
  if (!figure) throw unreadable('number');
  return `${value.startsWith('-') ? '-' : ''}${figure.toFixed()}`;
}

function unreadable(what: string): AppError {
  return new AppError('invalid', `A fact of the proposal holds no readable ${what}`, { code: 'fact.unreadable' });
}
