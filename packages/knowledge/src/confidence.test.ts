import type { Source } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { CONFIDENCE_THRESHOLD } from './confidence.ts';
import { createIndex } from './knowledge-index.ts';
import { bestConfidence, demoResults, rightConfidence } from './measure/confidence.ts';
import { demoPresent } from './measure/demo.ts';

const source = (id: string, title: string, text: string): Source => ({
  id,
  kind: 'article',
  title,
  text,
  locale: 'en-us',
  visibility: 'public',
});

const index = createIndex();
index.add([
  source('refund', 'Refunds', 'We pay the full price back to your card within five working days.'),
  source('warranty', 'Warranty', 'Lamps are covered for two years. Batteries are covered for one year.'),
  source('size', 'Exchanging a size', 'Send the jacket back and tell us the new size; the exchange is free.'),
]);
const confidence = (question: string) => bestConfidence(index.search(question, { language: 'en', limit: 3 }));

describe('confidence', () => {
  test('is between nothing and everything', () => {
    expect(confidence('Which cinema shows dinosaurs?')).toBe(0);
    expect(confidence('Exchange the size of the jacket, free?')).toBeGreaterThan(0.7);
    expect(confidence('Exchange the size of the jacket, free?')).toBeLessThanOrEqual(1);
  });

  test('falls with every thing asked that the passage does not cover', () => {
    const covered = confidence('exchange my jacket for another size');
    const partly = confidence('exchange my jacket for another size, zipper, colour, sleeves and lining');
    expect(partly).toBeLessThan(covered);
  });

  test('one matching word is never proof', () => {
    expect(confidence('card')).toBeLessThan(confidence('full price back to my card'));
  });

  test('a compound or a typo counts as the word', () => {
    expect(confidence('are my bateries covered')).toBeGreaterThan(CONFIDENCE_THRESHOLD);
  });
});

describe.skipIf(!demoPresent())("the demo's tickets", () => {
  const results = demoPresent() ? demoResults() : [];
  const answerable = results.filter(({ ticket }) => ticket.expectation.outcome === 'drafted');
  const unanswerable = results.filter(({ ticket }) => ticket.expectation.reason === 'no-source');

  test('most answerable ones find a right source among the first two, above the threshold', () => {
    const found = answerable.filter((result) => {
      const rank = result.passages.findIndex(({ sourceId }) =>
        result.ticket.expectation.sources?.includes(Number(sourceId)),
      );
      return rank >= 0 && rank < 2 && rightConfidence(result) >= CONFIDENCE_THRESHOLD;
    });
    expect(answerable.length).toBeGreaterThan(30);
    expect(found.length / answerable.length).toBeGreaterThanOrEqual(0.95);
  });

  test('those without a source stay below it', () => {
    expect(unanswerable.length).toBeGreaterThan(0);
    for (const { passages } of unanswerable) expect(bestConfidence(passages)).toBeLessThan(CONFIDENCE_THRESHOLD);
  });

  test('words alone tell thanks, spam and machines from questions', () => {
    const wrong = results.filter(({ ticket: { expectation }, kind }) => {
      const expected = ['thanks-only', 'spam', 'auto-reply'].find((reason) => reason === expectation.reason);
      return expectation.outcome.startsWith('drafted')
        ? kind !== 'question'
        : expected !== undefined && kind !== expected;
    });
    expect(wrong.map(({ ticket }) => ticket.id)).toEqual([]);
  });
});
