import type { ConnectorOAuth, ConnectorPorts, OAuthClient, TokenSet } from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import { z } from 'zod';
import { createZendeskHttp } from '../client/authorized-http.ts';
import { toZendeskError } from '../client/errors.ts';
import { OWN_TOKEN_PATH, TOKEN_SECONDS } from '../facts.ts';
import { originOf, type ZendeskSettings } from '../settings.ts';
import { SCOPE_TEXT, SCOPES } from './scopes.ts';

const LIFETIMES = { expires_in: TOKEN_SECONDS.access, refresh_token_expires_in: TOKEN_SECONDS.refresh };

const tokenReply = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().nullish(),
  refresh_token_expires_in: z.coerce.number().positive().nullish(),
  scope: z.string().nullish(),
});

/** OAuth of one Zendesk account (RFC 6749 with PKCE). Any answer of 2xx is taken: Zendesk documents 201 and gives 200. */
export function zendeskOAuth(settings: ZendeskSettings, ports: ConnectorPorts): ConnectorOAuth {
  const http = createZendeskHttp(settings, ports, {});

  async function ask(client: OAuthClient, grant: Record<string, unknown>, signal: AbortSignal): Promise<TokenSet> {
    const asked = ports.now().getTime();
    const json = { ...grant, ...identityOf(client), ...LIFETIMES };
    const reply = await http
      .request({ method: 'POST', path: 'oauth/tokens', json, signal, retry: 'never' })
      .catch((thrown: unknown) => {
        throw toOAuthError(thrown);
      });
    const parsed = tokenReply.safeParse(reply.json);
    if (parsed.success) return toTokenSet(parsed.data, asked);
    throw new AppError('unavailable', 'Zendesk answered with something that is no token', {
      code: 'oauth.unexpected-answer',
    });
  }

  return {
    scopes: SCOPES,
    authorizeUrl({ client, redirectUri, state, codeChallenge }) {
      const url = new URL(`${originOf(settings)}/oauth/authorizations/new`);
      const query = {
        response_type: 'code',
        client_id: client.clientId,
        redirect_uri: redirectUri,
        scope: SCOPE_TEXT,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
    exchange({ client, redirectUri, code, codeVerifier }, signal) {
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
      return ask(client, { ...grant, scope: SCOPE_TEXT }, signal);
    },
    // Without `scope`, what was granted stays: an account that was connected with more or fewer keeps working.
    refresh: ({ client, refreshToken }, signal) =>
      ask(client, { grant_type: 'refresh_token', refresh_token: refreshToken }, signal),
    clientCredentials: ({ client }, signal) =>
      ask(client, { grant_type: 'client_credentials', scope: SCOPE_TEXT }, signal),
    async revoke(accessToken, signal) {
      const authorized = createZendeskHttp(settings, ports, { authorization: `Bearer ${accessToken}` });
      try {
        await authorized.request({ method: 'DELETE', path: `api/v2/${OWN_TOKEN_PATH}`, signal, retry: 'safe' });
      } catch (thrown) {
        const error = toZendeskError(thrown);
        if (error.status !== 401 && error.status !== 404) throw error;
      }
    },
  };
}

function identityOf({ clientId, clientSecret }: OAuthClient) {
  return { client_id: clientId, ...(clientSecret !== undefined && { client_secret: clientSecret }) };
}

function toTokenSet(reply: z.infer<typeof tokenReply>, asked: number): TokenSet {
  const endOf = (seconds: number) => new Date(asked + seconds * 1000).toISOString();
  return {
    accessToken: reply.access_token,
    ...(reply.refresh_token && { refreshToken: reply.refresh_token }),
    ...(reply.expires_in && { expiresAt: endOf(reply.expires_in) }),
    ...(reply.refresh_token &&
      reply.refresh_token_expires_in && { refreshExpiresAt: endOf(reply.refresh_token_expires_in) }),
    ...(reply.scope && { scope: reply.scope }),
  };
}

/** The body's `error` decides, not the status: Zendesk answers 400 and 401 for both kinds. */
function toOAuthError(thrown: unknown): AppError {
  const error = toAppError(thrown);
  const { cause } = error;
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'error') : undefined;
  switch (error.status === undefined ? undefined : code) {
    case 'invalid_grant':
      return new AppError('auth', 'Zendesk does not know this consent any more: it was used, revoked, or has run out', {
        code: 'oauth.invalid-grant',
      });
    case 'invalid_client':
    case 'unauthorized_client':
      return new AppError(
        'invalid',
        'Zendesk does not accept the OAuth client: check its identifier and secret, and that it is of the kind Confidential',
        { code: 'oauth.invalid-client' },
      );
    case 'invalid_scope':
      return new AppError('permission', 'Zendesk does not grant these scopes to the OAuth client', {
        code: 'oauth.invalid-scope',
      });
    case 'invalid_request':
    case 'unsupported_grant_type':
      return new AppError('invalid', 'Zendesk did not understand the request for a token', { code: 'oauth.refused' });
    default:
      return toZendeskError(error);
  }
}
