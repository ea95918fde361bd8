import { expect, it } from 'vitest';
import {
  HONEST,
  LATER_HONEST_ROWS,
  LATER_LIES_ROWS,
  LIES,
  MEANING_HONEST_ROWS,
  MEANING_LAST_HONEST_ROWS,
  MEANING_LAST_LIES_ROWS,
  MEANING_LATER_HONEST_ROWS,
  MEANING_LATER_LIES_ROWS,
  MEANING_LIES_ROWS,
} from './corpus.ts';
import { measureDeal, noFigures } from './measure-deals.ts';
import { readsAs } from './oracle.ts';
import { score } from './score.ts';

/** `measure/main.ts --deals 100000` makes more of them. */
const DEALS = 120;
const MOST_REFUSED = 0.05;

const MEANING = [...MEANING_LIES_ROWS, ...MEANING_LATER_LIES_ROWS, ...MEANING_LAST_LIES_ROWS];
const MEANING_HONEST = [...MEANING_HONEST_ROWS, ...MEANING_LATER_HONEST_ROWS, ...MEANING_LAST_HONEST_ROWS];

it('no lie passes', () => {
  const passed = score([...LIES, ...LATER_LIES_ROWS, ...MEANING]).filter(({ refused }) => !refused);
  expect(passed.map(({ text }) => text)).toEqual([]);
});

it('honest sentences stay', () => {
  const scored = score([...HONEST, ...LATER_HONEST_ROWS, ...MEANING_HONEST]);
  const refused = scored.filter((row) => row.refused);
  expect(refused.length / scored.length).toBeLessThan(MOST_REFUSED);
});

it('the corpora are as large as their figures say', () => {
  expect(LIES.length).toBeGreaterThanOrEqual(150);
  expect(HONEST.length).toBeGreaterThanOrEqual(150);
});

it('generated deals: no wrong figure, none without a source, no forgery passes', () => {
  const sum = noFigures();
  for (let seed = 1; seed <= DEALS; seed++) measureDeal(seed, sum);
  expect(sum).toMatchObject({
    ...{ deals: DEALS, wrong: 0, withoutSource: 0, forgedPassed: 0 },
    ...{ honestRefused: 0, proofRefused: 0, tamperedPassed: 0 },
  });
  expect(sum.figures).toBeGreaterThan(DEALS * 5);
  expect(sum.forged).toBeGreaterThan(DEALS);
  expect(sum.tampered).toBeGreaterThan(DEALS / 4);
});

it('the oracle tells values apart', () => {
  expect(readsAs('1.234,50 €', '1234.50', 'de')).toBe(true);
  expect(readsAs('1.234,50 €', '1234.51', 'de')).toBe(false);
  expect(readsAs('123.450 €', '1234.50', 'de')).toBe(false);
  expect(readsAs('-1.234,50 €', '1234.50', 'de')).toBe(false);
});
