import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import { type Credentials, createAuthenticate } from './api/authentication.ts';
import { registerComments } from './api/comments.ts';
import { createEndpoints, send } from './api/endpoint.ts';
import type { createFaults } from './api/faults.ts';
import { registerHelpCenter } from './api/help-center.ts';
import { registerMacros } from './api/macros.ts';
import { registerPeople } from './api/people.ts';
import { type RateLimits, RateWindow } from './api/rate-limits.ts';
import { unknownEndpoint } from './api/reply.ts';
import { registerSearch } from './api/search.ts';
import { registerTags } from './api/tags.ts';
import { registerTickets } from './api/tickets.ts';
import { registerTriggers } from './api/triggers.ts';
import { registerWebhooks, type WebhookContext } from './api/webhooks.ts';
import { registerArticlePages } from './article-pages.ts';
import { registerSimApi, type SimContext } from './sim-api.ts';

export interface AppContext extends SimContext, WebhookContext {
  faults: ReturnType<typeof createFaults>;
  credentials: Credentials;
  limits: RateLimits;
}

const MINUTE_MS = 60_000;

/** The account over HTTP. Order matters: the switches stay reachable whatever faults are set for the API. */
export function createApp(context: AppContext): Express {
  const { store, limits } = context;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');

  app.use(express.json({ limit: '2mb' }));
  registerSimApi(app, context);
  app.use(context.faults.middleware);
  app.use('/api/v2', jsonSuffix);

  const api = createEndpoints(app, {
    store,
    authenticate: createAuthenticate(store, context.credentials),
    pool: new RateWindow(limits.requestsPerMinute, MINUTE_MS, store.clock),
  });
  const tickets = {
    store,
    updatesPerTicket: new RateWindow(limits.updatesPerTicket, 10 * MINUTE_MS, store.clock),
    publish: context.dispatcher.publish,
  };
  registerTickets(api, tickets);
  registerComments(api, store);
  registerTags(api, tickets);
  registerPeople(api, store);
  registerMacros(api, store);
  registerHelpCenter(api, store);
  registerSearch(api, store);
  registerWebhooks(api, context);
  registerTriggers(api, store);
  registerArticlePages(app, store);

  app.use((_request, response) => send(response, unknownEndpoint()));
  app.use(malformedBody);
  return app;
}

/** `.json` is optional, except below the Help Center, where real accounts answer 415 without it. */
const jsonSuffix: RequestHandler = (request, response, next) => {
  const [path = '', query] = request.url.split('?', 2);
  if (path.endsWith('.json')) {
    request.url = path.slice(0, -'.json'.length) + (query === undefined ? '' : `?${query}`);
  } else if (path.startsWith('/help_center/')) {
    response.status(415).json({ error: 'UnsupportedMediaType', description: 'Use the .json suffix' });
    return;
  }
  next();
};

const malformedBody: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof z.ZodError) {
    // Only the switches under /_sim throw it; the API answers with Zendesk's own bodies.
    response.status(400).json({ error: z.prettifyError(error) });
    return;
  }
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) {
    response.status(status).json({ error: 'Unprocessable', description: 'Server could not parse the request body' });
  } else {
    // A simulator that hides its own bugs costs its users hours: the message goes back to the caller.
    const description = error instanceof Error ? error.message : 'unknown';
    response.status(500).json({ status: 500, error: 'Internal Server Error', description });
  }
};
