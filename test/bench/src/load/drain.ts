import { acknowledge } from './deliver.ts';
import type { Drained, Hook, Tickets, ZendeskAddress } from './tasks.ts';

/** Milliseconds between two looks; each makes the simulator count its tickets, so not too often. */
const LOOK_EVERY = 100;
/** Milliseconds without a new note after which the server is asked whether anything is left; asking costs it a query. */
const QUIET = 300;
const PATIENCE = 60_000;

/** A burst: all webhooks as fast as they are taken, 20 at once, then waiting for the last note. */
export async function drain({
  hook,
  zendesk,
  tickets,
}: {
  hook: Hook;
  zendesk: ZendeskAddress;
  tickets: Tickets;
}): Promise<Drained> {
  const already = await countNotes(zendesk);
  const started = performance.now();
  let acknowledgedAfter = 0;
  const acknowledging = acknowledge({ hook, tickets, atOnce: 20 }).then(({ refused, seconds }) => {
    if (refused > 0) throw new Error(`${refused} webhooks of the burst were refused`);
    acknowledgedAfter = seconds;
  });

  let notes = 0;
  let last = started;
  while (notes < tickets.count) {
    await new Promise((later) => setTimeout(later, LOOK_EVERY));
    const found = (await countNotes(zendesk)) - already;
    const now = performance.now();
    if (found > notes) last = now;
    notes = found;
    if (now - started > PATIENCE) break;
    if (now - last > QUIET && acknowledgedAfter > 0 && (await openJobs(hook)) === 0) break;
  }
  await acknowledging;
  return { notes, seconds: (last - started) / 1000, acknowledgedAfter };
}

/** Tickets may be skipped and get no note, so that only the queue knows when the burst is over. */
async function openJobs({ url }: Hook): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^draftsmith_jobs_open (\d+)$/m.exec(metrics)?.[1]);
}

async function countNotes({ baseUrl }: ZendeskAddress): Promise<number> {
  const response = await fetch(`${baseUrl}/_sim/stats`);
  return ((await response.json()) as { notes: number }).notes;
}
