import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateCard } from './rate-card.ts';
import { readRateCard } from './read-rate-card.ts';

const ACME = { connector: 'hubspot', account: '100' };

test('each line of a card, with commas or semicolons, in any order of columns', () => {
  expect(readRateCard('SKU,Name,Price,Currency\nA-1,"Desk, oak",12.50,eur\n')).toEqual({
    items: [{ sku: 'A-1', name: 'Desk, oak', price: '12.50', currency: 'EUR', validUntil: null }],
    problems: [],
  });
  const { items } = readRateCard('﻿price;currency;valid until;sku;name\r\n1200;USD;2026-12-31;B;Лицензия\r\n');
  expect(items).toEqual([{ sku: 'B', name: 'Лицензия', price: '1200', currency: 'USD', validUntil: '2026-12-31' }]);
});

test('each wrong line is named with what was expected, and tells no value', () => {
  const csv = [
    'sku,name,price,currency,valid_until',
    'A,Chair,10,EUR,',
    'A,Chair again,11,EUR,',
    'A,Chair,11,USD,',
    ',No number,1,EUR,',
    'B,Comma,"1,5",EUR,',
    'C,Money,1,Euros,',
    'D,Day,1,EUR,2026-02-30',
  ].join('\n');
  const { items, problems } = readRateCard(csv);
  expect(items.map(({ sku, currency }) => [sku, currency])).toEqual([
    ['A', 'EUR'],
    ['A', 'USD'],
  ]);
  expect(problems).toEqual([
    { line: 3, message: 'sku: this article number is there twice in this currency' },
    { line: 5, message: 'sku: expected an article number' },
    { line: 6, message: 'price: expected an amount such as 25000.00' },
    { line: 7, message: 'currency: expected an ISO code such as EUR' },
    { line: 8, message: 'valid_until: expected a day such as 2026-12-31, or nothing' },
  ]);
});

test('the case of an article number makes no second one: line items find their price by either', () => {
  const { items, problems } = readRateCard(
    'sku,name,price,currency\nSCAN-1,A,100,EUR\nscan-1,A,50,EUR\nScan-1,A,50,USD\n',
  );
  expect(items.map(({ sku, price, currency }) => [sku, price, currency])).toEqual([
    ['SCAN-1', '100', 'EUR'],
    ['Scan-1', '50', 'USD'],
  ]);
  expect(problems).toEqual([{ line: 3, message: 'sku: this article number is there twice in this currency' }]);
});

test('whatever is uploaded gives items and problems, or is refused as no such table', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'grapheme' }).map((rest) => `sku,name,price,currency\n${rest}`),
      ),
      (csv) => {
        try {
          const { items } = readRateCard(csv);
          expect(items.every(({ price }) => /^\d+(\.\d+)?$/.test(price))).toBe(true);
        } catch (thrown) {
          expect(thrown).toMatchObject({ kind: 'invalid', code: 'rate-card.invalid' });
        }
      },
    ),
  );
});

test.each(testBackends)('a new card replaces the old one all at once, in its account only (%s)', async (backend) => {
  await using database = await openTestDatabase(backend).then((open) => ({
    ...{ orm: open.orm, [Symbol.asyncDispose]: () => open.close() },
  }));
  const card = createRateCard(database.orm);
  const item = (n: number) => ({ sku: `S${n}`, name: `Item ${n}`, price: '10.50', currency: 'EUR', validUntil: null });
  await card.replace({ ...ACME, account: '200' }, [item(9)]);
  await card.replace(
    ACME,
    Array.from({ length: 1_201 }, (_, n) => item(n)),
  );
  expect(await card.items('hubspot', '100')).toHaveLength(1_201);
  await expect(card.replace(ACME, [item(1)], () => Promise.reject(new Error('not on record')))).rejects.toThrow();
  expect(await card.items('hubspot', '100')).toHaveLength(1_201);
  await card.replace(ACME, [{ ...item(2), validUntil: '2026-12-31' }]);
  expect(await card.items('hubspot', '100')).toEqual([{ ...item(2), validUntil: '2026-12-31' }]);
  expect(await card.items('hubspot', '200')).toEqual([item(9)]);
});
