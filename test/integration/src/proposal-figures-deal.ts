import type { PortalHandle, SeedProperties } from '@draftsmith/simulators/hubspot';

/** What a deal's figures must be, by whole numbers alone: shares no line with the code that is measured. */
export interface ExpectedDeal {
  id: string;
  currency: string;
  locale: string;
  /** Decimal strings of each line, in order. */
  lines: readonly { net: string; discount: string; quantity: string; price: string }[];
  /** By rhythm, `once` or as a line item's `every`. */
  totals: ReadonlyMap<string, { net: string; discount: string; gross: string }>;
  /** Of discounts and taxes. */
  percents: readonly string[];
  /** Everything in the deal that has digits and is no amount: names, article numbers, percentages, terms, dates. */
  others: readonly string[];
}

/** As a hardware seller's deals are: few products, round list prices, discounts of every kind. */
const PRODUCTS = [
  'GTX Basic',
  'GTX Pro',
  'MG Special',
  'MG Advanced',
  'GTX Plus Basic',
  'GTK 500',
  'Rollout',
  'Support',
];
const CURRENCIES = [
  ['USD', 2],
  ['EUR', 2],
  ['GBP', 2],
  ['JPY', 0],
] as const;
const LOCALES = [
  ['en', 'en-US'],
  ['de', 'de-DE'],
  ['ru', 'ru-RU'],
  ['fr', 'fr-FR'],
  ['es', 'es-ES'],
  ['pt', 'pt-BR'],
] as const;
export const LOCALE_TAGS = LOCALES.map(([, tag]) => tag);
const RHYTHMS = [
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['annually', 'year'],
] as const;

/** An amount with its scale: 12.50 is 1250 and 2. */
interface Whole {
  units: bigint;
  scale: number;
}

interface Line {
  properties: SeedProperties;
  rhythm: string;
  subtotal: bigint;
  discount: bigint;
  tax: Whole | undefined;
  quantity: string;
  price: string;
}

/** Puts a deal into the account. @param taxRates ids and percentages that the account has */
export function makeFiguresDeal(
  { seed }: PortalHandle,
  random: () => number,
  taxRates: readonly { id: string; percentageRate: string }[],
  number: number,
): ExpectedDeal {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const [currency, digits] = pick(CURRENCIES);
  const [language, locale] = pick(LOCALES);
  const lines = Array.from({ length: 1 + below(8) }, (_, at) => makeLine(at, { below, pick, digits, taxRates }));
  const closedate = `20${30 + below(9)}-0${1 + below(9)}-${10 + below(18)}`;
  const { id } = seed.deal({
    properties: { dealname: `Deal ${number}`, deal_currency_code: currency, closedate },
    contacts: [{ firstname: 'Ann', lastname: 'Example', email: `ann-${number}@example.com`, hs_language: language }],
    companies: [{ name: `Harbor ${number}`, domain: `harbor-${number}.example` }],
    lineItems: lines.map(({ properties }) => properties),
  });
  seed.activity('notes', { hs_note_body: 'They want to replace 12 old switches before the season begins.' }, [
    ['deals', id],
  ]);
  const percents = lines.flatMap(({ properties }) => String(properties.hs_discount_percentage ?? '') || []);
  return {
    ...{ id, currency, locale },
    lines: lines.map(({ subtotal, discount, quantity, price }) => ({
      ...{ net: shown(subtotal - discount, digits), discount: shown(discount, digits), quantity, price },
    })),
    totals: totalsOf(lines, digits),
    percents: [...percents, ...taxRates.map(({ percentageRate }) => percentageRate)],
    others: [
      ...lines.map(({ properties }) => String(properties.name)),
      ...[closedate, `Deal ${number} Harbor ${number}`, `${lines.length}`, '12 24 36'],
    ],
  };
}

interface Choices {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  digits: number;
  taxRates: readonly { id: string; percentageRate: string }[];
}

function makeLine(at: number, { below, pick, digits, taxRates }: Choices): Line {
  const cents = (most: number) =>
    digits === 0 ? '' : `.${String(below(10 ** Math.min(most, digits))).padStart(Math.min(most, digits), '0')}`;
  const price = `${1 + below(9_000)}${cents(2)}`;
  const quantity = String(1 + below(400));
  const subtotal = rounded(times(read(price), read(quantity)), digits);
  const kind = below(4);
  const percent = `${1 + below(60)}${pick(['', '.5', '.25'])}`;
  const off = `0${cents(2)}`;
  const discount =
    kind === 1
      ? rounded({ units: subtotal * read(percent).units, scale: digits + read(percent).scale + 2 }, digits)
      : kind === 2
        ? rounded(times(read(off), read(quantity)), digits)
        : 0n;
  const recurring = below(2) === 0 ? pick(RHYTHMS) : undefined;
  const tax = below(3) > 0 ? pick(taxRates) : undefined;
  return {
    properties: {
      ...{ name: pick(PRODUCTS), price, quantity, hs_position_on_quote: at },
      ...(kind === 1 && { hs_discount_percentage: percent }),
      ...(kind === 2 && { discount: off }),
      ...(tax && { hs_tax_rate_group_id: tax.id }),
      ...(recurring && {
        ...{ recurringbillingfrequency: recurring[0], hs_recurring_billing_period: pick(['P12M', 'P24M', 'P36M']) },
      }),
    },
    ...{ rhythm: recurring?.[1] ?? 'once', subtotal, discount, quantity, price },
    tax: tax && read(tax.percentageRate),
  };
}

function totalsOf(lines: readonly Line[], digits: number): ExpectedDeal['totals'] {
  const totals = new Map<string, { net: string; discount: string; gross: string }>();
  for (const rhythm of new Set(lines.map((line) => line.rhythm))) {
    const own = lines.filter((line) => line.rhythm === rhythm);
    const net = own.reduce((sum, { subtotal, discount }) => sum + subtotal - discount, 0n);
    const discount = own.reduce((sum, line) => sum + line.discount, 0n);
    // Once for each rate.
    const bases = new Map<string, { base: bigint; rate: Whole }>();
    for (const { tax, subtotal, discount: off } of own) {
      if (!tax) continue;
      const key = `${tax.units}/${tax.scale}`;
      bases.set(key, { base: (bases.get(key)?.base ?? 0n) + subtotal - off, rate: tax });
    }
    const taxes = [...bases.values()].map(({ base, rate }) =>
      rounded({ units: base * rate.units, scale: digits + rate.scale + 2 }, digits),
    );
    const gross = taxes.reduce((sum, tax) => sum + tax, net);
    totals.set(rhythm, { net: shown(net, digits), discount: shown(discount, digits), gross: shown(gross, digits) });
  }
  return totals;
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
