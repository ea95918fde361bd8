import express, { type ErrorRequestHandler, type Express } from 'express';
import { z } from 'zod';
import type { FaultSwitches } from '../zendesk/api/faults.ts';
import type { CallLog } from './api/calls.ts';
import { OBJECT_TYPES, type ObjectName } from './crm/object-types.ts';
import type { OAuthSwitches } from './oauth/switches.ts';
import type { PortalHandle } from './simulator.ts';
import type { WebhookSwitches } from './webhooks/webhooks.ts';

const objectName = z.enum(Object.keys(OBJECT_TYPES) as [ObjectName, ...ObjectName[]]);
const properties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const canned = z.object({
  status: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.string()).exactOptional(),
  body: z.unknown().exactOptional(),
});
const fault = z.object({
  match: z.object({ method: z.string().exactOptional(), path: z.string().transform((source) => new RegExp(source)) }),
  times: z.number().int().positive().exactOptional(),
  response: z.union([
    z.enum(['hang', 'reset']),
    z.object({ delayMs: z.number().nonnegative() }),
    z.object({ afterEffect: z.union([z.enum(['reset', 'hang']), canned]) }),
    canned,
  ]),
});
const webhookTarget = z.object({
  targetUrl: z.url(),
  subscriptions: z
    .array(
      z.object({
        subscriptionType: z.string(),
        propertyName: z.string().exactOptional(),
        objectType: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
});
const cardRequest = z.object({
  url: z.url(),
  method: z.enum(['GET', 'PUT', 'POST', 'DELETE', 'PATCH']).exactOptional(),
  body: z.unknown().exactOptional(),
  user: z.object({ userId: z.number(), email: z.string() }).exactOptional(),
});
const deal = z.object({
  id: z.string().exactOptional(),
  properties: properties.exactOptional(),
  contacts: z.array(properties).exactOptional(),
  companies: z.array(properties).exactOptional(),
  lineItems: z.array(properties).exactOptional(),
});

export interface SimContext {
  portal(id: number): PortalHandle;
  faults: FaultSwitches;
  calls: CallLog;
  oauth: OAuthSwitches;
  webhooks: WebhookSwitches;
  settled(): Promise<void>;
}

/** The simulator's own switches over HTTP, for processes that cannot hold the object. Loopback only, no credentials. */
export function registerSimApi(app: Express, context: SimContext): void {
  app.use('/_sim', express.json({ limit: '10mb' }));
  registerAccountSwitches(app, context);
  app.post('/_sim/faults', (request, response) => {
    context.faults.set(fault.parse(request.body));
    response.status(201).json({ faults: context.faults.list().length });
  });
  app.delete('/_sim/faults', (_request, response) => {
    context.faults.clear();
    response.status(204).end();
  });
  app.get('/_sim/calls', (_request, response) => {
    response.json({ byEndpoint: context.calls.byEndpoint(), calls: context.calls.all().slice(-1_000) });
  });
  app.put('/_sim/webhooks', (request, response) => {
    const { targetUrl, subscriptions } = webhookTarget.parse(request.body);
    context.webhooks.connect(targetUrl, subscriptions);
    response.status(204).end();
  });
  app.get('/_sim/deliveries', (_request, response) => {
    response.json({ deliveries: context.webhooks.deliveries });
  });
  app.get('/_sim/settled', async (_request, response) => {
    await context.settled();
    response.json({ settled: true });
  });
  app.use('/_sim', malformed);
}

function registerAccountSwitches(app: Express, { portal, oauth }: SimContext): void {
  const base = '/_sim/portals/:portal';
  const of = (params: { portal: string }) => portal(Number(params.portal));

  app.get(`${base}/:object`, ({ params }, response) => {
    const { state } = of(params);
    if (params.object === 'violations') response.json({ violations: state.violations(), published: state.published() });
    else if (params.object === 'files') {
      response.json({ files: state.files().map(({ bytes, ...file }) => ({ ...file, size: bytes.length })) });
    } else response.json({ records: state.records(objectName.parse(params.object)) });
  });
  app.post(`${base}/deals/seed`, ({ params, body }, response) => {
    response.status(201).json(of(params).seed.deal(deal.parse(body)));
  });
  app.post(`${base}/token`, ({ params }, response) => {
    response.status(201).json({ token: of(params).staticToken() });
  });
  app.post(`${base}/uninstall`, ({ params }, response) => {
    oauth.uninstall(Number(params.portal));
    response.status(204).end();
  });
  app.post(`${base}/card-fetch`, async ({ params, body }, response) => {
    const { url, user, ...request } = cardRequest.parse(body);
    response.json(await of(params).cardFetch(url, request, user));
  });
  app.patch(`${base}/:object/:id`, ({ params, body }, response) => {
    of(params).acts.update(objectName.parse(params.object), params.id, properties.parse(body));
    response.status(204).end();
  });
  app.delete(`${base}/:object/:id`, ({ params }, response) => {
    const { acts } = of(params);
    if (params.object === 'contacts') acts.deleteForPrivacy(params.id);
    else acts.archive(objectName.parse(params.object), params.id);
    response.status(204).end();
  });
}

const malformed: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const message =
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : 'unknown';
  response.status(400).json({ error: message });
};
