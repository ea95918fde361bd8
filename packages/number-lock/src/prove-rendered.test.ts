import type { RenderedSection } from '@draftsmith/contracts';
import { describe, expect, it, test } from 'vitest';
import { proveRendered } from './prove-rendered.ts';
import { aFact, FACTS, termsWith } from './testing.ts';

function prove(
  text: string,
  writtenBy: RenderedSection['writtenBy'] = 'model',
  over: Parameters<typeof termsWith>[0] = {},
) {
  const section: RenderedSection = {
    kind: 'pricing',
    title: 'Prices',
    paragraphs: [{ text, sources: ['note:1'] }],
    writtenBy,
  };
  return proveRendered([section], termsWith(over));
}

describe('proves', () => {
  test.each([
    'You pay €5,140.00.',
    'You pay €1,138.59 per month, valid until April 1, 2026.',
    'Pilot 24 for 40 users at €29.90 per user.',
    'Harbor & Pine runs 12 warehouses.',
  ])('%s', (text) => {
    expect(prove(text)).toEqual([]);
  });
});

describe('finds', () => {
  test.each([
    'You pay €5,140.01.',
    'You pay €15,140.00.',
    'You pay €5,140.000.',
    'You pay -€5,140.00.',
    'You pay €5,140.00 per month.',
    'You pay €5,140.00 thousand.',
    'Valid until April 1, 2027.',
    'Valid until April 11, 2026.',
    'For 400 users.',
    'For {{item.1.quantity}} users.',
  ])('%s', (text) => {
    expect(prove(text).length).toBeGreaterThan(0);
  });
});

it('reads the words of templates and people for figures alone', () => {
  expect(prove('Zorblatt bills weekly and offers a discount.', 'template')).toEqual([]);
  expect(prove('Payable within 30 days.', 'template').map(({ code }) => code)).toEqual(['duration']);
  expect(prove('Payable within 30 days.', 'person')).toMatchObject([{ writtenBy: 'person', section: 0, paragraph: 0 }]);
});

it('knows the company’s own text by its lines and between its slots', () => {
  const allowed = ['Payable within 30 days of {{proposal.date}}, in full.\nInterest is 9 % a year.'];
  expect(prove('Payable within 30 days of April 1, 2026, in full.', 'template', { allowed })).toEqual([]);
  expect(prove('Interest is 9 % a year.', 'template', { allowed })).toEqual([]);
  expect(prove('Interest is 19 % a year.', 'template', { allowed })).not.toEqual([]);
});

describe('the company’s own text', () => {
  const allowed = ['- Payable within 30 days, or 2 % off by 15:00.\r\n* About {{total.once.net}} in 30 days.'];
  const facts = [
    ...FACTS,
    ...['30', '2', '15'].map((value, at) => aFact(`item.${at + 3}.quantity`, 'quantity', value)),
  ];

  it('stands as an entry of a list, and with figures that are facts, too', () => {
    expect(prove('Payable within 30 days, or 2 % off by 15:00.', 'template', { allowed })).toEqual([]);
    expect(prove('Payable within 30 days, or 2 % off by 15:00.', 'template', { allowed, facts })).toEqual([]);
    expect(prove('Note: payable within 30 days, or 2 % off by 15:00.', 'template', { allowed, facts })).toEqual([]);
    expect(prove('Payable within 30 days, or 15 % off by 2:00.', 'template', { allowed, facts })).not.toEqual([]);
  });

  it('stands as a whole line, whatever it says of a value; nobody else may say that', () => {
    expect(prove('About €5,140.00 in 30 days.', 'template', { allowed, facts })).toEqual([]);
    expect(prove('About €1,450.00 in 30 days.', 'template', { allowed, facts })).not.toEqual([]);
    expect(prove('About €5,140.00 in 30 days.', 'model', { allowed, facts })).not.toEqual([]);
  });
});

it('takes a cited count for one, though a quantity is the same', () => {
  const facts = [...FACTS, aFact('item.2.quantity', 'quantity', '12')];
  expect(prove('You run 12 warehouses.', 'model', { facts })).toEqual([]);
  expect(prove('You run 40 warehouses.', 'model', { facts })).not.toEqual([]);
});

it('knows how often is paid, where something is paid so', () => {
  const facts = [...FACTS, aFact('total.two_weeks.gross', 'money', '10.00')];
  expect(prove('Every two weeks: €10.00', 'template', { facts })).toEqual([]);
  expect(prove('Every two weeks: €5,140.00', 'template')).not.toEqual([]);
});

it('looks into titles', () => {
  const section: RenderedSection = { kind: 'pricing', title: 'From 99 on', paragraphs: [], writtenBy: 'template' };
  expect(proveRendered([section], termsWith())).toMatchObject([{ section: 0, text: '99' }]);
});
