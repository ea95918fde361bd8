import type { DraftFigures } from '../figures.ts';
import { memoryOf } from '../process/proc-files.ts';
import { startDraftsmith } from '../process/programs.ts';
import { spreadOf } from '../samples.ts';
import { type EngineBench, withCpu } from './bench.ts';

/** One drafter: latency on an idle system, then a burst, then the bare loop. `peakMb` is the server's memory at most. */
export async function measureDrafts(
  bench: EngineBench,
  drafter: DraftFigures['drafter'],
): Promise<DraftFigures & { peakMb: number }> {
  const { load, zendesk, size, takeTickets } = bench;
  const modelUrl = drafter === 'model' ? bench.modelUrl : undefined;
  const server = await startDraftsmith({ cwd: bench.folder, zendesk }, bench.storage, { modelUrl });
  try {
    const target = { hook: server.hook, zendesk };
    bench.say(`${bench.engine}: drafts, ${drafter}`);
    // Macros and who we are are read once; compiled code is faster than interpreted. Neither is what a day looks like.
    await load.run('drain', { ...target, tickets: takeTickets(size.warmUp) });
    const before = modelUrl ? await modelRequests(modelUrl) : 0;
    const single = await load.run('webhook-to-note', { ...target, tickets: takeTickets(size.webhookToNote) });
    const asked = modelUrl ? (await modelRequests(modelUrl)) - before : 0;
    const tickets = takeTickets(size.burst);
    const { result: burst, cpu } = await withCpu(bench, { name: 'server', pid: server.pid }, () =>
      load.run('drain', { ...target, tickets }),
    );
    const peakMb = memoryOf(server.pid).peakMb;
    await server.stop();
    const bare = await load.run('bare-loop', {
      zendesk,
      ...(modelUrl && { modelUrl }),
      tickets: takeTickets(size.bareLoop),
    });
    return {
      drafter,
      webhookToNote: { ...spreadOf(single.samples), count: single.samples.length, without: single.without },
      callsPerDraft: single.callsPerDraft === null ? null : single.callsPerDraft + asked / single.samples.length,
      burst: {
        tickets: tickets.count,
        notes: burst.notes,
        perSecond: burst.notes / burst.seconds,
        seconds: burst.seconds,
        acknowledgedAfter: burst.acknowledgedAfter,
        cpu,
      },
      bareLoop: {
        ...spreadOf(bare.samples),
        perSecond: bare.samples.length / bare.seconds,
        callsPerDraft: bare.callsPerDraft,
      },
      peakMb,
    };
  } finally {
    await server.stop(0);
  }
}

/** Answers from the cache would make a fast draft out of nothing: they show here as fewer requests than drafts. */
async function modelRequests(modelUrl: string): Promise<number> {
  const response = await fetch(new URL('/_sim/requests', modelUrl));
  return ((await response.json()) as { requests: unknown[] }).requests.length;
}
