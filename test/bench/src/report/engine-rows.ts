import type { AckFigures, DraftFigures, EngineFigures } from '../figures.ts';
import { cpuMsEach } from './limits.ts';
import { AUTOMATION_SERVER } from './published.ts';
import { figure } from './table.ts';

export const HEADER = ['', 'Draftsmith', 'unit', 'baseline', 'ratio', 'elsewhere*', 'ratio'];

/** Row: name, ours, unit, baseline, ours to baseline, published, ours to published. */
export function engineRows(engine: EngineFigures): string[][] {
  const { start, memory, acknowledgements, drafts } = engine;
  return [
    compared('start to ready, first time', start.first / 1000, 's', undefined),
    compared('start to ready, reopened', start.reopened / 1000, 's', start.naive / 1000),
    compared('memory, idle', memory.idle, 'MB', memory.naiveIdle),
    compared('memory, peak under load', memory.peak, 'MB', undefined, AUTOMATION_SERVER.memoryMb),
    ...acknowledgements.flatMap(ackRows),
    ...drafts.flatMap(draftRows),
  ];
}

function ackRows({ atOnce, drafting, alone, naive }: AckFigures): string[][] {
  const what = `acknowledge, ${atOnce} at once`;
  const busy = atOnce === 20 ? AUTOMATION_SERVER : undefined;
  return [
    compared(`${what}, drafting`, drafting.perSecond, '/s', naive.perSecond, busy?.acknowledgedPerSecond),
    compared('  p50', drafting.p50, 'ms', naive.p50, busy?.acknowledgeP50),
    compared('  p99', drafting.p99, 'ms', naive.p99),
    compared(`${what}, drafts held`, alone.perSecond, '/s', naive.perSecond, busy?.acknowledgedPerSecond),
    compared('  p50', alone.p50, 'ms', naive.p50, busy?.acknowledgeP50),
    compared('  p99', alone.p99, 'ms', naive.p99),
    compared(
      '  processor time each',
      cpuMsEach(alone.cpu, 'server', alone.count).all,
      'ms',
      cpuMsEach(naive.cpu, 'naive handler', naive.count).all,
    ),
  ];
}

function draftRows({ drafter, webhookToNote, callsPerDraft, burst, bareLoop }: DraftFigures): string[][] {
  const each = cpuMsEach(burst.cpu, 'server', burst.tickets);
  return [
    compared(`webhook to note, ${drafter}, p50`, webhookToNote.p50, 'ms', bareLoop.p50),
    compared('  p99', webhookToNote.p99, 'ms', bareLoop.p99),
    compared(`drafts, ${drafter}`, burst.perSecond, '/s', bareLoop.perSecond, AUTOMATION_SERVER.draftsPerSecond),
    compared('  requests for each', callsPerDraft, '', bareLoop.callsPerDraft),
    compared('  processor time each', each.all, 'ms', undefined),
    compared('  main thread alone', each.main, 'ms', undefined),
  ];
}

function compared(name: string, ours: number | null, unit: string, baseline?: number, published?: number): string[] {
  const ratio = (to: number | undefined) =>
    to === undefined || ours === null || !Number.isFinite(ours / to) ? '' : `x ${figure(ours / to)}`;
  const shown = (value: number | undefined) => (value === undefined ? '' : figure(value));
  return [name, figure(ours), unit, shown(baseline), ratio(baseline), shown(published), ratio(published)];
}
