import { randomUUID } from 'node:crypto';
import { ASSIST_PATH, PROPOSALS_PATH } from '@draftsmith/contracts';
import { type Logger, silentLogger } from '@draftsmith/logger';
import express, { type Express, type RequestHandler, type Router } from 'express';
import type { Auth } from '../auth/index.ts';
import { consoleFiles } from './console-files.ts';
import { errorHandler, notFound } from './errors.ts';
import { type PeerAddress, socketAddress } from './loopback.ts';
import { operatorGuard } from './operator-guard.ts';
import { securityHeaders } from './security-headers.ts';

const API_BODY_LIMIT = '64kb';

export interface HttpShellOptions {
  auth: Auth;
  /** Whether people reach the server by https; turns Strict-Transport-Security on. */
  https: boolean;
  /** Mounted at /hooks, before any body parser: signatures are over raw bytes. Proves its callers itself. */
  hooks?: Router;
  /** Mounted at /assist, for the app beside a ticket. Proves its callers itself. */
  assist?: Router;
  /** Mounted at /proposals, for the card on a deal, before any body parser. Proves its callers itself. */
  proposals?: Router;
  /** Mounted at /actions, for workflows of source systems, before any body parser. Proves its callers itself. */
  actions?: Router;
  /** Where consent pages of source systems send browsers back to. Proves its callers itself. */
  callback?: Router;
  /** Mounted at /api behind sign-in; a router asks for admins by `auth.requireRole('admin')` where it must. */
  api?: Router[];
  /** Mounted at /operator, for the command line on this machine or whoever has the token. */
  operator?: Router;
  /** Folder of the built console; without it only the API answers. */
  consoleDir?: string;
  /** People reach it under another name than this machine's: metrics and health then need the token. */
  behindProxy?: boolean;
  /** Text in the Prometheus format. */
  metrics: () => Promise<string>;
  metricsToken?: string;
  /** False answers 503, for whoever decides about restarts. */
  healthy?: () => Promise<boolean>;
  peerAddress?: PeerAddress;
  logger?: Logger;
}

/** The whole HTTP surface. Every address stands behind a proof except the console's files, sign-in and set-up. */
export function createHttpShell(options: HttpShellOptions): Express {
  const { auth, proposals, callback, api = [], operator, consoleDir, peerAddress = socketAddress } = options;
  const app = express();
  app.disable('x-powered-by');
  // Entity tags of changing JSON cost a hash and save nothing: the API says no-store.
  app.disable('etag');
  app.set('trust proxy', false);
  app.use(requestId, securityHeaders(options.https));

  const guard = operatorGuard(options.metricsToken, peerAddress, options.behindProxy ?? false);
  app.use(['/healthz', '/metrics', '/operator'], guard);
  app.get('/healthz', health(options.healthy));
  app.get('/metrics', async (_req, res) => {
    res.type('text/plain; version=0.0.4; charset=utf-8').send(await options.metrics());
  });

  if (operator) app.use('/operator', noStore, operator, notFound);
  for (const [path, router] of provingThemselves(options)) if (router) app.use(path, noStore, router, notFound);
  // Other addresses below it are pages of the console.
  if (proposals) app.use(PROPOSALS_PATH, noStore, proposals);
  if (callback) app.use(callback);
  app.use('/api', noStore, auth.csrf, shortBody, auth.handler);
  app.use('/api', auth.requireRole('viewer'), ...api, notFound);
  if (consoleDir) app.use(consoleFiles(consoleDir));
  app.use(notFound, errorHandler(options.logger ?? silentLogger));
  return app;
}

/** What source systems ask, each behind a proof of its own. */
function provingThemselves({ hooks, assist, actions }: HttpShellOptions): [string, Router | undefined][] {
  return [
    ['/hooks', hooks],
    [ASSIST_PATH, assist],
    ['/actions', actions],
  ];
}

const shortJson = express.json({ limit: API_BODY_LIMIT });

/** What an account decides is longer: its own routes read it, behind sign-in. */
const LONG_BODIES = ['/policies/', '/rules/', '/proposals/'];

/** Of anybody, signed in or not, little is read. */
const shortBody: RequestHandler = (req, res, next) =>
  LONG_BODIES.some((path) => req.path.startsWith(path)) ? next() : shortJson(req, res, next);

/** Made here and never taken from the request, so that nobody can write into the log. */
const requestId: RequestHandler = (_req, res, next) => {
  res.set('x-request-id', randomUUID());
  next();
};

const noStore: RequestHandler = (_req, res, next) => {
  res.set('cache-control', 'no-store');
  next();
};

function health(healthy: HttpShellOptions['healthy']): RequestHandler {
  return async (_req, res) => {
    const ok = healthy ? await healthy() : true;
    res.status(ok ? 200 : 503).json({ status: ok ? 'ok' : 'failing' });
  };
}
