import type { ProposalVersionView } from '@draftsmith/contracts';
import { expect, test } from 'vitest';
import { measureFigures } from './proposal-figures.ts';
import type { ExpectedDeal } from './proposal-figures-deal.ts';
import { countFigures, noFigures } from './proposal-figures-read.ts';

/** `proposal-figures-main.ts --deals 100000` makes more of them. */
const DEALS = 300;

test(`${DEALS} generated deals on the whole way: no wrong figure, none that stands nowhere in the deal`, {
  timeout: 240_000,
}, async () => {
  const from = Number(process.env.DRAFTSMITH_TEST_SEED ?? Math.floor(Math.random() * 2 ** 30));
  const sum = noFigures();
  await measureFigures({ from, count: DEALS }, sum);
  expect(sum, `repeat with DRAFTSMITH_TEST_SEED=${from}`).toMatchObject({
    deals: DEALS,
    wrong: 0,
    unbound: 0,
    examples: [],
  });
  // Otherwise nothing was shown.
  expect(sum.figures).toBeGreaterThan(DEALS * 20);
  expect(sum.refused).toBeGreaterThan(DEALS * 5);
  expect(sum.modelWritten).toBeGreaterThan(DEALS / 3);
});

const DEAL: ExpectedDeal = {
  ...{ id: '1', currency: 'EUR', locale: 'de-DE', percents: ['20'], others: ['GTX 500'] },
  lines: [{ net: '1876.48', discount: '469.12', quantity: '10', price: '234.56' }],
  totals: new Map([['once', { net: '1876.48', discount: '469.12', gross: '1876.48' }]]),
};

function aVersion(text: string, net = '1876.48'): ProposalVersionView {
  const sums = { net, discount: '469.12', gross: net, subtotal: '2345.60', taxes: [] };
  const line = { ...sums, itemId: '1', name: 'GTX 500', quantity: '10', price: '234.56' };
  return {
    ...{ number: 1, createdAt: '2026-11-23T12:00:00Z', byName: null, how: 'generate', locale: 'de-DE', total: '' },
    ...{ hash: '', attached: null, quoted: null, outdated: false, approval: 'not-needed', title: '', sources: [] },
    sections: [
      { kind: 'pricing', title: '', writtenBy: 'model', editable: false, paragraphs: [{ text, sources: [] }] },
    ],
    prices: { currency: 'EUR', lines: [line], totals: [{ rhythm: 'once', ...sums }] },
    ...{ writer: { provider: '', model: '', modelWritten: true }, refused: 0, costUsd: null },
  };
}

test.each([
  ['GTX 500, 10 zu 234,56 €: 1.876,48 € nach 20 % (469,12 €)', '1876.48', { wrong: 0, unbound: 0 }],
  ['1.876,49 €', '1876.48', { wrong: 1, unbound: 1 }],
  ['1.876,48 €', '1876.49', { wrong: 3, unbound: 0 }],
  ['1.876,48 € und 187.648 €', '1876.48', { wrong: 0, unbound: 1 }],
  ['-1.876,48 €', '1876.48', { wrong: 0, unbound: 1 }],
  ['1.876,48 € nach 10 %', '1876.48', { wrong: 0, unbound: 1 }],
  ['91.876,48 €', '1876.48', { wrong: 1, unbound: 1 }],
  ['am 24. November 2031: 1.876,48 €', '1876.48', { wrong: 0, unbound: 1 }],
])('whoever reads it sees what is wrong: %s', (text, net, found) => {
  const sum = noFigures();
  countFigures(aVersion(text, net), DEAL, sum);
  expect(sum).toMatchObject(found);
});
