import type { LineItem, PriceTable } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyDigits, readCurrency } from './currency.ts';
import { Exact } from './money.ts';
import { compareAmounts, priceTable } from './price-table.ts';
import { computableLines, line } from './testing.ts';

function priced(items: readonly LineItem[], currency = 'EUR'): PriceTable {
  const result = priceTable(items, { currency });
  if (result.kind !== 'priced') throw new Error(`refused: ${result.gaps.map((gap) => gap.code).join()}`);
  return result.table;
}

function refusals(items: readonly LineItem[], currency?: string): string[] {
  const result = priceTable(items, currency === undefined ? {} : { currency });
  return result.kind === 'refused' ? result.gaps.map((gap) => gap.code) : [];
}

describe('as HubSpot computes', () => {
  it.each([
    [
      'a percentage applies to the line',
      { quantity: '10', price: '234.56', discount: { kind: 'percent', percent: '20' } },
      '2345.60',
      '469.12',
      '1876.48',
    ],
    [
      'an amount per unit is multiplied',
      { quantity: '3', price: '19.99', discount: { kind: 'per-unit', amount: '0.335' } },
      '59.97',
      '1.01',
      '58.96',
    ],
    ['halves go up', { quantity: '1', price: '0.125' }, '0.13', '0.00', '0.13'],
    ['binary floating point would say 1.00', { quantity: '1', price: '1.005' }, '1.01', '0.00', '1.01'],
    ['prices finer than a coin', { quantity: '12500', price: '0.0042' }, '52.50', '0.00', '52.50'],
    [
      'all of it',
      { quantity: '2', price: '50', discount: { kind: 'per-unit', amount: '50.00' } },
      '100.00',
      '100.00',
      '0.00',
    ],
    ['exponents as some exports write them', { quantity: '1E+1', price: '2.5e2' }, '2500.00', '0.00', '2500.00'],
  ] as const)('%s', (_, item, subtotal, discount, net) => {
    expect(priced([line(item)]).lines[0]).toMatchObject({ subtotal, discount, net });
  });

  it.each([
    ['JPY', '1001'],
    ['KWD', '1000.500'],
    ['HUF', '1000.50'],
    ['CLF', '1000.5000'],
  ])('%s has its own digits', (currency, net) => {
    expect(priced([line({ price: '1000.5' })], currency).totals[0]?.net).toBe(net);
  });

  it('keeps what is paid once, monthly and yearly apart, and taxes each rate once', () => {
    const table = priced([
      line({ id: '1', price: '0.99', tax: { name: 'VAT', percent: '19' } }),
      line({ id: '2', price: '0.99', tax: { name: 'VAT', percent: '19.0' } }),
      line({ id: '3', price: '10', recurring: { every: 'year', term: 'P3Y' } }),
      line({ id: '4', price: '10.01', recurring: { every: 'month', term: 'P1Y' }, tax: { name: 'VAT', percent: '7' } }),
    ]);
    expect(table.totals.map(({ rhythm, net, gross }) => [rhythm, net, gross])).toEqual([
      ['once', '1.98', '2.36'],
      ['month', '10.01', '10.71'],
      ['year', '10.00', '10.00'],
    ]);
    // One by one the lines would make 0.38 as well; 1.98 × 19 % is 0.3762.
    expect(table.totals[0]?.taxes).toEqual([{ name: 'VAT', percent: '19', amount: '0.38' }]);
    expect(table.contractTotal).toBe('160.88');
  });
});

describe('over the agreed terms', () => {
  it.each([
    ['month', 'P12M', '1200.00'],
    ['month', 'P1Y', '1200.00'],
    ['week', 'P2W', '200.00'],
    ['week', 'P14D', '200.00'],
    ['quarter', 'P1Y6M', '600.00'],
    ['five-years', 'P10Y', '200.00'],
    ['quarter', 'P4M', undefined],
    ['year', 'P365D', undefined],
    ['week', 'P1M', undefined],
    ['month', 'P0M', undefined],
    ['month', 'P', undefined],
    ['month', '12', undefined],
    ['month', undefined, undefined],
  ] as const)('%s for %s', (every, term, total) => {
    expect(priced([line({ recurring: term === undefined ? { every } : { every, term } })]).contractTotal).toBe(total);
  });

  it('lines of one rhythm may end at different times', () => {
    const items = [
      line({ id: '1', price: '10', recurring: { every: 'month', term: 'P12M' } }),
      line({ id: '2', price: '1', recurring: { every: 'month', term: 'P36M' } }),
    ];
    expect(priced(items).contractTotal).toBe('156.00');
  });
});

