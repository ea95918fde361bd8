import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { type Reply, send } from '../api/endpoint.ts';
import type { Portal } from '../crm/portal.ts';
import { checkClient, exchange, oauthRefusal, type TokenContext } from './token-endpoint.ts';

export interface TokenRouteContext extends TokenContext {
  findPortal(id: number): Portal | undefined;
}

/** Token, introspection, revocation and uninstall, below `/oauth` and `/appinstalls`. */
export function registerTokenRoutes(app: Express, context: TokenRouteContext): void {
  const form = express.urlencoded({ extended: false });
  const { grants, tokens } = context;
  const post = (path: string, handler: (form: Record<string, string>) => Reply) => {
    app.post(path, noSecretsInQuery(context), form, (request: Request, response: Response) => {
      // A body that is not a form is no body to HubSpot: the client id is what is missing first.
      send(response, handler((request.body ?? {}) as Record<string, string>));
    });
  };

  post('/oauth/token', (fields) => exchange(fields, context));
  post('/oauth/token/introspect', (fields) => checkClient(fields, grants) ?? introspect(fields.token ?? '', context));
  post('/oauth/token/revoke', (fields) => checkClient(fields, grants) ?? revoke(fields.token ?? '', context));
  app.get('/oauth/access-tokens/:token', (request, response) =>
    send(response, legacyTokenInfo(request.params.token, context)),
  );
  app.delete('/oauth/refresh-tokens/:token', (request, response) =>
    send(response, revoke(request.params.token, context)),
  );

  app.delete('/appinstalls/external-install', (request, response) => {
    const portalId = tokens.portalOf(request.get('authorization'));
    if (portalId === null || !grants.of(portalId)) {
      send(response, {
        status: 401,
        body: { status: 'error', category: 'INVALID_AUTHENTICATION', message: 'Authentication credentials not found.' },
      });
      return;
    }
    grants.end(portalId, 'BAD_REFRESH_TOKEN');
    tokens.forget(portalId);
    send(response, { status: 204 });
  });
}

/** Query strings end in logs: a client that sends secrets there is seen. */
function noSecretsInQuery({ findPortal, grants }: TokenRouteContext): RequestHandler {
  return (request, response, next) => {
    if (!/client_secret|refresh_token|[?&]code=/.test(request.originalUrl)) {
      next();
      return;
    }
    const refreshToken = new URL(request.originalUrl, 'http://localhost').searchParams.get('refresh_token');
    const grant = refreshToken === null ? undefined : grants.find(refreshToken);
    if (typeof grant === 'object')
      findPortal(grant.portalId)?.violations.push({ rule: 'secret-in-query', detail: request.path });
    send(response, oauthRefusal('BAD_CLIENT_ID'));
  };
}

function introspect(token: string, { tokens, grants, findPortal }: TokenRouteContext): Reply {
  const grant = grants.find(token);
  const found = typeof grant === 'object' ? { ...grant, expiresAt: null } : tokens.find(token);
  if (!found) return { status: 200, body: { active: false } };
  const { portalId, userId, scopes } = found;
  const owner = findPortal(portalId)?.owners.find((one) => one.userId === userId);
  return {
    status: 200,
    body: {
      active: true,
      token_use: typeof grant === 'object' ? 'refresh_token' : 'access_token',
      token_type: 'bearer',
      client_id: grants.app.clientId,
      app_id: grants.app.appId,
      hub_id: portalId,
      hub_domain: `${portalId}.hubspot.example`,
      user_id: userId,
      user: owner?.email ?? `user-${userId}@example.com`,
      scopes,
    },
  };
}

function legacyTokenInfo(token: string, context: TokenRouteContext): Reply {
  const { body } = introspect(token, context);
  const info = body as Record<string, unknown>;
  if (info.active === true) return { status: 200, body: { ...info, token } };
  return { status: 404, body: { status: 'error', message: 'access token not found', category: 'OBJECT_NOT_FOUND' } };
}

/** Access tokens that are out already live on to their end. */
function revoke(token: string, { grants }: TokenRouteContext): Reply {
  const grant = grants.find(token);
  if (typeof grant === 'object') grants.end(grant.portalId, 'BAD_REFRESH_TOKEN');
  return { status: 204 };
}
