import { toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Inbox } from './inbox.ts';
import { type IngestOutcome, ingest, type WebhookTarget } from './ingest.ts';

/** Largest body read, in bytes. Zendesk sends less than 256 KB, HubSpot at most 100 events. */
const MAX_BODY = 512 * 1024;

/** Seconds. Zendesk repeats a 503 only when it is told to wait less than 60. */
const RETRY_AFTER = 20;

/** @param account undefined for the address that serves all accounts of a connector */
export type ResolveTarget = (connector: string, account: string | undefined) => WebhookTarget | undefined;

export interface WebhookRouterOptions {
  resolve: ResolveTarget;
  inbox: Inbox;
  logger: Logger;
  /** By which source systems reach us, without a trailing slash: some sign the address that they called. */
  publicUrl: string;
  now?: () => Date;
}

type Answered = IngestOutcome | { kind: 'unknown-account' | 'too-large' | 'unreadable' };

const STATUS: Record<Answered['kind'], number> = {
  accepted: 202,
  duplicate: 200,
  ignored: 200,
  rejected: 401,
  invalid: 400,
  unreadable: 400,
  'unknown-account': 404,
  'too-large': 413,
  unavailable: 503,
};

/** `POST /:connector/:account`, or `POST /:connector` for all accounts: the only place where source systems reach us. */
export function webhookRouter(options: WebhookRouterOptions): Router {
  const { resolve, inbox, logger, publicUrl, now = () => new Date() } = options;
  const router = Router();

  const answer = (response: Response, outcome: Answered, where: { connector: string; account: string }) => {
    const reason = 'reason' in outcome ? outcome.reason : undefined;
    const log =
      outcome.kind === 'accepted' || outcome.kind === 'ignored' || outcome.kind === 'duplicate'
        ? logger.debug
        : logger.warn;
    log('Webhook delivery', { ...where, outcome: outcome.kind, reason });
    if (outcome.kind === 'unavailable') {
      logger.error('A webhook delivery could not be recorded', { ...where, error: toAppError(outcome.cause) });
      response.set('retry-after', String(RETRY_AFTER));
    }
    response.status(STATUS[outcome.kind]).json({
      outcome: outcome.kind,
      ...(reason && { reason }),
      ...('message' in outcome && { message: outcome.message }),
    });
  };

  // `inflate: false`: a small compressed body must not become a large one before it is verified.
  router.post(
    ['/:connector/:account', '/:connector'],
    express.raw({ type: () => true, limit: MAX_BODY, inflate: false }),
    async (request: Request<{ connector: string; account?: string }>, response) => {
      const { connector, account } = request.params;
      const target = resolve(connector, account);
      if (!target) return answer(response, { kind: 'unknown-account' }, { connector, account: 'unknown' });
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const delivery = {
        body,
        headers: singleHeaders(request),
        method: request.method,
        url: publicUrl + request.originalUrl,
      };
      const outcome = await ingest(target, delivery, inbox, now());
      answer(response, outcome, { connector, account: account ?? 'all' });
    },
  );

  router.use(((error, _request, response, next) => {
    if (response.headersSent) return next(error);
    answer(response, whatBroke(error), { connector: 'unknown', account: 'unknown' });
  }) satisfies ErrorRequestHandler);

  return router;
}

function singleHeaders(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}

/** What Express and its body parser throw about a request has a status of 4xx, e.g. for `%ZZ` in the address. */
function whatBroke(error: { type?: unknown; status?: unknown } | null | undefined): Answered {
  if (error?.type === 'entity.too.large') return { kind: 'too-large' };
  const isAboutRequest = typeof error?.status === 'number' && error.status >= 400 && error.status < 500;
  return isAboutRequest ? { kind: 'unreadable' } : { kind: 'unavailable', cause: error };
}
