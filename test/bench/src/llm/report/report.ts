import { figure, table } from '../../report/table.ts';
import { CONTENDERS } from '../contenders/contender.ts';
import type { LlmFigure, LlmFigures } from '../figures.ts';
import { goalLines } from './goals.ts';

const HEADER = [
  'ms, unless it says kB or B',
  'p50',
  '±',
  'p99',
  'over fetch p50',
  'p99',
  'over SDK p50',
  'p99',
  'CPU',
  'x SDK',
  'alloc. kB',
  'kept B',
];

/** The whole run for a person to read. */
export function llmReport(run: LlmFigures): string {
  const modes = [...new Set(run.figures.map(({ atOnce }) => atOnce))];
  return [
    ...head(run),
    ...modes.flatMap((atOnce) => [
      '',
      atOnce === 1 ? 'One at a time' : `${atOnce} at once`,
      ...section(run.figures.filter((one) => one.atOnce === atOnce)).map((line) => `  ${line}`),
    ]),
    '',
    ...goalLines(run),
    '',
    ...LEGEND,
    `The run took ${figure(run.seconds)} s.`,
  ].join('\n');
}

function head({ machine, versions, questionLength, delayMs, packets, quick }: LlmFigures): string[] {
  const { cores, cpu, memoryGb, kernel, node, load } = machine;
  const busy = load > cores / 2 ? ': other programs compete for the processors, so expect less on a quiet machine' : '';
  return [
    'Draftsmith bench of the provider chain',
    `${cores} cores (${cpu}), ${memoryGb} GB, ${kernel}, Node ${node}`,
    `load average at the start ${figure(load)}${busy}`,
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
    `questions of ${questionLength} characters, no two alike; answers ${delayMs === 0 ? 'at once' : `after ${delayMs} ms`}, streamed ones in ${packets} packet${packets === 1 ? '' : 's'}`,
    ...(quick ? ['--quick: a tenth of the calls; too few for figures to quote'] : []),
  ];
}

function section(figures: readonly LlmFigure[]): string[] {
  const sdk = figures.find(({ contender }) => contender === 'openai');
  return table(
    HEADER,
    figures.map((one) => [
      CONTENDERS[one.contender],
      figure(one.p50),
      figure(one.noise),
      figure(one.p99),
      figure(one.overFetch.p50),
      figure(one.overFetch.p99),
      figure(one.overSdk.p50),
      figure(one.overSdk.p99),
      figure(one.cpuMs),
      sdk ? figure(one.cpuMs / sdk.cpuMs) : '',
      figure(one.allocated / 1000),
      figure(one.retained),
    ]),
  );
}

const LEGEND = [
  'Each contender has a process of its own with the same loop; blocks of calls take turns, and the model server is another process.',
  '±: half of the blocks had their p50 within this. CPU: all threads of the process for one call, and its ratio to the bare SDK; ours',
  'includes writing the ledger and, on PGlite, the database itself. alloc.: taken from the JavaScript heap for one call; kept: still',
  'there after a full collection, where a few hundred bytes are noise. "All safety off" is the chain without ledger, budgets, cache',
  'and redaction.',
];
