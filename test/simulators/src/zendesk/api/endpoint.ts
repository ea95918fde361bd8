import type { Express, Request, Response } from 'express';
import { missingScopes } from '../oauth/scopes.ts';
import type { TokenRecord } from '../oauth/token-store.ts';
import { isStaff, type ZendeskStore } from '../state/store.ts';
import type { ZendeskUser } from '../wire.ts';
import type { Authenticate, Identity } from './authentication.ts';
import type { Query } from './paging.ts';
import { poolHeaders, type RateWindow } from './rate-limits.ts';
import { forbidden, invalidToken, missingScope, type Reply, rateLimited, unauthorized } from './reply.ts';

/** One request after authentication, with everything an endpoint reads. */
export interface Call {
  params: Readonly<Record<string, string | undefined>>;
  query: Query;
  /** Values of a parameter that may come several times, e.g. `role[]`. */
  list(name: string): string[];
  body: unknown;
  /** Who the credentials act as; undefined only where anonymous access is allowed. */
  user: ZendeskUser | undefined;
  /** The OAuth token among the credentials, if that is what they were. */
  token: TokenRecord | undefined;
  userAgent: string;
  /** Absolute URL of the request without its query, with the `.json` suffix the client wrote. */
  url: string;
}

export type StaffCall = Call & { user: ZendeskUser };
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Endpoints {
  /** Staff only: missing or wrong credentials answer 401, an end user's 403. */
  staff(method: Method, path: string, handler: (call: StaffCall) => Reply | Promise<Reply>): void;
  /** Admins only; others of the staff answer 403. */
  admin(method: Method, path: string, handler: (call: StaffCall) => Reply | Promise<Reply>): void;
  /** Also without credentials; wrong ones answer 401. */
  open(method: Method, path: string, handler: (call: Call) => Reply | Promise<Reply>): void;
}

/** Registers endpoints behind authentication and the account's rate limit. Paths carry no `.json`: it was cut before. */
export function createEndpoints(
  app: Express,
  context: { store: ZendeskStore; authenticate: Authenticate; pool: RateWindow },
): Endpoints {
  type Answer = (call: Call) => Reply | Promise<Reply>;

  async function answer(request: Request, handler: Answer): Promise<Reply> {
    const authorization = request.get('authorization');
    const identity = context.authenticate(authorization);
    if (identity === 'wrong') return authorization?.startsWith('Bearer ') ? invalidToken() : unauthorized();
    if (identity === 'missing') return handler(toCall(request, undefined, context.store.baseUrl));
    const call = toCall(request, identity, context.store.baseUrl);
    const missing = call.token ? missingScopes(call.token.scopes, scopedCall(request, call)) : [];
    return missing.length > 0 ? missingScope(missing) : handler(call);
  }

  async function serve(request: Request, response: Response, handler: Answer): Promise<void> {
    const pool = context.pool.take(request.path.startsWith('/api/v2/help_center') ? 'help-center' : 'support');
    response.set(poolHeaders(pool));
    const reply = pool.allowed
      ? await answer(request, handler)
      : rateLimited(pool.resets, 'Number of allowed API requests per minute exceeded');
    send(response, reply);
  }

  function guarded(
    mayCall: (user: ZendeskUser) => boolean,
    handler: (call: StaffCall) => Reply | Promise<Reply>,
  ): Answer {
    return (call) => {
      const { user } = call;
      if (!user) return unauthorized();
      return mayCall(user) ? handler({ ...call, user }) : forbidden();
    };
  }

  const register = (method: Method, path: string, handler: Answer) => {
    app[method](path, (request, response) => serve(request, response, handler));
  };
  return {
    staff: (method, path, handler) => register(method, path, guarded(isStaff, handler)),
    admin: (method, path, handler) =>
      register(
        method,
        path,
        guarded((user) => user.role === 'admin', handler),
      ),
    open: register,
  };
}

function scopedCall(request: Request, call: Call): Parameters<typeof missingScopes>[1] {
  const path = request.path.replace(/^\/api\/v2/, '');
  return { method: request.method, path, include: call.query.include };
}

function toCall(request: Request, identity: Identity | undefined, baseUrl: string): Call {
  return {
    params: request.params as Record<string, string>,
    query: request.query as Query,
    list: (name) => [request.query[name] ?? []].flat().map(String),
    body: request.body,
    user: identity?.user,
    token: identity?.token,
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
