import type { Fact, LineItem, PriceTable } from '@draftsmith/contracts';
import { priceTable } from '@draftsmith/pricing';
import { Decimal } from 'decimal.js';

/** A deal as a source system might have it, with everything that its proposal may state. */
export interface MadeDeal {
  items: readonly LineItem[];
  table: PriceTable;
  facts: readonly Fact[];
  language: string;
  /** Digits of the currency. */
  digits: number;
}

export const LANGUAGES = ['en', 'ru', 'de', 'fr', 'es', 'pt'] as const;
const CURRENCIES = [
  ['EUR', 2],
  ['USD', 2],
  ['RUB', 2],
  ['JPY', 0],
  ['KWD', 3],
] as const;
const PRODUCTS = ['StockPilot Pro', 'Rollout', 'Data import', 'Label printer X200', 'Support 24', 'Portal', 'Gateway'];
const COMPANIES = ['Harbor & Pine', 'Вектор Склад', 'Müller Söhne', 'Établissements Roux', 'Nordkap 7', 'Praça Nova'];
const PEOPLE = ['Olivia Bennett', 'Марина Соколова', 'Jörg Brandt', 'Chloé Martin', 'Íñigo Sáez', 'João Prado'];
const RHYTHMS = ['month', 'quarter', 'year', 'two-weeks'] as const;
const RATES = ['19', '7', '20', '5.5'];

const origin = { kind: 'computed', from: [], how: 'made' } as const;

/** The same deal for the same random numbers. */
export function makeDeal(random: () => number): MadeDeal {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const [currency, digits] = pick(CURRENCIES);
  const items = Array.from({ length: 1 + below(6) }, (_, index) =>
    makeItem(String(index + 1), { below, pick, digits }),
  );
  const priced = priceTable(items, { currency });
  if (priced.kind === 'refused') throw new Error('a made deal has a price');
  const day = () =>
    `20${26 + below(4)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const facts: Fact[] = [
    { key: 'customer.company', kind: 'organization', value: pick(COMPANIES), origin },
    { key: 'customer.name', kind: 'person', value: pick(PEOPLE), origin },
    { key: 'proposal.valid_until', kind: 'date', value: day(), origin },
    { key: 'deal.close_date', kind: 'date', value: day(), origin },
    { key: 'contract.term', kind: 'duration', value: `P${1 + below(36)}M`, origin },
    ...figuresOf(priced.table),
  ];
  return { items, table: priced.table, facts, language: pick(LANGUAGES), digits };
}

interface Choices {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  digits: number;
}

function makeItem(id: string, { below, pick, digits }: Choices): LineItem {
  const fraction = (most: number) => {
    const places = below(most + 1);
    return places === 0 ? '' : `.${String(below(10 ** places)).padStart(places, '0')}`;
  };
  const price = `${1 + below(50_000)}${fraction(digits)}`;
  const kind = below(4);
  return {
    ...{ id, name: pick(PRODUCTS), price, pricing: 'flat' },
    quantity: String(1 + below(2_000)),
    ...(kind === 1 && { discount: { kind: 'percent', percent: String(1 + below(60)) } }),
    ...(kind === 2 && { discount: { kind: 'per-unit', amount: `0${fraction(2)}` } }),
    ...(below(3) > 0 && { tax: { name: 'VAT', percent: pick(RATES) } }),
    ...(below(2) === 0 && { recurring: { every: pick(RHYTHMS), term: 'P12M' } }),
  };
}

function figuresOf({ lines, totals, currency }: PriceTable): Fact[] {
  const money = (key: string, value: string): Fact => ({ key, kind: 'money', value, currency, origin });
  return [
    ...lines.flatMap((line, index): Fact[] => {
      const key = `item.${index + 1}`;
      return [
        { key: `${key}.name`, kind: 'product', value: line.name, origin },
        { key: `${key}.quantity`, kind: 'quantity', value: line.quantity, origin },
        money(`${key}.price`, line.price),
        money(`${key}.net`, line.net),
        money(`${key}.discount`, line.discount),
      ];
    }),
    ...totals.flatMap(({ rhythm, net, discount, gross, taxes }) => {
      const key = `total.${rhythm.replaceAll('-', '_')}`;
      const tax = taxes.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
      return [
        money(`${key}.net`, net),
        money(`${key}.discount`, discount),
        money(`${key}.gross`, gross),
        ...(taxes.length > 0 ? [money(`${key}.tax`, tax.toFixed(gross.split('.')[1]?.length ?? 0))] : []),
      ];
    }),
  ];
}
