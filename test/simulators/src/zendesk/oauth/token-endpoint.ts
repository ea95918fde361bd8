import { z } from 'zod';
import type { Reply } from '../api/reply.ts';
import type { Authorizations } from './authorizations.ts';
import type { ClientRegister, OAuthClient } from './clients.ts';
import { type Lifetimes, lifetimesOf } from './lifetimes.ts';
import { verifierMatches } from './pkce.ts';
import type { TokenRecord, TokenStore } from './token-store.ts';

export interface TokenContext {
  clients: ClientRegister;
  authorizations: Authorizations;
  tokens: TokenStore;
  /** Client credentials act as somebody; believed to be who made the client. */
  creatorId: number;
}

const seconds = z.coerce.number().int().optional();
const bodySchema = z.object({
  grant_type: z.string(),
  client_id: z.string(),
  client_secret: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
  scope: z.string().optional(),
  expires_in: seconds,
  refresh_token_expires_in: seconds,
});
type TokenRequest = z.infer<typeof bodySchema>;

/** `POST /oauth/tokens`. */
export function exchange(body: unknown, context: TokenContext): Reply {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? 'grant_type');
    return refused('invalid_request', `${field} is missing or invalid`);
  }
  const request = parsed.data;
  const client = context.clients.find(request.client_id);
  const wrongSecret = request.client_secret !== undefined && request.client_secret !== client?.secret;
  if (!client || wrongSecret) return unknownClient();
  const lifetimes = lifetimesOf(request);
  if (typeof lifetimes === 'string') return refused('invalid_request', lifetimes);
  switch (request.grant_type) {
    case 'authorization_code':
      return byCode(request, client, lifetimes, context);
    case 'refresh_token':
      return byRefreshToken(request, client, lifetimes, context);
    case 'client_credentials':
      return byClient(request, client, lifetimes, context);
    default:
      return refused('unsupported_grant_type', 'grant_type is not supported');
  }
}

function byCode(request: TokenRequest, client: OAuthClient, lifetimes: Lifetimes, context: TokenContext): Reply {
  const granted = context.authorizations.redeem(request.code ?? '');
  if (!granted || granted.client.id !== client.id || granted.redirectUri !== request.redirect_uri)
    return invalidGrant();
  // A confidential client proves itself by its secret, by PKCE, or by both; a challenge must be met in any case.
  if (granted.challenge === undefined) {
    if (request.client_secret === undefined) return unknownClient();
  } else if (!verifierMatches(request.code_verifier ?? '', granted.challenge)) return invalidGrant();
  return issued(
    context.tokens.issue({
      clientId: client.id,
      userId: granted.userId,
      scopes: granted.scopes,
      expiresIn: lifetimes.access,
      refreshExpiresIn: lifetimes.refresh,
    }),
    lifetimes,
  );
}

/** Success deletes what was there before: whoever loses this answer must ask the admin again. */
function byRefreshToken(
  request: TokenRequest,
  client: OAuthClient,
  lifetimes: Lifetimes,
  context: TokenContext,
): Reply {
  if (client.secret !== null && request.client_secret === undefined) return unknownClient();
  const previous = context.tokens.refreshable(request.refresh_token ?? '');
  if (previous?.clientId !== client.id) return invalidGrant();
  const scopes = scopesOf(request.scope) ?? previous.scopes;
  if (!scopes.every((scope) => previous.scopes.includes(scope))) {
    return refused('invalid_scope', 'The requested scope exceeds the scope that was granted');
  }
  context.tokens.remove(previous.id);
  return issued(
    context.tokens.issue({
      clientId: client.id,
      userId: previous.userId,
      scopes,
      expiresIn: lifetimes.access,
      refreshExpiresIn: lifetimes.refresh,
    }),
    lifetimes,
  );
}

/** There is nothing to refresh: the client asks again. */
function byClient(request: TokenRequest, client: OAuthClient, lifetimes: Lifetimes, context: TokenContext): Reply {
  if (request.client_secret === undefined) return unknownClient();
  const scopes = scopesOf(request.scope);
  if (!scopes) return refused('invalid_scope', 'scope is required');
  return issued(
    context.tokens.issue({
      clientId: client.id,
      userId: context.creatorId,
      scopes,
      expiresIn: lifetimes.access,
      refreshExpiresIn: null,
    }),
    lifetimes,
  );
}

function scopesOf(scope: string | undefined): string[] | undefined {
  const scopes = (scope ?? '').split(' ').filter((name) => name !== '');
  return scopes.length > 0 ? scopes : undefined;
}

function issued(token: TokenRecord, lifetimes: Lifetimes): Reply {
  return {
    status: 201,
    headers: { 'cache-control': 'no-store' },
    body: {
      access_token: token.accessToken,
      ...(token.refreshToken === null
        ? {}
        : { refresh_token: token.refreshToken, refresh_token_expires_in: lifetimes.refresh }),
      token_type: 'bearer',
      scope: token.scopes.join(' '),
      expires_in: lifetimes.access,
    },
  };
}

function refused(error: string, description: string): Reply {
  return { status: 400, body: { error, error_description: description } };
}

function invalidGrant(): Reply {
  return refused(
    'invalid_grant',
    'The provided access grant is invalid, expired, or revoked (e.g. invalid assertion, expired authorization token, ' +
      'bad end-user password credentials, or mismatching authorization code and redirection URI).',
  );
}

function unknownClient(): Reply {
  return {
    status: 401,
    body: {
      error: 'invalid_client',
      error_description:
        'The client identifier provided is invalid, the client failed to authenticate, or the client ' +
        'is not allowed to use this grant.',
    },
  };
}
