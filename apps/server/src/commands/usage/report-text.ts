import type { Dimension, UsageFigures, UsageGroup, UsageReport } from '@draftsmith/llm/sql';
import { count, dollars, duration, placesFor } from '../figures.ts';
import { type TextColumn, textTable, wrapped } from '../text-table.ts';
import { periodWords } from './period-words.ts';

/** Longer lists are for a file. */
const MOST_ROWS = 50;

/** What a group without a name is. */
const NOBODY: Record<Dimension, string> = {
  provider: '(no answer)',
  model: '(no answer)',
  connector: '(none)',
  account: '(none)',
  user: '(nobody)',
  purpose: '(none)',
  day: '',
};

export function reportText(report: UsageReport, width: number): string[] {
  const { by, groups, total } = report;
  if (total.questions + total.attempts === 0)
    return wrapped(
      `No question was asked from ${periodWords(report)} (UTC), so nothing was paid. An earlier --since looks further back.`,
      width,
    );
  const shown = groups.slice(0, MOST_ROWS);
  const places = placesFor(total.usd);
  const columns: TextColumn<Line>[] = [
    ...by.map((dimension, i) => ({ title: dimension, cell: (line: Line) => line.name[i] ?? '' })),
    ...figureColumns(places),
  ];
  const table = textTable(
    columns,
    shown.map((group) => toLine(group, by)),
    { width, total: { name: ['total'], figures: total } },
  );
  return [
    ...wrapped(`Usage from ${periodWords(report)} (UTC), by ${by.join(', ')}`, width),
    '',
    ...table.lines,
    '',
    ...remarks(groups.length - shown.length, table.leftOut).flatMap((remark) => wrapped(remark, width)),
  ];
}

interface Line {
  name: string[];
  figures: UsageFigures;
}

function toLine({ of, ...figures }: UsageGroup, by: readonly Dimension[]): Line {
  return { name: by.map((dimension) => of[dimension] ?? NOBODY[dimension]), figures };
}

function figureColumns(places: number): TextColumn<Line>[] {
  const figure = (title: string, cell: (figures: UsageFigures) => string, spare?: number): TextColumn<Line> => ({
    title,
    cell: ({ figures }) => cell(figures),
    right: true,
    ...(spare !== undefined && { spare }),
  });
  const latency = (of: 'avg' | 'p50' | 'p95') => (figures: UsageFigures) =>
    figures.latencyMs ? duration(figures.latencyMs[of]) : '-';
  return [
    figure('asked', ({ questions }) => count(questions), 0),
    figure('cached', ({ hits }) => count(hits), 2),
    figure('tries', ({ attempts }) => count(attempts), 3),
    figure('failed', ({ failed }) => count(failed), 1),
    figure('in', ({ inputTokens }) => count(inputTokens), 0),
    figure('out', ({ outputTokens }) => count(outputTokens), 0),
    figure('avg', latency('avg'), 6),
    figure('p50', latency('p50'), 5),
    figure('p95', latency('p95'), 4),
    figure('cost', ({ usd }) => dollars(usd, places)),
  ];
}

function remarks(hidden: number, leftOut: readonly string[]): string[] {
  const legend = LEGEND.filter(([title]) => !leftOut.includes(title)).map(([title, words]) => `${title}: ${words}`);
  return [
    ...(hidden > 0 ? [`${count(hidden)} more: --csv and --json have all of them.`] : []),
    `${legend.join('; ')}.`,
    ...(leftOut.length > 0 ? [`Too wide for this terminal: ${leftOut.join(', ')}; --csv and --json have all.`] : []),
  ];
}

const LEGEND = [
  ['asked', 'questions'],
  ['cached', 'answered from the cache'],
  ['tries', 'requests to models'],
  ['in', 'tokens of prompts'],
  ['out', 'tokens of answers'],
  ['p95', '95 of 100 were faster'],
] as const;
