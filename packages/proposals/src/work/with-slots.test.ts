import type { Fact } from '@draftsmith/contracts';
import { fillSlots } from '@draftsmith/number-lock';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSection } from '../testing.ts';
import { withoutSlots, withSlots } from './with-slots.ts';

const origin = { kind: 'computed', from: [], how: '' } as const;
const facts: Fact[] = [
  { key: 'total.once.gross', kind: 'money', value: '12345.60', currency: 'EUR', origin },
  { key: 'item.1.quantity', kind: 'quantity', value: '2', origin },
  { key: 'proposal.valid_until', kind: 'date', value: '2026-12-23', origin },
  { key: 'customer.name', kind: 'person', value: 'J. (Jo) Doe', origin },
  { key: 'item.2.quantity', kind: 'quantity', value: '7', origin },
];
const KEYS = ['total.once.gross', 'item.1.quantity', 'proposal.valid_until', 'customer.name'];
const before = aSection({ paragraphs: [{ text: KEYS.map((key) => `{{${key}}}`).join(' and '), sources: [] }] });

test.each([
  ['en-GB', 'It is €12,345.60 for 2 of them.', 'It is {{total.once.gross}} for {{item.1.quantity}} of them.'],
  ['en-GB', '22 and 2.5, 1,2 and B2', '22 and 2.5, 1,2 and B2'],
  ['en-GB', 'Ask J. (Jo) Doe.', 'Ask {{customer.name}}.'],
  ['en-GB', 'All 7 of them', 'All 7 of them'],
  ['de-DE', 'Bis 23. Dezember 2026: 12.345,60 €.', 'Bis {{proposal.valid_until}}: {{total.once.gross}}.'],
  // Figures have narrow blanks, and a browser makes plain ones of them.
  ['fr-FR', 'Au total 12 345,60 € seulement', 'Au total {{total.once.gross}} seulement'],
  ['en-GB', 'A person types {{total.once.gross}} and {{{x', 'A person types { {total.once.gross} } and { { {x'],
])('%s: %s', (locale, typed, slotted) => {
  expect(withSlots(typed, { before, facts, locale })).toBe(slotted);
});

test('in any language, what a person left as it was is what the section said; and nothing else of theirs is a slot', () => {
  const locale = fc.constantFrom('en-US', 'ru-RU', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR');
  const words = fc.array(fc.constantFrom(...KEYS.map((key) => `{{${key}}}`), 'wants', 'для', 'it'), { maxLength: 12 });
  fc.assert(
    fc.property(locale, words, fc.string(), (of, parts, own) => {
      const shown = fillSlots(parts.join(' '), facts, of);
      expect(withSlots(shown, { before, facts, locale: of })).toBe(parts.join(' '));
      const typed = withSlots(own, { before, facts, locale: of });
      expect(() => fillSlots(typed, facts, of)).not.toThrow();
      expect(withoutSlots(typed, facts, of).replaceAll(/\s/gu, '')).toBe(own.replaceAll(/\s/gu, ''));
    }),
    { numRuns: 60 },
  );
});
