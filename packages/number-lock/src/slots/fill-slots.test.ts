import { AppError } from '@draftsmith/errors';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { aFact, FACTS } from '../testing.ts';
import { fillSlots, renderSections } from './fill-slots.ts';
import { readSlots } from './read-slots.ts';

it('fills in the notation of the locale', () => {
  expect(fillSlots('{{total.once.net}} until {{proposal.valid_until}}', FACTS, 'en')).toBe(
    '€5,140.00 until April 1, 2026',
  );
});

test.each([
  '{{nobody}}',
  '{{ total.once.net }}',
  '{{{total.once.net}}}',
  '{{total.once.net',
  'total}}',
  '{{}}',
  '{{Total}}',
])('throws at %s', (text) => {
  expect(() => fillSlots(text, FACTS, 'en')).toThrow(AppError);
});

it('a value is text: braces in it fill nothing and dollars replace nothing', () => {
  const facts = [...FACTS, aFact('deal.name', 'text', '{{total.once.net}} $& $1')];
  expect(fillSlots('For {{deal.name}}!', facts, 'en')).toBe('For {{total.once.net}} $& $1!');
});

it('any value stands as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (value) => {
      const facts = [aFact('deal.name', 'text', value)];
      expect(fillSlots('<{{deal.name}}>', facts, 'en')).toBe(`<${value}>`);
    }),
  );
});

it('a value brings its full stop along', () => {
  const facts = [aFact('customer.company', 'organization', 'Acme Inc.')];
  expect(fillSlots('For {{customer.company}}. And so on...', facts, 'en')).toBe('For Acme Inc. And so on...');
});

it('reads slots with their places', () => {
  expect(readSlots('a {{b.1.c_d}} {{{e}}} {{ f }}')).toEqual([{ key: 'b.1.c_d', start: 2, end: 13 }]);
});

it('fills titles and paragraphs and keeps the rest', () => {
  const section = {
    ...{ kind: 'terms' as const, title: 'For {{customer.company}}', writtenBy: 'template' as const },
    paragraphs: [{ text: '{{contract.term}}', bullet: true, sources: ['note:1'] }],
  };
  expect(renderSections([section], FACTS, 'en')).toEqual([
    {
      ...{ kind: 'terms', title: 'For Harbor & Pine', writtenBy: 'template' },
      paragraphs: [{ text: '12 months', bullet: true, sources: ['note:1'] }],
    },
  ]);
});
