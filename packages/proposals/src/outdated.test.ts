import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsOf } from './gaps.ts';
import { isOutdated, standingOf } from './outdated.ts';
import { aContent, aDeal, NOON } from './testing.ts';

type Item = ReturnType<typeof aDeal>['lineItems'][number];

const pricesOf = (deal = aDeal()) => {
  const { prices } = gapsOf(deal, { rateCard: [], now: NOON });
  if (prices.kind === 'refused') throw new Error('Cannot be priced');
  return prices.table;
};
const content = aContent({ prices: pricesOf() });
const isOld = (changed: Parameters<typeof aDeal>[0], given = content) =>
  isOutdated(given, standingOf(aDeal(changed), NOON));
const first = (changed: Partial<Item>) => ({
  lineItems: aDeal().lineItems.map((item, i) => (i === 0 ? { ...item, ...changed } : item)),
});

test.each<[string, Parameters<typeof aDeal>[0], boolean]>([
  ['nothing', {}, false],
  ['the order, numbers and descriptions of line items', { lineItems: aDeal().lineItems.toReversed() }, false],
  ['the number of a line item', first({ id: '99' }), false],
  ['a description', first({ description: 'With care' }), false],
  ['everything but line items', { revision: 'r9', contacts: [], activities: [], activitiesLeft: 7 }, false],
  ['the same price, written otherwise', first({ price: '234.560' }), false],
  ['a price', first({ price: '234.57' }), true],
  ['a quantity and a price that make the same', first({ quantity: '1', price: '2345.60' }), true],
  ['a discount', first({ discount: { kind: 'percent', percent: '5' } }), true],
  ['a tax', first({ tax: { name: 'VAT', percent: '19' } }), true],
  ['what is sold', first({ name: 'Concept' }), true],
  ['how often it is paid', first({ recurring: { every: 'year' } }), true],
  ['one line item less', { lineItems: aDeal().lineItems.slice(1) }, true],
  ['no line item at all', { lineItems: [] }, true],
  ['a price that cannot be computed', first({ pricing: 'tiered' }), true],
  ['the currency', { deal: { ...aDeal().deal, currency: 'USD' } }, true],
])('%s changed in the deal (%#)', (_, changed, old) => {
  expect(isOld(changed)).toBe(old);
});

test('a name that PostgreSQL cannot store as it is does not make it old', () => {
  const odd = first({ name: 'Half \ud83d of a smile\0' });
  const stored = aContent({ prices: pricesOf(aDeal(first({ name: 'Half \ufffd of a smile' }))) });
  expect(isOld(odd, stored)).toBe(false);
});

test('whatever the prices are, they are not outdated as long as they stay', () => {
  const items = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 99 }), cents: fc.integer({ min: 1, max: 9_999_999 }) }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(items, fc.nat(4), (given, at) => {
      const lineItems = given.map(({ quantity, cents }, i): Item => {
        const price = (cents / 100).toFixed(2);
        return { id: String(i), name: 'x', quantity: String(quantity), price, pricing: 'flat' };
      });
      const stored = aContent({ prices: pricesOf(aDeal({ lineItems })) });
      expect(isOld({ lineItems }, stored)).toBe(false);
      const dearer = lineItems.map((item, i) =>
        i === at % lineItems.length ? { ...item, price: `${item.price}1` } : item,
      );
      expect(isOld({ lineItems: dearer }, stored)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
