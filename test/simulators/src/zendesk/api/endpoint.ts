import type { Express, Request, Response } from 'express';
import { isStaff, type ZendeskStore } from '../state/store.ts';
import type { ZendeskUser } from '../wire.ts';
import type { Authenticate } from './authentication.ts';
import type { Query } from './paging.ts';
import { poolHeaders, type RateWindow } from './rate-limits.ts';
import { forbidden, type Reply, rateLimited, unauthorized } from './reply.ts';

/** One request after authentication, with everything an endpoint reads. */
export interface Call {
  params: Readonly<Record<string, string | undefined>>;
  query: Query;
  body: unknown;
  /** Who the credentials act as; undefined only where anonymous access is allowed. */
  user: ZendeskUser | undefined;
  userAgent: string;
  /** Absolute URL of the request without its query, with the `.json` suffix the client wrote. */
  url: string;
}

export type StaffCall = Call & { user: ZendeskUser };
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Endpoints {
  /** Staff only: missing or wrong credentials answer 401, an end user's 403. */
  staff(method: Method, path: string, handler: (call: StaffCall) => Reply | Promise<Reply>): void;
  /** Also without credentials; wrong ones answer 401. */
  open(method: Method, path: string, handler: (call: Call) => Reply | Promise<Reply>): void;
}

/** Registers endpoints behind authentication and the account's rate limit. Paths carry no `.json`: it was cut before. */
export function createEndpoints(
  app: Express,
  context: { store: ZendeskStore; authenticate: Authenticate; pool: RateWindow },
): Endpoints {
  async function serve(
    request: Request,
    response: Response,
    answer: (call: Call, known: 'missing' | 'wrong' | 'user') => Reply | Promise<Reply>,
  ): Promise<void> {
    const pool = context.pool.take(request.path.startsWith('/api/v2/help_center') ? 'help-center' : 'support');
    response.set(poolHeaders(pool));
    if (!pool.allowed) {
      send(response, rateLimited(pool.resets, 'Number of allowed API requests per minute exceeded'));
      return;
    }
    const identity = context.authenticate(request.get('authorization'));
    const call = toCall(request, typeof identity === 'string' ? undefined : identity, context.store.baseUrl);
    send(response, await answer(call, typeof identity === 'string' ? identity : 'user'));
  }

  return {
    staff(method, path, handler) {
      app[method](path, (request, response) =>
        serve(request, response, (call) => {
          const { user } = call;
          if (!user) return unauthorized();
          return isStaff(user) ? handler({ ...call, user }) : forbidden();
        }),
      );
    },
    open(method, path, handler) {
      app[method](path, (request, response) =>
        serve(request, response, (call, known) => (known === 'wrong' ? unauthorized() : handler(call))),
      );
    },
  };
}

function toCall(request: Request, user: ZendeskUser | undefined, baseUrl: string): Call {
  return {
    params: request.params as Record<string, string>,
    query: request.query as Query,
    body: request.body,
    user,
    userAgent: request.get('user-agent') ?? '',
    url: `${baseUrl}${request.originalUrl.split('?', 1)[0] ?? ''}`,
  };
}

export function send(response: Response, reply: Reply): void {
  response.status(reply.status);
  if (reply.headers) response.set(reply.headers);
  if (reply.body === undefined) response.end();
  else response.json(reply.body);
}

export function numericParam(call: Call, name = 'id'): number {
  return Number(call.params[name]);
}
