import type { RateCardItem } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { cardChanges } from './changes.ts';
import { rateCardCsv, utf8Of } from './csv.ts';

const item = (part: Partial<RateCardItem>): RateCardItem => ({
  ...{ sku: 'EMB-1', name: 'Ember', price: '10.50', currency: 'EUR', validUntil: null },
  ...part,
});

test('what a new card changes is counted by article and currency', () => {
  const from = [item({}), item({ currency: 'USD' }), item({ sku: 'OLD' }), item({ sku: 'SAME', price: '7.00' })];
  const to = [
    item({ price: '11' }),
    item({ currency: 'USD', price: '10.5' }),
    item({ sku: 'NEW' }),
    item({ sku: 'SAME', price: '7' }),
  ];
  expect(cardChanges(from, to)).toEqual({ added: 1, removed: 1, changed: 1, same: 2 });
  expect(cardChanges(from, from)).toEqual({ added: 0, removed: 0, changed: 0, same: 4 });
  expect(cardChanges(from, [])).toEqual({ added: 0, removed: 4, changed: 0, same: 0 });
});

test('a day or a name that differs is a change', () => {
  expect(cardChanges([item({})], [item({ validUntil: '2026-12-31' })]).changed).toBe(1);
  expect(cardChanges([item({})], [item({ name: 'Ember 2' })]).changed).toBe(1);
});

test('a downloaded card has what is needed to upload it again', () => {
  const csv = rateCardCsv([item({ name: 'Lamp, 3" "long"', validUntil: '2026-12-31' }), item({ sku: ' A;1 ' })]);
  expect(csv).toBe(
    [
      'sku,name,price,currency,valid_until',
      'EMB-1,"Lamp, 3"" ""long""",10.50,EUR,2026-12-31',
      '" A;1 ",Ember,10.50,EUR,',
      '',
    ].join('\r\n'),
  );
  expect(rateCardCsv([])).toBe('sku,name,price,currency,valid_until\r\n');
});

test('letters of another encoding are refused, not mangled', () => {
  const bytes = (...given: number[]) => new Uint8Array(given).buffer;
  expect(utf8Of(bytes(0xef, 0xbb, 0xbf, 0x73))).toBe('s');
  expect(utf8Of(new TextEncoder().encode('Лампа').buffer)).toBe('Лампа');
  expect(utf8Of(bytes(0xcb, 0xe0, 0xec))).toBeNull();
  expect(utf8Of(bytes(0x73, 0, 0x6b, 0))).toBeNull();
});
