import type { Fact } from '@draftsmith/contracts';
import { formatFact } from '@draftsmith/pricing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDeal, aLine, LINES, SETTINGS, TODAY, tableOf } from '../testing.ts';
import { collectFacts } from './collect-facts.ts';

function factsOf(deal = aDeal(), more = {}): Map<string, Fact> {
  const prices = tableOf(deal.lineItems);
  const facts = collectFacts({ deal, prices, settings: SETTINGS, date: TODAY, ...more });
  return new Map(facts.map((fact) => [fact.key, fact]));
}

it('has every value with where it stands', () => {
  const facts = factsOf();
  const value = (key: string) => facts.get(key)?.value;
  expect(value('customer.company')).toBe('Kowalski Logistics');
  expect(value('customer.first_name')).toBe('Anna');
  expect(value('proposal.valid_until')).toBe('2026-12-23');
  expect(value('item.1.quantity')).toBe('12');
  expect(value('item.1.net')).toBe('960.00');
  expect(value('item.1.starts_on')).toBe('2027-01-01');
  expect(value('total.month.gross')).toBe('1142.40');
  expect(value('total.once.net')).toBe('2500.00');
  expect(value('contract.term')).toBe('P12M');
  expect(value('contract.total')).toBe('16683.80');
  expect(facts.get('item.1.price')?.origin).toEqual({
    ...{ kind: 'crm', object: 'line_item', id: '1', property: 'price', url: 'https://crm.example/deal/77/items' },
  });
  expect(facts.get('company.name')?.origin).toEqual({ kind: 'settings', name: 'company' });
  expect(facts.get('total.month.net')).toMatchObject({
    currency: 'EUR',
    origin: { kind: 'computed', from: ['item.1.net'] },
  });
});

it('what is computed comes from facts that are there', () => {
  const facts = factsOf();
  for (const { origin } of facts.values())
    for (const key of origin.kind === 'computed' ? origin.from : []) expect([...facts.keys()]).toContain(key);
});

it('what is absent, blank or unreadable gives no fact', () => {
  const deal = aDeal({
    contacts: [{ id: '1', name: ' \u200b', decides: false }],
    deal: { name: 'D', closeDate: 'soon' },
  });
  const { company: _, owner: __, ...without } = deal;
  const facts = factsOf(without);
  for (const key of ['customer.name', 'customer.company', 'owner.name', 'deal.close_date', 'proposal.number'])
    expect(facts.has(key)).toBe(false);
});

it('a company that only the contact names is the customer', () => {
  const { company: _, ...without } = aDeal({
    contacts: [{ id: '1', name: 'Ada', organization: 'Lovelace Ltd', decides: true }],
  });
  expect(factsOf(without).get('customer.company')).toMatchObject({
    value: 'Lovelace Ltd',
    origin: { object: 'contact' },
  });
});

it('the rate card is a source of its own', () => {
  const rateCard = [{ sku: 'WS', name: 'Suite', price: '110', currency: 'EUR', validUntil: null }];
  expect(factsOf(aDeal(), { rateCard }).get('item.1.list_price')).toMatchObject({
    value: '110',
    origin: { kind: 'rate-card', item: 'WS' },
  });
});

describe('whatever the source system holds', () => {
  it('keys are unique and well-formed, and every fact can be shown', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const item = fc.record({ name: text, description: text, sku: text });
    const some = fc.record({ name: text, jobTitle: text, firstName: text });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 5 }),
        fc.array(some, { maxLength: 3 }),
        text,
        (items, contacts, name) => {
          const deal = aDeal({
            lineItems: items.map((each, at) => aLine({ ...LINES[at % 2], ...each, id: String(at) })),
            contacts: contacts.map((each, at) => ({ ...each, id: String(at), decides: false })),
            deal: { name, closeDate: name },
          });
          const facts = [...collectFacts({ deal, prices: tableOf(deal.lineItems), settings: SETTINGS, date: TODAY })];
          expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
          for (const fact of facts) {
            expect(fact.key).toMatch(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/);
            expect(formatFact(fact, 'ru')).not.toMatch(/^\s*$|\n/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
