import type { Fact, FactKind } from '@draftsmith/contracts';
import type { LockTerms } from './terms.ts';

const origin = { kind: 'crm', object: 'deal', id: '1', property: 'any' } as const;

export function aFact(key: string, kind: FactKind, value: string): Fact {
  return { key, kind, value, ...(kind === 'money' && { currency: 'EUR' }), origin };
}

export const FACTS: readonly Fact[] = [
  aFact('customer.name', 'person', 'Anna Sokolova'),
  aFact('customer.company', 'organization', 'Harbor & Pine'),
  aFact('item.1.name', 'product', 'Pilot 24'),
  aFact('item.1.quantity', 'quantity', '40'),
  aFact('item.1.price', 'money', '29.90'),
  aFact('item.2.name', 'product', 'Portal'),
  aFact('item.2.price', 'money', '1450.00'),
  aFact('total.once.net', 'money', '5140.00'),
  aFact('total.month.gross', 'money', '1138.59'),
  aFact('total.month.discount', 'money', '239.20'),
  aFact('proposal.valid_until', 'date', '2026-04-01'),
  aFact('contract.term', 'duration', 'P12M'),
];

export function termsWith(over: Partial<LockTerms> = {}): LockTerms {
  return {
    facts: FACTS,
    sources: [
      { id: 'note:1', text: 'We run 12 warehouses in Rotterdam and pay 500 euros for 3 days. Mr Hollis asked.' },
    ],
    names: { people: ['Anna Sokolova', 'Марина Соколова'], organizations: ['Harbor & Pine'], products: ['Pilot 24'] },
    locale: 'en',
    ...over,
  };
}
