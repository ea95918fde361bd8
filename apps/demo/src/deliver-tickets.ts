import type { DraftListItem } from '@draftsmith/contracts';
import type { RunningServer } from '@draftsmith/server';
import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';

export interface DemoOutcomes {
  items: DraftListItem[];
  /** Milliseconds since the epoch; undefined when nothing was drafted. */
  firstDraftAt: number | undefined;
  /** Tickets that reached no outcome in time. */
  missing: number[];
}

export interface DeliverOptions {
  zendesk: Pick<ZendeskSimulator, 'arrive'>;
  server: Pick<RunningServer, 'changes' | 'draft'>;
  ticketIds: readonly number[];
  patienceMs: number;
  onOutcome: (item: DraftListItem) => void;
}

/** Lets every ticket's message arrive, and reports each outcome as it happens. */
export async function deliverTickets({
  zendesk,
  server,
  ticketIds,
  patienceMs,
  onOutcome,
}: DeliverOptions): Promise<DemoOutcomes> {
  const waiting = new Set(ticketIds.map(String));
  const items: DraftListItem[] = [];
  let firstDraftAt: number | undefined;
  const { promise: finished, resolve: finish, reject: fail } = Promise.withResolvers<void>();

  const report = async (id: string): Promise<void> => {
    const item = await server.draft(id);
    if (!waiting.delete(item.resourceId)) return;
    items.push(item);
    if (item.state === 'drafted') firstDraftAt ??= Date.now();
    onOutcome(item);
    if (waiting.size === 0) finish();
  };
  const stop = server.changes.subscribe(({ id, state }) => {
    if (state !== 'working' && state !== 'waiting') report(id).catch(fail);
  });
  const timeout = setTimeout(finish, patienceMs);
  for (const id of ticketIds) zendesk.arrive(id);
  if (waiting.size === 0) finish();
  await finished;
  clearTimeout(timeout);
  stop();
  return { items, firstDraftAt, missing: [...waiting].map(Number) };
}
