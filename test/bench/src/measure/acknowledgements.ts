import { openStorage } from '../engines.ts';
import type { AckFigure, AckFigures } from '../figures.ts';
import type { Hook } from '../load/tasks.ts';
import { memoryOf } from '../process/proc-files.ts';
import { startDraftsmith, startNaiveHandler } from '../process/programs.ts';
import { spreadOf } from '../samples.ts';
import { type EngineBench, withCpu } from './bench.ts';

type Column = 'drafting' | 'alone' | 'naive';

/** One and 20 webhooks at once: while drafts are written, with drafting held, and the naive handler. */
export async function measureAcknowledgements(
  bench: EngineBench,
): Promise<{ acknowledgements: AckFigures[]; peakMb: number }> {
  const drafting = await withDraftsmith(bench, 'drafting');
  await hold(bench);
  const alone = await withDraftsmith(bench, 'alone');
  await release(bench);
  const naive = await withNaiveHandler(bench);
  const acknowledgements = [1, 20].map((atOnce, i) => ({
    atOnce,
    drafting: present(drafting.figures[i]),
    alone: present(alone.figures[i]),
    naive: present(naive[i]),
  }));
  return { acknowledgements, peakMb: Math.max(drafting.peakMb, alone.peakMb) };
}

async function withDraftsmith(bench: EngineBench, column: Column) {
  const server = await startDraftsmith({ cwd: bench.folder, zendesk: bench.zendesk }, bench.storage);
  try {
    const figures = await bothLoads(bench, column, { ...server, name: 'server' });
    return { figures, peakMb: memoryOf(server.pid).peakMb };
  } finally {
    // Thousands of drafts are still waiting; nobody needs them.
    await server.stop(0);
  }
}

async function withNaiveHandler(bench: EngineBench): Promise<AckFigure[]> {
  const storage = await openStorage(bench.engine, bench.folder);
  const handler = await startNaiveHandler(bench.folder, storage);
  try {
    return await bothLoads({ ...bench, storage }, 'naive', { ...handler, name: 'naive handler' });
  } finally {
    await handler.stop(0);
    await storage.remove();
  }
}

async function bothLoads(
  bench: EngineBench,
  column: Column,
  server: { pid: number; hook: Hook; name: string },
): Promise<AckFigure[]> {
  const { load, size, takeTickets } = bench;
  const run = (count: number, atOnce: number) =>
    withCpu(bench, server, () => load.run('acknowledge', { hook: server.hook, tickets: takeTickets(count), atOnce }));
  bench.say(`${bench.engine}: acknowledgements, ${column}`);
  await run(size.warmUp, 20);
  const figures: AckFigure[] = [];
  for (const [count, atOnce] of [
    [size.ackOneAtATime, 1],
    [size.ackManyAtOnce, 20],
  ] as const) {
    const { result, cpu } = await run(count, atOnce);
    const { samples, refused, seconds } = result;
    figures.push({ ...spreadOf(samples), perSecond: samples.length / seconds, count: samples.length, refused, cpu });
  }
  return figures;
}

/** A Zendesk that takes requests and never answers: every worker waits, and only acknowledging is left to do. */
async function hold({ zendesk }: EngineBench): Promise<void> {
  await fetch(`${zendesk.baseUrl}/_sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: { path: '/api/v2/' }, times: 1_000_000, response: 'hang' }),
  });
}

async function release({ zendesk }: EngineBench): Promise<void> {
  await fetch(`${zendesk.baseUrl}/_sim/faults`, { method: 'DELETE' });
}

function present(figure: AckFigure | undefined): AckFigure {
  if (!figure) throw new Error('A measurement is missing');
  return figure;
}
