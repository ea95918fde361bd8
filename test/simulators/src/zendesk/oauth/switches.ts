import { AppError } from '@draftsmith/errors';
import type { ClientInput } from './clients.ts';
import { DEFAULT_LIFETIMES } from './lifetimes.ts';
import type { TokenContext } from './token-endpoint.ts';
import type { TokenRecord } from './token-store.ts';

/** What an admin and the time do to OAuth. */
export interface OAuthSwitches {
  registerClient(client: ClientInput): void;
  /** Copies of the tokens that clients hold, oldest first; also ended ones until they are deleted. */
  readonly tokens: readonly Readonly<TokenRecord>[];
  /** Opens the authorization address and clicks *Allow*; answers where the browser is sent. */
  allow(authorizationUrl: string): string;
  /** The same with *Deny*. */
  deny(authorizationUrl: string): string;
  /** A token without the dance, for any user; refreshable, with the usual lifetime. */
  grant(given: { clientId: string; scopes: readonly string[]; userId?: number }): Readonly<TokenRecord>;
  /** The admin removes the clients' access: access and refresh tokens are gone. */
  revokeAll(): void;
  /** Every access token of a client has ended; refresh tokens still work. */
  expireAccessTokens(): void;
}

export function createOAuthSwitches(context: TokenContext & { clock: () => Date }): OAuthSwitches {
  const { clients, authorizations, tokens } = context;
  const decide = (authorizationUrl: string, allowed: boolean): string => {
    const query = Object.fromEntries(new URL(authorizationUrl).searchParams);
    const opened = authorizations.open(query);
    if (opened.kind === 'refused') throw new AppError('invalid', opened.message);
    if (opened.kind === 'redirect') return opened.location;
    return authorizations.decide(opened.requestId, allowed, context.creatorId) ?? '';
  };
  return {
    registerClient(client) {
      clients.add(client);
    },
    get tokens() {
      return tokens.granted().map((token) => ({ ...token }));
    },
    allow: (url) => decide(url, true),
    deny: (url) => decide(url, false),
    grant: ({ clientId, scopes, userId = context.creatorId }) => ({
      ...tokens.issue({
        clientId,
        userId,
        scopes,
        expiresIn: DEFAULT_LIFETIMES.access,
        refreshExpiresIn: DEFAULT_LIFETIMES.refresh,
      }),
    }),
    revokeAll() {
      for (const token of tokens.granted()) tokens.remove(token.id);
    },
    expireAccessTokens() {
      for (const token of tokens.granted()) token.expiresAt = context.clock().getTime();
    },
  };
}
