import type { EngineName } from '../engines.ts';
import type { Machine } from '../machine.ts';
import { figure, table } from '../report/table.ts';
import type { DealSize } from './bench-deal.ts';
import type { ProposalFigures } from './run-proposal-bench.ts';

const TITLE: Record<EngineName, string> = { pglite: 'PGlite', postgres: 'PostgreSQL' };
/** Milliseconds, of the median. */
const GOAL = 1_500;

const HEADER = ['milliseconds', 'cold, the first', 'median', 'worst', 'calls of HubSpot'];

/** The whole run for a person to read. */
export function proposalReport(
  machine: Machine,
  size: DealSize & { latency: number },
  measured: readonly ProposalFigures[],
): string {
  const { cores, cpu, node, load } = machine;
  return [
    'From the click to the draft',
    `${size.lineItems} line items, ${size.activities} activities, a model that answers at once, HubSpot after ${size.latency} ms; goal: median below ${figure(GOAL)} ms`,
    `${cores} cores (${cpu}), Node ${node}, load average at the start ${figure(load)}`,
    ...measured.flatMap((one) => ['', ...section(one)]),
  ].join('\n');
}

function section({ engine, cold, clicks, calls, plain }: ProposalFigures): string[] {
  const [opened, drafted] = [clicks.map((click) => click.opened), clicks.map((click) => click.drafted)];
  const row = (name: string, first: number | null, times: readonly number[], count: number) => [
    ...[name, figure(first), figure(median(times)), figure(Math.max(...times)), figure(count)],
  ];
  return [
    TITLE[engine],
    ...table(HEADER, [
      row('click to draft', cold.drafted, drafted, calls.drafted),
      row('opening the card', cold.opened, opened, calls.opened),
      row('the same reads, one after the other, plain fetch', null, plain.times, plain.calls),
    ]),
    `click to draft takes ${figure(median(drafted) / median(plain.times))} x the plain reads`,
  ];
}

/** Of an even number: the mean of the two in the middle. NaN without any. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
