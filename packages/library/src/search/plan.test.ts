import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlannedTerm, planLooks } from './plan.ts';

const term = (name: string, passages: number, titles = 0): PlannedTerm => ({
  term: name,
  passages,
  titles,
  worth: Math.log(1 + 100_000 / (passages + 1)),
});

test('rare words are read whole, common ones in titles and where they stand together', () => {
  const looks = planLooks([term('rare', 40), term('button', 30_000, 200), term('light', 20_000)], 100_000, 10_000);
  expect(looks[0]).toEqual({ kind: 'term', term: 'rare' });
  expect(looks.slice(1)).toHaveLength(2);
  expect(looks.slice(1)).toEqual(
    expect.arrayContaining([
      { kind: 'title', term: 'button' },
      { kind: 'both', terms: ['light', 'button'] },
    ]),
  );
});

test('a common word alone is still looked for', () => {
  expect(planLooks([term('button', 50_000)], 100_000)).toEqual([{ kind: 'term', term: 'button' }]);
});

test('words that no passage has are not looked for', () => {
  expect(planLooks([term('nothing', 0)], 100_000)).toEqual([]);
});

test('whatever is asked, what is expected stays near the budget', () => {
  const terms = fc.array(fc.nat(100_000), { maxLength: 20 });
  fc.assert(
    fc.property(terms, (counts) => {
      const planned = counts.map((passages, i) => term(`t${i}`, passages, Math.floor(passages / 10)));
      const looks = planLooks(planned, 100_000, 2_000);
      const whole = looks.filter(({ kind }) => kind === 'term');
      const read = whole.reduce(
        (sum, look) => sum + (planned.find((one) => look.kind === 'term' && one.term === look.term)?.passages ?? 0),
        0,
      );
      // One common word alone is the exception: the statement's own limit bounds it.
      expect(read <= 2_000 || looks.length === 1).toBe(true);
    }),
  );
});
