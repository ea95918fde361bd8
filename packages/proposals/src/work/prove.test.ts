import type { ProposalSection } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { aContent, aSection, TEMPLATE } from '../testing.ts';
import { prove } from './prove.ts';

const TERMS = 'Payable within 30 days, or with 2 % off by 15:00.\n- ISO 27001 applies\n* Call +49 30 123456';
const template = { ...TEMPLATE, terms: TERMS };
const isProven = (section: Partial<ProposalSection>, text: string) => {
  const sections = [aSection({ kind: 'terms', ...section, paragraphs: [{ text, sources: [] }] })];
  // Figures of the deal that also stand in the company's text.
  const [, total] = aContent().facts;
  const facts = ['2', '30', '15'].map((value, i) => ({ ...total, key: `item.${i}.quantity`, kind: 'quantity', value }));
  try {
    prove({ content: aContent({ sections, facts: [...aContent().facts, ...facts] as never }) }, template);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ kind: 'invalid', code: 'proposals.unproven' });
    expect(String(error)).not.toContain('30');
    return false;
  }
};

test.each([
  ['Payable within 30 days, or with 2 % off by 15:00.', true],
  ['ISO 27001 applies', true],
  ['Call +49 30 123456', true],
  ['Payable within 90 days, or with 2 % off by 15:00.', false],
  ['It costs {{total.once.gross}}.', true],
  ['It costs €1,000.00.', false],
])('of the company: %s (%s)', (text, proven) => {
  expect(isProven({ writtenBy: 'template' }, text)).toBe(proven);
});

test('what the company may say in its terms, a model may not; a person may', () => {
  const text = 'Payable within 30 days, or with 2 % off by 15:00.';
  expect(isProven({ writtenBy: 'model', kind: 'solution' }, `${text} Or 40 % off.`)).toBe(false);
  expect(isProven({ writtenBy: 'person', kind: 'solution' }, 'Pay within 91 days.')).toBe(true);
});
