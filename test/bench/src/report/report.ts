import type { EngineName } from '../engines.ts';
import type { EngineFigures, Figures } from '../figures.ts';
import type { Machine } from '../machine.ts';
import { engineRows, HEADER } from './engine-rows.ts';
import { limitOf } from './limits.ts';
import { figure, table } from './table.ts';

const TITLE: Record<EngineName, string> = { pglite: 'PGlite (embedded)', postgres: 'PostgreSQL' };

/** The whole run for a person to read. */
export function report({ machine, quick, simulators, engines, unfinished, seconds }: Figures): string {
  const { cores } = machine;
  const calls = engines[0]?.drafts[0]?.bareLoop.callsPerDraft ?? Number.NaN;
  const simulatorLines = [
    `Zendesk simulator ${figure(simulators.zendesk.perSecond)} requests/s, enough for ${figure(simulators.zendesk.perSecond / calls)} drafts/s; limited by ${limitOf(simulators.zendesk.cpu, cores)}`,
    `model simulator   ${figure(simulators.model.perSecond)} requests/s; limited by ${limitOf(simulators.model.cpu, cores)}`,
  ];
  return [
    ...head(machine, quick),
    '',
    'The simulators alone, 20 requests at once',
    ...simulatorLines.map((line) => `  ${line}`),
    ...engines.flatMap((engine) => ['', TITLE[engine.engine], ...section(engine, cores).map((line) => `  ${line}`)]),
    ...unfinished.map((engine) => `\n${TITLE[engine]}: the run was ended before it was measured`),
    '',
    ...LEGEND,
    `The run took ${figure(seconds)} s.`,
  ].join('\n');
}

function head({ cores, cpu, memoryGb, node, kernel, load }: Machine, quick: boolean): string[] {
  const busy = load > cores / 2 ? ': other programs compete for the processors, so expect more on a quiet machine' : '';
  return [
    'Draftsmith bench',
    `${cores} cores (${cpu}), ${memoryGb} GB, Linux ${kernel}, Node ${node}`,
    `load average at the start ${figure(load)}${busy}`,
    ...(quick ? ['--quick: a tenth of the load; too short for figures to quote'] : []),
  ];
}

function section(engine: EngineFigures, cores: number): string[] {
  const limits = [
    ...engine.acknowledgements.flatMap(({ atOnce, drafting, alone, naive }) => [
      `acknowledge, ${atOnce} at once, drafting: ${limitOf(drafting.cpu, cores)}`,
      `acknowledge, ${atOnce} at once, drafts held: ${limitOf(alone.cpu, cores)}`,
      `naive handler, ${atOnce} at once: ${limitOf(naive.cpu, cores)}`,
    ]),
    ...engine.drafts.map(({ drafter, burst }) => `drafts, ${drafter}: ${limitOf(burst.cpu, cores)}`),
  ];
  return [
    ...table(HEADER, engineRows(engine)),
    '',
    ...remarks(engine),
    'What limits it',
    ...limits.map((l) => `  ${l}`),
  ];
}

/** What did not come out as it should must not hide behind a good figure. */
function remarks({ acknowledgements, drafts }: EngineFigures): string[] {
  const refused = acknowledgements.reduce((sum, { drafting, alone }) => sum + drafting.refused + alone.refused, 0);
  return [
    ...(refused > 0 ? [`${refused} webhooks were not acknowledged`] : []),
    ...drafts.map(
      ({ drafter, burst }) =>
        `${drafter}: ${burst.notes} of ${burst.tickets} tickets of the burst got a note in ${figure(burst.seconds)} s; all were acknowledged after ${figure(burst.acknowledgedAfter)} s`,
    ),
  ];
}

const LEGEND = [
  'Baselines, measured in this run: for start and memory a process that only opens the same database and queue; for acknowledgements',
  'a handler on the same engine with one transaction for each request and no drafting; for webhook to note and drafts a sequential',
  'loop of the same HTTP requests with fetch, nothing stored. "drafts held": Zendesk does not answer, so nothing but acknowledging runs.',
  '* published elsewhere, not measured here: a widely used automation server doing the same five calls on two cores.',
];
