import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { registerAccount } from './api/account.ts';
import { registerAssociations } from './api/associations.ts';
import { registerBatch } from './api/batch.ts';
import { registerCallbacks } from './api/callbacks.ts';
import type { createCallLog } from './api/calls.ts';
import { createEndpoints, type EndpointContext, send } from './api/endpoint.ts';
import { registerObjects } from './api/objects.ts';
import type { PartialFaults } from './api/partial-faults.ts';
import { canonicalPath } from './api/paths.ts';
import { registerProperties } from './api/properties.ts';
import { Refusal } from './api/refusal.ts';
import { registerSearch } from './api/search.ts';
import type { Portal } from './crm/portal.ts';
import { rawUpload, registerDownloads, registerFiles } from './files/routes.ts';
import type { Authorizations } from './oauth/authorize.ts';
import { registerAuthorizePages } from './oauth/authorize-pages.ts';
import type { Grants } from './oauth/grants.ts';
import { registerTokenRoutes } from './oauth/token-routes.ts';
import type { WorkflowActions } from './platform/workflow-actions.ts';
import { registerSimApi, type SimContext } from './sim-api.ts';

export interface AppContext extends EndpointContext {
  authorizations: Authorizations;
  portals: () => readonly Portal[];
  actionsOf(portalId: number): WorkflowActions | undefined;
  sim: SimContext;
  baseUrl: string;
  grants: Grants;
  calls: ReturnType<typeof createCallLog>;
  /** In this order. */
  faults: readonly RequestHandler[];
  partial: PartialFaults;
}

/** HubSpot's API over HTTP, for all accounts at one address. */
export function createApp(context: AppContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  registerSimApi(app, context.sim);
  registerDownloads(app, context);
  app.use(context.calls.middleware);
  for (const fault of context.faults) app.use(fault);
  app.use(withoutVersion);
  registerAuthorizePages(app, { ...context, settings: context.grants.app });
  registerTokenRoutes(app, context);
  app.use(express.json({ limit: '10mb' }), rawUpload);

  const api = createEndpoints(app, context);
  // Batches and searches before single objects: `batch` is no record id.
  registerBatch(api, context.partial);
  registerSearch(api);
  registerAssociations(api, context.partial);
  registerObjects(api);
  registerAccount(api);
  registerProperties(api);
  registerFiles(api, context);
  registerCallbacks(api, context.actionsOf);

  app.use((_request, response) =>
    send(response, { status: 404, body: new Refusal(404, { message: 'resource not found' }).body() }),
  );
  app.use(unexpected);
  return app;
}

/** Handlers know one path each; versions are taken off before. */
const withoutVersion: RequestHandler = (request, _response, next) => {
  const [path = '', query] = request.url.split(/\?(.*)/s, 2);
  const canonical = canonicalPath(path);
  if (canonical !== undefined) request.url = query === undefined ? canonical : `${canonical}?${query}`;
  else if (!path.startsWith('/oauth/authorize')) request.url = '/unknown';
  next();
};

const unexpected: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  const known = status >= 400 && status < 500;
  // A simulator that hides its own bugs costs its users hours: the message goes back to the caller.
  const message = known ? 'Invalid input JSON' : error instanceof Error ? (error.stack ?? error.message) : 'unknown';
  const refusal = new Refusal(known ? status : 500, {
    message,
    category: known ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR',
  });
  send(response, { status: refusal.status, body: refusal.body() });
};
