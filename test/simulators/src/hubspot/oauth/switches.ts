import type { AccessTokens } from './access.ts';
import type { Authorizations } from './authorize.ts';
import type { BadGrant, Grants } from './grants.ts';

export interface OAuthSwitches {
  /** The URL that an installer opens, with the app's scopes. */
  authorizeUrl(given: { redirectUri: string; state?: string; scope?: string }): string;
  /** The click on *Connect app*: where the browser goes then. Throws what the page would say when it refuses. */
  allow(authorizeUrl: string, portalId: number, userId?: number): string;
  /** The click on *Cancel*. */
  deny(authorizeUrl: string): string;
  /** An install without the dance: what the token endpoint would have answered. */
  grant(portalId: number, scopes?: readonly string[]): { accessToken: string; refreshToken: string };
  /** How often the account's token was refreshed. */
  refreshes(portalId: number): number;
  expireAccessTokens(portalId: number): void;
  /** The customer uninstalls in HubSpot: nobody is told, refreshing fails, access tokens are dead. */
  uninstall(portalId: number, error?: BadGrant): void;
  /** The refresh token is revoked; access tokens live on to their end. */
  revoke(portalId: number): void;
  isInstalled(portalId: number): boolean;
}

export function createOAuthSwitches({
  baseUrl,
  grants,
  tokens,
  authorizations,
}: {
  baseUrl: string;
  grants: Grants;
  authorizations: Authorizations;
  tokens: AccessTokens;
}): OAuthSwitches {
  function decide(authorizeUrl: string, decision: Parameters<Authorizations['decide']>[1]): string {
    const opened = authorizations.open(Object.fromEntries(new URL(authorizeUrl).searchParams));
    if (opened.kind === 'refused') throw new Error(opened.message);
    const location = authorizations.decide(opened.requestId, decision);
    if (location === undefined) throw new Error('There is no such account');
    return location;
  }

  return {
    allow: (authorizeUrl, portalId, userId) =>
      decide(authorizeUrl, { portalId, ...(userId === undefined ? {} : { userId }) }),
    deny: (authorizeUrl) => decide(authorizeUrl, 'deny'),
    authorizeUrl({ redirectUri, state, scope = grants.app.requiredScopes.join(' ') }) {
      const query = new URLSearchParams({ client_id: grants.app.clientId, redirect_uri: redirectUri, scope });
      if (state !== undefined) query.set('state', state);
      return `${baseUrl}/oauth/authorize?${query}`;
    },
    grant(portalId, scopes = grants.app.requiredScopes) {
      const { refreshToken, userId } = grants.install(portalId, 1, scopes);
      return { accessToken: tokens.issue({ portalId, userId, scopes, kind: 'oauth' }), refreshToken };
    },
    refreshes: (portalId) => grants.refreshes.get(portalId) ?? 0,
    expireAccessTokens: (portalId) => tokens.expire(portalId),
    uninstall(portalId, error = 'BAD_REFRESH_TOKEN') {
      grants.end(portalId, error);
      tokens.forget(portalId);
    },
    revoke: (portalId) => grants.end(portalId, 'BAD_REFRESH_TOKEN'),
    isInstalled: (portalId) => grants.of(portalId) !== undefined,
  };
}
