import { isAppError } from '@draftsmith/errors';
import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import type { Actions } from './actions.ts';
import type { FaultResponse, FaultSwitches } from './api/faults.ts';
import type { TicketRecord, ZendeskStore } from './state/store.ts';
import type { Deliverer } from './webhooks/deliver.ts';
import type { DeliveryLog } from './webhooks/delivery-log.ts';
import type { Dispatcher } from './webhooks/dispatch.ts';

const cannedSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
});

const faultSchema = z.object({
  match: z.object({ method: z.string().optional(), path: z.string() }),
  times: z.number().int().positive().optional(),
  response: z.union([
    z.enum(['hang', 'reset']),
    z.object({ delayMs: z.number().nonnegative() }),
    z.object({ afterEffect: z.union([z.enum(['reset', 'hang']), cannedSchema]) }),
    cannedSchema,
  ]),
});

const commentSchema = z.object({
  body: z.string(),
  authorId: z.number().optional(),
  public: z.boolean().optional(),
  attachments: z.array(z.object({ fileName: z.string(), contentType: z.string(), size: z.number() })).optional(),
});

export interface SimContext {
  store: ZendeskStore;
  actions: Actions;
  faults: FaultSwitches;
  dispatcher: Dispatcher;
  deliverer: Deliverer;
  log: DeliveryLog;
}

/** The simulator's own switches over HTTP, for processes that cannot hold the object. Loopback only, no credentials. */
export function registerSimApi(app: Express, context: SimContext): void {
  const { store, faults, log } = context;

  app.get('/_sim/faults', (_request, response) => {
    response.json({
      faults: faults.list().map((fault) => ({ ...fault, match: { ...fault.match, path: fault.match.path.source } })),
    });
  });
  app.post('/_sim/faults', (request, response) => {
    const { match, response: answer, times } = faultSchema.parse(request.body);
    faults.set({
      match: { path: new RegExp(match.path), ...(match.method === undefined ? {} : { method: match.method }) },
      response: answer as FaultResponse,
      ...(times === undefined ? {} : { times }),
    });
    response.status(201).json({ faults: faults.list().length });
  });
  app.delete('/_sim/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });

  app.get('/_sim/state', (_request, response) => {
    response.json({
      account: store.account,
      tickets: [...store.tickets.values()].map(describe),
      webhooks: [...store.webhooks.values()].map((record) => record.webhook),
      triggers: [...store.triggers.values()],
      deliveries: log.all().length,
    });
  });
  app.get('/_sim/state/tickets/:id', (request, response) => {
    const record = store.tickets.get(Number(request.params.id));
    if (record) response.json(describe(record));
    else response.status(404).json({ error: 'no such ticket' });
  });
  app.get('/_sim/deliveries', (_request, response) => {
    response.json({ deliveries: log.all() });
  });
  app.get('/_sim/settled', async (_request, response) => {
    await context.deliverer.settled();
    response.json({ settled: true });
  });
  app.post('/_sim/duplicate-next', (request, response) => {
    context.dispatcher.duplicateNext(z.object({ count: z.number().optional() }).parse(request.body ?? {}).count);
    response.status(204).end();
  });

  registerTicketActions(app, context.actions);
}

function registerTicketActions(app: Express, actions: Actions): void {
  const act = (path: string, run: (ticketId: number, body: unknown) => unknown) => {
    app.post(path, (request: Request, response: Response) => {
      try {
        response.json(run(Number(request.params.id), request.body));
      } catch (thrown) {
        if (!isAppError(thrown)) throw thrown;
        response.status(thrown.kind === 'not-found' ? 404 : 422).json({ error: thrown.message });
      }
    });
  };

  act('/_sim/tickets/:id/arrive', (id) => actions.arrive(id));
  act('/_sim/tickets/:id/comments', (id, body) => {
    const given = commentSchema.extend({ by: z.enum(['customer', 'agent']).default('customer') }).parse(body);
    const { by, ...rest } = given;
    const comment = JSON.parse(JSON.stringify(rest)) as { body: string };
    return by === 'agent' ? actions.addAgentComment(id, comment) : actions.addCustomerComment(id, comment);
  });
  act('/_sim/tickets/:id/status', (id, body) => {
    const { status } = z
      .object({ status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']) })
      .parse(body);
    return actions.setStatus(id, status);
  });
  act('/_sim/tickets/:id/merge', (id, body) =>
    actions.merge(id, z.object({ sourceIds: z.array(z.number()) }).parse(body).sourceIds),
  );
  act('/_sim/tickets/:id/spam', (id) => actions.markAsSpam(id));
}

function describe(record: TicketRecord): Record<string, unknown> {
  const { ticket, comments, audits } = record;
  return { ticket, comments, audits, incoming: record.incoming ?? null };
}
