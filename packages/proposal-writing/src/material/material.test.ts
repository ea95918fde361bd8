import type { Activity } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITIES, aDeal } from '../testing.ts';
import { readActivities, toSource } from './read-activities.ts';
import { relevantWords } from './relevant-words.ts';
import { leadOf } from './sentences.ts';

describe('activities', () => {
  it('are cleared of what was said among colleagues, unless the customer wrote it', () => {
    const [, note] = readActivities(ACTIVITIES);
    expect(note?.sentences).toEqual(['The customer wants to migrate all twelve sites.']);
    const [mail] = readActivities([{ ...ACTIVITIES[1]!, kind: 'email', direction: 'in' }]);
    expect(mail?.sentences).toHaveLength(2);
  });

  it('are read as people see them', () => {
    const [mail] = readActivities([{ ...ACTIVITIES[0]!, text: 'We n\u200beed   scannerѕ.' }]);
    expect(mail?.sentences).toEqual(['We need scanners.']);
  });

  it('are quoted by what they need where they are long', () => {
    const filler = Array.from({ length: 80 }, (_, at) => `Line ${at} says little.`).join(' ');
    const [mail] = readActivities([
      { ...ACTIVITIES[0]!, text: `${filler} We need a new plan for the migration. ${filler}` },
    ]);
    const source = toSource(mail!, 'E-mail');
    expect(source.excerpt).toContain('We need a new plan');
    expect(source.excerpt.length).toBeLessThanOrEqual(600);
  });

  it('never throw, and quote only what they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => {
        const [read] = readActivities([{ ...ACTIVITIES[0]!, text } as Activity]);
        const excerpt = toSource(read!, 'E-mail').excerpt;
        expect(excerpt.length).toBeLessThanOrEqual(600);
        expect(excerpt.isWellFormed()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

it('a lead ends with a sentence, or with a word', () => {
  expect(leadOf('Short. And more of it.', 10)).toBe('Short.');
  expect(leadOf('Onesentencewithout', 10)).toBe('Onesente …');
  expect(leadOf('Several words here without an end', 14)).toBe('Several …');
  expect(leadOf('', 10)).toBe('');
});

it('relevant words are folded, long enough and name what is sold', () => {
  const words = relevantWords(aDeal());
  expect(words).toContain('warehouse');
  expect(words).toContain('onboarding');
  expect(words.every((word) => word === word.toLowerCase() && word.length >= 3)).toBe(true);
  expect(relevantWords(aDeal({ lineItems: [] })).length).toBeGreaterThan(50);
});
