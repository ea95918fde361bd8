import { isAppError } from '@draftsmith/errors';
import type { Express, Request, Response } from 'express';
import { z } from 'zod';
import type { Actions } from './actions/actions.ts';
import type { FaultSwitches } from './api/faults.ts';
import type { OAuthSwitches } from './oauth/switches.ts';
import type { TicketRecord, ZendeskStore } from './state/store.ts';
import type { Deliverer } from './webhooks/deliver.ts';
import type { DeliveryLog } from './webhooks/delivery-log.ts';
import type { Dispatcher } from './webhooks/dispatch.ts';

const cannedSchema = z.object({
  status: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.string()).exactOptional(),
  body: z.unknown().exactOptional(),
});

const faultSchema = z.object({
  match: z.object({ method: z.string().exactOptional(), path: z.string().transform((source) => new RegExp(source)) }),
  times: z.number().int().positive().exactOptional(),
  response: z.union([
    z.enum(['hang', 'reset']),
    z.object({ delayMs: z.number().nonnegative() }),
    z.object({ afterEffect: z.union([z.enum(['reset', 'hang']), cannedSchema]) }),
    cannedSchema,
  ]),
});

const commentSchema = z.object({
  by: z.enum(['customer', 'agent']).default('customer'),
  body: z.string(),
  authorId: z.number().exactOptional(),
  public: z.boolean().exactOptional(),
  attachments: z.array(z.object({ fileName: z.string(), contentType: z.string(), size: z.number() })).exactOptional(),
});

const statusSchema = z.object({
  status: z.enum(['new', 'open', 'pending', 'hold', 'solved', 'closed', 'deleted']),
});
const mergeSchema = z.object({ sourceIds: z.array(z.number()).min(1) });
const deletionSchema = z.object({ permanently: z.boolean().default(false) });
const redactionSchema = z.object({ commentId: z.number() });
const clientSchema = z.object({
  id: z.string().min(1),
  secret: z.string().exactOptional(),
  redirectUris: z.array(z.url()).min(1),
  global: z.boolean().exactOptional(),
  name: z.string().exactOptional(),
});
const duplicateSchema = z.object({ count: z.number().int().positive().default(1) });

export interface SimContext {
  store: ZendeskStore;
  actions: Actions;
  faults: FaultSwitches;
  dispatcher: Dispatcher;
  deliverer: Deliverer;
  log: DeliveryLog;
  oauthSwitches: OAuthSwitches;
}

/** The simulator's own switches over HTTP, for processes that cannot hold the object. Loopback only, no credentials. */
export function registerSimApi(app: Express, context: SimContext): void {
  registerFaults(app, context.faults);
  registerState(app, context);
  registerTicketActions(app, context.actions);
  registerOAuthSwitches(app, context.oauthSwitches);

  app.get('/_sim/settled', async (_request, response) => {
    await context.deliverer.settled();
    response.json({ settled: true });
  });
  app.post('/_sim/duplicate-next', (request, response) => {
    context.dispatcher.duplicateNext(duplicateSchema.parse(request.body ?? {}).count);
    response.status(204).end();
  });
}

function registerFaults(app: Express, faults: FaultSwitches): void {
  app.get('/_sim/faults', (_request, response) => {
    const list = faults.list().map((fault) => ({ ...fault, match: { ...fault.match, path: fault.match.path.source } }));
    response.json({ faults: list });
  });
  app.post('/_sim/faults', (request, response) => {
    faults.set(faultSchema.parse(request.body));
    response.status(201).json({ faults: faults.list().length });
  });
  app.delete('/_sim/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
}

function registerState(app: Express, { store, log }: SimContext): void {
  app.get('/_sim/state', (_request, response) => {
    response.json({
      account: store.account,
      tickets: [...store.tickets.values()].map(describe),
      webhooks: [...store.webhooks.values()].map((record) => record.webhook),
      triggers: [...store.triggers.values()],
    });
  });
  app.get('/_sim/state/tickets/:id', (request, response) => {
    const record = store.tickets.get(Number(request.params.id));
    if (record) response.json(describe(record));
    else response.status(404).json({ error: 'no such ticket' });
  });
  // What a load or kill test asks for: is there exactly one note on every ticket?
  app.get('/_sim/stats', (_request, response) => {
    const notes = [...store.tickets.values()].map(
      ({ comments }) => comments.filter((comment) => !comment.public).length,
    );
    response.json({
      tickets: notes.length,
      ticketsWithNotes: notes.filter((count) => count > 0).length,
      notes: notes.reduce((sum, count) => sum + count, 0),
      mostNotesOnOneTicket: notes.reduce((most, count) => Math.max(most, count), 0),
      attempts: log.counts(),
    });
  });
  app.get('/_sim/deliveries', (_request, response) => {
    response.json({ deliveries: log.all() });
  });
}

function registerTicketActions(app: Express, actions: Actions): void {
  const act = (name: string, run: (ticketId: number, body: unknown) => unknown) => {
    app.post(`/_sim/tickets/:id/${name}`, (request: Request, response: Response) => {
      try {
        response.json(run(Number(request.params.id), request.body));
      } catch (thrown) {
        if (!isAppError(thrown)) throw thrown;
        response.status(thrown.kind === 'not-found' ? 404 : 422).json({ error: thrown.message });
      }
    });
  };

  act('arrive', (id) => actions.arrive(id));
  act('comments', (id, body) => {
    const { by, ...comment } = commentSchema.parse(body);
    return by === 'agent' ? actions.addAgentComment(id, comment) : actions.addCustomerComment(id, comment);
  });
  act('status', (id, body) => actions.setStatus(id, statusSchema.parse(body).status));
  act('merge', (id, body) => actions.merge(id, mergeSchema.parse(body).sourceIds));
  act('spam', (id) => actions.markAsSpam(id));
  act('delete', (id, body) =>
    deletionSchema.parse(body ?? {}).permanently ? actions.deletePermanently(id) : actions.softDelete(id),
  );
  act('redact', (id, body) => actions.redactComment(id, redactionSchema.parse(body).commentId));
}

function registerOAuthSwitches(app: Express, oauth: OAuthSwitches): void {
  app.post('/_sim/oauth/clients', (request, response) => {
    oauth.registerClient(clientSchema.parse(request.body));
    response.status(201).end();
  });
  for (const [name, run] of Object.entries({ revoke: oauth.revokeAll, expire: oauth.expireAccessTokens })) {
    app.post(`/_sim/oauth/${name}`, (_request, response) => {
      run();
      response.status(204).end();
    });
  }
}

function describe(record: TicketRecord): Record<string, unknown> {
  const { ticket, comments, audits } = record;
  return { ticket, comments, audits, incoming: record.incoming ?? null };
}
