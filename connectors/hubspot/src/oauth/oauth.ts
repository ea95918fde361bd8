import type { ConnectorOAuth, ConnectorPorts, OAuthClient, TokenSet } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';
import { PATHS } from '../facts.ts';
import type { HubSpotSettings } from '../settings.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES, SCOPES } from './scopes.ts';
import { createTokenEndpoint, type TokenEndpoint } from './token-endpoint.ts';

const id = z.union([z.string().regex(/^\d+$/), z.number().int().positive()]).transform(String);

const tokenReply = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().nullish(),
  scopes: z.array(z.string()).nullish(),
  hub_id: id.nullish(),
});

const introspection = z.object({
  active: z.boolean().nullish(),
  hub_id: id.nullish(),
  scopes: z.array(z.string()).nullish(),
});

const textOf = (scopes: readonly { scope: string }[]) => scopes.map(({ scope }) => scope).join(' ');

/** OAuth of our app, in whatever account an admin chooses: whose tokens they are, only the answer says. */
export function hubspotOAuth(settings: HubSpotSettings, ports: ConnectorPorts): ConnectorOAuth {
  const endpoint = createTokenEndpoint(settings, ports);

  async function ask(client: OAuthClient, grant: Record<string, string>, signal: AbortSignal) {
    const asked = ports.now().getTime();
    return toTokenSet(await endpoint.post(PATHS.token, client, grant, tokenReply, signal), asked);
  }

  return {
    scopes: SCOPES,

    authorizeUrl({ client, redirectUri, state, codeChallenge }) {
      const url = new URL(`${settings.authorizeUrl}/oauth/authorize`);
      const query = {
        client_id: client.clientId,
        redirect_uri: redirectUri,
        scope: textOf(REQUIRED_SCOPES),
        optional_scope: textOf(OPTIONAL_SCOPES),
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
      };
      // A space as `%20`, as HubSpot documents it.
      url.search = Object.entries(query)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');
      return url.href;
    },

    async exchange({ client, redirectUri, code, codeVerifier }, signal) {
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier };
      const tokens = await ask(client, grant, signal);
      return tokens.account
        ? tokens
        : withAccount(tokens, await introspect(endpoint, client, tokens.accessToken, signal));
    },

    refresh: ({ client, refreshToken }, signal) =>
      ask(client, { grant_type: 'refresh_token', refresh_token: refreshToken }, signal),

    async clientCredentials() {
      throw new AppError(
        'invalid',
        'HubSpot opens an account only with the consent of an admin, or with a static token',
        {
          code: 'hubspot.no-client-credentials',
        },
      );
    },

    /**
     * Nothing to send. An access token cannot be taken back and ends within half an hour; revoking is for the refresh token,
     * and connecting an account again keeps that one: taking it back with the old access token would end the new consent.
     * The installation itself is ended by `remove`, which takes all of its tokens along.
     */
    revoke: async () => undefined,
  };
}

/** What a token may do, as HubSpot says it. Undefined for one that does not work any more. */
export async function introspect(
  endpoint: TokenEndpoint,
  client: OAuthClient,
  token: string,
  signal: AbortSignal,
): Promise<{ account: string | undefined; scopes: readonly string[] } | undefined> {
  const form = { token, token_type_hint: 'access_token' };
  const { active, hub_id, scopes } = await endpoint.post(PATHS.introspect, client, form, introspection, signal);
  return active === false ? undefined : { account: hub_id ?? undefined, scopes: scopes ?? [] };
}

function withAccount(tokens: TokenSet, known: { account: string | undefined } | undefined): TokenSet {
  return known?.account === undefined ? tokens : { ...tokens, account: known.account };
}

function toTokenSet(reply: z.infer<typeof tokenReply>, asked: number): TokenSet {
  return {
    accessToken: reply.access_token,
    ...(reply.refresh_token && { refreshToken: reply.refresh_token }),
    ...(reply.expires_in && { expiresAt: new Date(asked + reply.expires_in * 1000).toISOString() }),
    ...(reply.scopes && { scope: reply.scopes.join(' ') }),
    ...(reply.hub_id && { account: reply.hub_id }),
  };
}
