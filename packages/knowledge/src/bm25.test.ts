import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBm25 } from './bm25.ts';

function collection(documents: Record<string, number>[], options = { k1: 1.2, b: 0.75 }) {
  const bm25 = createBm25<string>(options);
  for (const document of documents) bm25.add(new Map(Object.entries(document)));
  return bm25;
}

const ids = (hits: { document: number }[]) => hits.map(({ document }) => document);

describe('bm25', () => {
  test('the score is the textbook one', () => {
    // Two documents of length 2 and 4 (mean 3), term in the first once: idf ln(1 + 1.5/1.5).
    const [hit] = collection([{ a: 1, b: 1 }, { c: 4 }]).top(new Map([['a', 1]]), 5);
    const norm = 1.2 * (1 - 0.75 + (0.75 * 2) / 3);
    expect(hit?.score).toBeCloseTo((Math.log(2) * 2.2) / (1 + norm), 10);
  });

  test('groups are ranked by the same scores, and only by what matches', () => {
    const bm25 = collection([{ a: 1 }, { b: 1 }, { a: 2 }, { a: 1, c: 9 }]);
    const query = new Map([['a', 1]]);
    const { all, groups } = bm25.topOfAll(query, 10, [[0, 1, 3], [2]]);
    expect(groups.map(ids)).toEqual([[0, 3], [2]]);
    expect(all).toEqual(bm25.top(query, 10));
    expect(groups.flat().every((hit) => all.some(({ score }) => score === hit.score))).toBe(true);
  });

  test('rare words weigh more, long documents less', () => {
    const bm25 = collection([{ common: 1, rare: 1 }, { common: 3 }, { common: 1, filler: 30 }]);
    expect(
      ids(
        bm25.top(
          new Map([
            ['common', 1],
            ['rare', 1],
          ]),
          3,
        ),
      )[0],
    ).toBe(0);
    expect(ids(bm25.top(new Map([['common', 1]]), 3)).at(-1)).toBe(2);
    expect(bm25.rarity('rare')).toBeGreaterThan(bm25.rarity('common'));
    expect(bm25.rarity('unknown')).toBe(1);
  });

  test('a search leaves nothing behind for the next', () => {
    const bm25 = collection([{ a: 1 }, { b: 1 }]);
    const first = bm25.top(new Map([['a', 1]]), 2);
    bm25.top(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
      2,
    );
    expect(bm25.top(new Map([['a', 1]]), 2)).toEqual(first);
  });

  test('documents added after a search are found by the next', () => {
    const bm25 = collection([{ a: 1 }]);
    bm25.top(new Map([['a', 1]]), 1);
    bm25.add(new Map([['z', 1]]));
    expect(ids(bm25.top(new Map([['z', 1]]), 1))).toEqual([1]);
  });

  test('the few best are the first of all, in order', () => {
    const documents = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(documents, fc.integer({ min: 1, max: 5 }), (all, limit) => {
        const query = new Map([
          ['a', 1],
          ['b', 0.5],
        ]);
        const bm25 = collection(all);
        const everything = bm25.top(query, all.length);
        expect(bm25.top(query, limit)).toEqual(everything.slice(0, limit));
        expect(everything.map(({ score }) => score)).toEqual(
          everything.map(({ score }) => score).sort((a, b) => b - a),
        );
      }),
    );
  });
});
