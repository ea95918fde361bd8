import { expect, test, vi } from 'vitest';
import { checkDraft } from '../check-draft.ts';
import { contextScore } from '../match/candidates.ts';
import { compare } from '../mentions/compare.ts';

vi.mock('../match/candidates.ts', { spy: true });
vi.mock('../mentions/compare.ts', { spy: true });

/** Comparisons of values and of places, the two things that a check does most. */
function comparisons(draft: string, source: string): number {
  vi.mocked(compare).mockClear();
  vi.mocked(contextScore).mockClear();
  checkDraft({ text: draft, language: 'en' }, [{ id: 'a', text: source }]);
  return vi.mocked(compare).mock.calls.length + vi.mocked(contextScore).mock.calls.length;
}

const LINE = 'The refund of 5 EUR takes 3 days for Anna in Berlin. ';

test('twice the draft costs twice the comparisons, not four times', () => {
  const once = comparisons(LINE.repeat(100), LINE);
  expect(once).toBeGreaterThan(100);
  expect(comparisons(LINE.repeat(200), LINE)).toBeLessThan(2.2 * once);
});

test('beyond some hundred places that say the same, a longer source costs no more', () => {
  const once = comparisons(LINE.repeat(3), LINE.repeat(400));
  expect(once).toBeGreaterThan(100);
  expect(comparisons(LINE.repeat(3), LINE.repeat(1_600))).toBeLessThan(1.2 * once);
});

test('a sentence of many figures is cut, so that it costs no square', () => {
  const once = comparisons('5 days, '.repeat(200), '5 days, '.repeat(200));
  expect(comparisons('5 days, '.repeat(400), '5 days, '.repeat(400))).toBeLessThan(3 * once);
});
