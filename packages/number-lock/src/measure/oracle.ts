import type { LineItem } from '@draftsmith/contracts';

/** What a deal's figures must be, by whole numbers alone: shares no line with the code that is measured. */
interface Whole {
  units: bigint;
  scale: number;
}

function read(text: string): Whole {
  const [whole = '0', part = ''] = text.split('.');
  return { units: BigInt(whole + part), scale: part.length };
}

function times(a: Whole, b: Whole): Whole {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Half up, to a number of digits. */
function rounded({ units, scale }: Whole, digits: number): bigint {
  if (scale <= digits) return units * 10n ** BigInt(digits - scale);
  const step = 10n ** BigInt(scale - digits);
  return (units + step / 2n) / step;
}

function shown(coins: bigint, digits: number): string {
  const text = coins.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Decimal strings by the keys of the facts. @param digits of the currency */
export function expectedFigures(items: readonly LineItem[], digits: number): ReadonlyMap<string, string> {
  const figures = new Map<string, string>();
  const totals = new Map<string, { net: bigint; discount: bigint; rates: Map<string, bigint> }>();
  for (const [index, item] of items.entries()) {
    const [price, quantity] = [read(item.price), read(item.quantity)];
    const subtotal = rounded(times(price, quantity), digits);
    const off = discountOf(item, subtotal, digits);
    figures.set(`item.${index + 1}.quantity`, item.quantity);
    figures.set(`item.${index + 1}.net`, shown(subtotal - off, digits));
    figures.set(`item.${index + 1}.discount`, shown(off, digits));
    const rhythm = (item.recurring?.every ?? 'once').replaceAll('-', '_');
    const total = totals.get(rhythm) ?? { net: 0n, discount: 0n, rates: new Map() };
    total.net += subtotal - off;
    total.discount += off;
    if (item.tax) total.rates.set(item.tax.percent, (total.rates.get(item.tax.percent) ?? 0n) + subtotal - off);
    totals.set(rhythm, total);
  }
  for (const [rhythm, { net, discount, rates }] of totals) {
    let tax = 0n;
    for (const [percent, base] of rates) {
      const share = read(percent);
      tax += rounded({ units: base * share.units, scale: digits + share.scale + 2 }, digits);
    }
    figures.set(`total.${rhythm}.net`, shown(net, digits));
    figures.set(`total.${rhythm}.discount`, shown(discount, digits));
    figures.set(`total.${rhythm}.gross`, shown(net + tax, digits));
  }
  return figures;
}

function discountOf({ discount, quantity }: LineItem, subtotal: bigint, digits: number): bigint {
  if (!discount) return 0n;
  if (discount.kind === 'per-unit') return rounded(times(read(discount.amount), read(quantity)), digits);
  const percent = read(discount.percent);
  return rounded({ units: subtotal * percent.units, scale: digits + percent.scale + 2 }, digits);
}

const DECIMAL: Readonly<Record<string, string>> = { en: '.', ru: ',', de: ',', fr: ',', es: ',', pt: ',' };

/** Whether a text that people read is a decimal string's value, in the language's notation; a sign or another digit is not. */
export function readsAs(text: string, value: string, language: string): boolean {
  const body = text.replace(/[^\d.,\u00a0\u202f’ ]/gu, '').trim();
  const [whole = '', part = ''] = value.split('.');
  const at = part === '' ? body.length : body.lastIndexOf(DECIMAL[language] ?? '.');
  const groups = body.slice(0, at).replace(/[.,\u00a0\u202f’ ]/gu, '');
  return !/[-−(]/u.test(text) && groups === whole && body.slice(at + 1) === part;
}

const MONTHS: Readonly<Record<string, string>> = {
  en: 'January February March April May June July August September October November December',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
};

/** Whether a text names the day of a YYYY-MM-DD. */
export function readsAsDay(text: string, day: string, language: string): boolean {
  const [year, month, date] = day.split('-').map(Number);
  const name = (MONTHS[language] ?? '').split(' ')[(month ?? 1) - 1] ?? '';
  const figures = (text.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
  return figures.join() === [date, year].join() && text.split(/[\s.,]+/u).includes(name);
}
