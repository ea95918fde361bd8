import type { Comparison } from '@draftsmith/llm/sql';
import { dollars, placesFor, signedDollars } from '../figures.ts';
import { textTable, wrapped } from '../text-table.ts';
import { periodWords } from './period-words.ts';

interface Page {
  /** Places after the point, the same for all amounts. */
  places: number;
  width: number;
}

/** Why the bill is another one: the causes, which add up, and where it changed. */
export function whyText(comparison: Comparison, width: number): string[] {
  const page = { places: placesFor(higher(comparison.usd, comparison.usdBefore)), width };
  return [
    ...wrapped(headline(comparison, page), width),
    `  now     ${periodWords(comparison)} (UTC)`,
    `  before  ${periodWords(comparison.before)} (UTC)`,
    ...causes(comparison, page),
    ...changes(comparison, page),
  ];
}

function headline({ usd, usdBefore, differenceUsd }: Comparison, { places }: Page): string {
  if (Number(usd) === 0 && Number(usdBefore) === 0) return 'Nothing was paid in either period.';
  if (Number(differenceUsd) === 0) return `The bill is the same in both periods: ${dollars(usd, places)}.`;
  const direction = differenceUsd.startsWith('-') ? 'less' : 'more';
  const difference = dollars(differenceUsd.replace('-', ''), places);
  return `The bill is ${dollars(usd, places)} instead of ${dollars(usdBefore, places)}: ${difference} ${direction}.`;
}

function causes({ parts, differenceUsd }: Comparison, { places, width }: Page): string[] {
  if (parts.length === 0) return [];
  const sum = signedDollars(differenceUsd, places);
  const amounts = parts.map(({ usd }) => signedDollars(usd, places));
  const wide = Math.max(...[sum, ...amounts].map(({ length }) => length));
  const lines = parts.flatMap(({ sentence }, i) => {
    const [first = '', ...rest] = wrapped(sentence, width - wide - 4);
    return [`  ${amounts[i]?.padStart(wide)}  ${first}`, ...rest.map((line) => `  ${' '.repeat(wide)}  ${line}`)];
  });
  return ['', 'Why', ...lines, `  ${'-'.repeat(wide)}`, `  ${sum.padStart(wide)}`];
}

function changes({ where }: Comparison, { places, width }: Page): string[] {
  if (where.length === 0) return [];
  const { lines } = textTable(
    [
      // The name of a dimension stands above its group only.
      { title: 'where', cell: ({ dimension, first }) => (first ? dimension : '') },
      { title: '', cell: ({ value }) => value ?? '(nobody)' },
      { title: 'before', cell: ({ usdBefore }) => dollars(usdBefore, places), right: true, spare: 2 },
      { title: 'now', cell: ({ usd }) => dollars(usd, places), right: true, spare: 1 },
      { title: 'difference', cell: ({ differenceUsd }) => signedDollars(differenceUsd, places), right: true },
    ],
    where.map((change, i) => ({ ...change, first: where[i - 1]?.dimension !== change.dimension })),
    { width },
  );
  return ['', ...lines];
}

function higher(a: string, b: string): string {
  return Number(a) > Number(b) ? a : b;
}