describe('refuses', () => {
  it.each([
    ['nothing to price', [], 'EUR', ['no-line-items']],
    ['no currency', [line()], undefined, ['no-currency']],
    ['what is no currency', [line()], 'XYZ', ['no-currency']],
    ['two currencies', [line({ currency: 'EUR' }), line({ currency: 'USD' })], undefined, ['mixed-currencies']],
    ['another one than the deal has', [line({ currency: 'USD' })], 'EUR', ['mixed-currencies']],
    ['tiers', [line({ pricing: 'tiered' })], 'EUR', ['tiered-price']],
    [
      'all that is wrong at once',
      [line({ quantity: '0' }), line({ pricing: 'tiered' }), line({ price: '' })],
      'EUR',
      ['bad-number', 'tiered-price', 'bad-number'],
    ],
    ['a catalogue', Array.from({ length: 501 }, () => line()), 'EUR', ['too-many-lines']],
  ])('%s', (_, items, currency, codes) => {
    expect(refusals(items, currency)).toEqual(codes);
  });

  it.each([
    { quantity: '-1' },
    { quantity: 'NaN' },
    { quantity: '1,5' },
    { price: '-0.01' },
    { price: 'Infinity' },
    { price: '0x10' },
    { price: ' 1' },
    { price: '1e16' },
    { price: '0.00000000001' },
    { price: '9'.repeat(400) },
    { discount: { kind: 'percent', percent: '100.01' } },
    { discount: { kind: 'percent', percent: '-5' } },
    { discount: { kind: 'per-unit', amount: '100.01' } },
    { discount: { kind: 'per-unit', amount: 'ten' } },
    { tax: { name: 'VAT', percent: '101' } },
    { tax: { name: 'VAT', percent: '' } },
    { recurring: { every: 'fortnight' } },
  ] as Partial<LineItem>[])('%j', (over) => {
    expect(refusals([line(over)], 'EUR')).toEqual(['bad-number']);
  });

  it('99 lines are nothing special', () => {
    expect(priced(Array.from({ length: 99 }, (_, index) => line({ id: String(index) }))).totals[0]?.gross).toBe(
      '9900.00',
    );
  });

  it('never throws, whatever the fields hold', () => {
    const any = fc.oneof(fc.string(), fc.constantFrom('1e99', '1e-99', '٣', '1_000', '__proto__', '1'.repeat(99)));
    const item = fc.record({ quantity: any, price: any, percent: any, currency: any, term: any });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), any, (items, currency) => {
        const lines = items.map(({ percent, term, ...over }) =>
          line({ ...over, discount: { kind: 'percent', percent }, recurring: { every: 'month', term } }),
        );
        const result = priceTable(lines, { currency });
        expect(result.kind === 'priced' || result.gaps.length > 0).toBe(true);
      }),
    );
  });
});

describe('compared with the source system', () => {
  const items = [line({ id: '1', name: 'Same', amount: '100.000' }), line({ id: '2', name: 'Other', amount: '99.99' })];

  it('names the lines that differ', () => {
    expect(compareAmounts(priced(items), [...items, line({ id: '3' })])).toEqual([
      { code: 'amount-differs', severity: 'warns', subject: 'Other' },
    ]);
  });
});

