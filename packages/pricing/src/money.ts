import { Decimal } from 'decimal.js';
import { currencyDigits } from './currency.ts';

/** 500 products of three figures of 25 digits stay exact; the library's own 20 digits would round silently. */
export const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP });

declare const rounded: unique symbol;

/** An amount that is a whole number of the currency's smallest coin. Only `toMoney` and sums of such make one. */
export type Money = Decimal & { readonly [rounded]: true };

/** Half up, as HubSpot does. */
export function toMoney(exact: Decimal, currency: string): Money {
  return exact.toDecimalPlaces(currencyDigits(currency), Decimal.ROUND_HALF_UP) as Money;
}

export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce<Decimal>((total, each) => total.plus(each), new Exact(0)) as Money;
}

export function minus(from: Money, taken: Money): Money {
  return from.minus(taken) as Money;
}

export function times(amount: Money, count: number): Money {
  return amount.times(count) as Money;
}

/** With as many digits as the currency has. */
export function moneyText(amount: Money, currency: string): string {
  return amount.toFixed(currencyDigits(currency));
}

/** At most 15 digits before and 10 behind the point; a number in exponent form is one too, if it is no larger. */
const FIGURE = /^\d{1,15}(?:\.\d{1,30})?(?:e[+-]?\d{1,2})?$/i;
const LARGEST = new Exact('1e15');
const FINEST_DIGITS = 10;

/** @returns undefined for what is no number, is negative, or is larger or finer than any price */
export function readFigure(text: string): Decimal | undefined {
  if (!FIGURE.test(text)) return undefined;
  const figure = new Exact(text);
  return figure.lt(LARGEST) && figure.decimalPlaces() <= FINEST_DIGITS ? figure : undefined;
}
