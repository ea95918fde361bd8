import type { Express, Request, Response } from 'express';
import type { Portal, Source } from '../crm/portal.ts';
import type { Access, AccessTokens } from '../oauth/access.ts';
import { createQuotas, type Quotas } from './quotas.ts';
import { RateLimited, rateLimitBody } from './rate-limited.ts';
import type { RateLimits } from './rate-limits.ts';
import { missingScopes, Refusal } from './refusal.ts';

export interface ApiCall {
  readonly portal: Portal;
  readonly access: Access;
  readonly request: Request;
  readonly params: Readonly<Record<string, string | undefined>>;
  /** First values only. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** The JSON body; an empty map when there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What webhooks will name for changes that this call makes. */
  readonly source: Source;
  /** Throws 403 unless the token has one of the scopes. */
  need(scopes: readonly string[]): void;
}

export interface Reply {
  status: number;
  body?: unknown;
}

export type Handler = (call: ApiCall) => Reply | Promise<Reply>;

export interface EndpointContext {
  tokens: AccessTokens;
  limits: RateLimits;
  clock: () => Date;
  appId: number;
  findPortal(id: number): Portal | undefined;
}

export interface Endpoints {
  /** `scopes`: any of them opens it; none: every token does. The handler asks for more where it depends on the request. */
  on(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    scopes: readonly string[],
    handler: Handler,
  ): void;
}

export function createEndpoints(app: Express, context: EndpointContext): Endpoints {
  const quotas = createQuotas(context.limits, context.clock);
  return {
    on(method, path, scopes, handler) {
      app[method](path, async (request: Request, response: Response) => {
        const reply = await answer(request, response, { ...context, quotas }, scopes, handler);
        send(response, reply);
      });
    },
  };
}

async function answer(
  request: Request,
  response: Response,
  context: EndpointContext & { quotas: Quotas },
  scopes: readonly string[],
  handler: Handler,
): Promise<Reply> {
  try {
    const access = context.tokens.authenticate(request.get('authorization'));
    const portal = context.findPortal(access.portalId);
    if (!portal) throw new Refusal(401, { message: 'The account does not exist', category: 'INVALID_AUTHENTICATION' });
    response.set(context.quotas.take(access, request.path));
    const need = (any: readonly string[]) => {
      if (any.length > 0 && !any.some((scope) => access.scopes.includes(scope))) throw missingScopes(any.slice(0, 1));
    };
    need(scopes);
    const source = { changeSource: 'INTEGRATION', sourceId: String(context.appId) };
    return await handler({ portal, access, request, need, source, ...inputOf(request) });
  } catch (thrown) {
    if (thrown instanceof RateLimited) return { status: 429, body: rateLimitBody(thrown.policyName) };
    if (thrown instanceof Refusal) return { status: thrown.status, body: thrown.body() };
    throw thrown;
  }
}

function inputOf(request: Request): Pick<ApiCall, 'params' | 'query' | 'body'> {
  const query = Object.fromEntries(new URLSearchParams(request.originalUrl.split('?').slice(1).join('?')));
  const body: unknown = request.body;
  const isMap = typeof body === 'object' && body !== null && !Buffer.isBuffer(body);
  return {
    params: request.params as Record<string, string>,
    query,
    body: isMap ? (body as Record<string, unknown>) : {},
  };
}

export function send(response: Response, { status, body }: Reply): void {
  response.status(status);
  if (body === undefined) response.end();
  else response.json(body);
}