describe('whatever the deal', () => {
  const currencies = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'HUF');

  it('gives what whole numbers give', () => {
    fc.assert(
      fc.property(computableLines, currencies, (items, currency) => {
        const table = priced(items, currency);
        expect(table.lines.map((each) => [each.subtotal, each.discount, each.net])).toEqual(
          items.map((item) => inCoins(item, currencyDigits(currency))),
        );
      }),
    );
  });

  it('totals are the sums of their lines, and taxes those of their rate', () => {
    fc.assert(
      fc.property(computableLines, currencies, (items, currency) => {
        const table = priced(items, currency);
        const add = (amounts: string[]) =>
          amounts.reduce((total, each) => total.plus(each), new Exact(0)).toFixed(currencyDigits(currency));
        for (const total of table.totals) {
          const lines = table.lines.filter((each) => (each.recurring?.every ?? 'once') === total.rhythm);
          expect(lines.length).toBeGreaterThan(0);
          expect(total.subtotal).toBe(add(lines.map((each) => each.subtotal)));
          expect(total.discount).toBe(add(lines.map((each) => each.discount)));
          expect(total.net).toBe(add(lines.map((each) => each.net)));
          expect(total.gross).toBe(add([total.net, ...total.taxes.map((tax) => tax.amount)]));
          for (const tax of total.taxes) {
            const nets = lines.filter((each) => each.tax?.name === tax.name && each.tax.percent === tax.percent);
            const owed = new Exact(add(nets.map((each) => each.net))).times(tax.percent).div(100);
            expect(
              new Exact(tax.amount)
                .minus(owed)
                .abs()
                .times(2)
                .lte(new Exact(10).pow(-currencyDigits(currency))),
            ).toBe(true);
          }
          const taxed = new Set(lines.flatMap((each) => (each.tax ? [`${each.tax.name} ${each.tax.percent}`] : [])));
          expect(total.taxes.map((tax) => `${tax.name} ${tax.percent}`).sort()).toEqual([...taxed].sort());
        }
        expect(
          table.totals.reduce(
            (count, { rhythm }) =>
              count + table.lines.filter((each) => (each.recurring?.every ?? 'once') === rhythm).length,
            0,
          ),
        ).toBe(items.length);
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    const shuffled = computableLines.chain((items) =>
      fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
    );
    fc.assert(
      fc.property(shuffled, ([items, others]) => {
        const { lines, ...sums } = priced(items);
        const { lines: otherLines, ...otherSums } = priced(others);
        expect(otherSums).toEqual(sums);
        expect(new Set(otherLines)).toEqual(new Set(lines));
      }),
    );
  });

  it('what a year costs is twelve times the month, taxed', () => {
    fc.assert(
      fc.property(computableLines, (items) => {
        const table = priced(items.map((item) => ({ ...item, recurring: { every: 'month', term: 'P12M' } })));
        expect(table.contractTotal).toBe(new Exact(table.totals[0]?.gross ?? '').times(12).toFixed(2));
      }),
    );
  });
});

/** The same line in whole numbers, without any library. */
function inCoins(item: LineItem, digits: number): [string, string, string] {
  const scaled = (text: string) => {
    const [whole = '', part = ''] = text.split('.');
    return { units: BigInt(whole + part), scale: BigInt(part.length) };
  };
  const round = (units: bigint, scale: bigint) => {
    const more = scale - BigInt(digits);
    return more <= 0n ? units * 10n ** -more : (units + 5n * 10n ** (more - 1n)) / 10n ** more;
  };
  const shown = (coins: bigint) => {
    const text = String(coins).padStart(digits + 1, '0');
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  };
  const quantity = scaled(item.quantity);
  const price = scaled(item.price);
  const subtotal = round(quantity.units * price.units, quantity.scale + price.scale);
  let off = 0n;
  if (item.discount?.kind === 'percent') {
    const percent = scaled(item.discount.percent);
    off = round(subtotal * percent.units, BigInt(digits) + percent.scale + 2n);
  } else if (item.discount) {
    const amount = scaled(item.discount.amount);
    off = round(quantity.units * amount.units, quantity.scale + amount.scale);
  }
  return [shown(subtotal), shown(off), shown(subtotal - off)];
}

describe('currencies', () => {
  it('have the digits that Intl gives, except where that follows everyday use', () => {
    const everyday = Intl.supportedValuesOf('currency').filter((currency) => {
      const used = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
      return used !== undefined && used > currencyDigits(currency);
    });
    expect(everyday).toEqual([]);
  });

  it.each([
    ['eur', 'EUR'],
    [' USD ', 'USD'],
    ['', undefined],
    ['EURO', undefined],
    [undefined, undefined],
  ])('%j is %s', (code, read) => {
    expect(readCurrency(code)).toBe(read);
  });
});
