import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { z } from 'zod';
import type { Removals } from './actions/removals.ts';
import { registerAccountLists } from './api/account-lists.ts';
import { createAuthenticate, type LegacyBasic } from './api/authentication.ts';
import { registerComments } from './api/comments.ts';
import { createEndpoints, send } from './api/endpoint.ts';
import type { createFaults } from './api/faults.ts';
import { registerHelpCenter } from './api/help-center.ts';
import { registerIncrementalTickets } from './api/incremental-tickets.ts';
import { registerMacros } from './api/macros.ts';
import { registerPeople } from './api/people.ts';
import { type RateLimits, RateWindow } from './api/rate-limits.ts';
import { registerRemovals } from './api/removals.ts';
import { unknownEndpoint } from './api/reply.ts';
import { registerSearch } from './api/search.ts';
import { registerTags } from './api/tags.ts';
import { registerTickets } from './api/tickets.ts';
import { registerTriggers } from './api/triggers.ts';
import { registerWebhooks, type WebhookContext } from './api/webhooks.ts';
import { registerArticlePages } from './article-pages.ts';
import { registerOAuth } from './oauth/pages.ts';
import { registerTokenApi } from './oauth/token-api.ts';
import type { TokenContext } from './oauth/token-endpoint.ts';
import { registerSimApi, type SimContext } from './sim-api.ts';

export interface AppContext extends SimContext, Omit<WebhookContext, 'maxWebhooks'> {
  faults: ReturnType<typeof createFaults>;
  removals: Removals;
  oauth: TokenContext;
  legacyBasic?: LegacyBasic;
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
  registerOAuth(app, { ...context.oauth, store });
  app.use('/api/v2', jsonSuffix);

  const api = createEndpoints(app, {
    store,
    authenticate: createAuthenticate(store, {
      tokens: context.oauth.tokens,
      ...(context.legacyBasic ? { legacyBasic: context.legacyBasic } : {}),
    }),
    pool: new RateWindow(limits.requestsPerMinute, MINUTE_MS, store.clock),
  });
  const tickets = {
    store,
    updatesPerTicket: new RateWindow(limits.updatesPerTicket, 10 * MINUTE_MS, store.clock),
    updates: new RateWindow(limits.updatesPerMinute, MINUTE_MS, store.clock),
    publish: context.dispatcher.publish,
  };
  registerTickets(api, tickets);
  registerComments(api, store);
  registerTags(api, tickets);
  registerRemovals(api, { ...tickets, removals: context.removals });
  registerPeople(api, store);
  registerAccountLists(api, store);
  registerMacros(api, store);
  registerHelpCenter(api, store);
  registerSearch(api, store);
  registerIncrementalTickets(api, store);
  registerWebhooks(api, { ...context, maxWebhooks: limits.webhooks });
  registerTriggers(api, store);
  registerTokenApi(api, { ...context.oauth, baseUrl: store.baseUrl });
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
