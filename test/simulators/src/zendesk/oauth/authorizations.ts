import { randomBytes } from 'node:crypto';
import type { ClientRegister, OAuthClient } from './clients.ts';

/** "Code is valid 120 s." */
const CODE_LIFETIME_MS = 120_000;

interface AskedFor {
  client: OAuthClient;
  redirectUri: string;
  scopes: string[];
  state: string | undefined;
  /** S256. */
  challenge: string | undefined;
}

export type OpenedRequest =
  /** Shown as a page: it is not safe to send the browser back to an address that is not registered. */
  | { kind: 'refused'; message: string }
  | { kind: 'redirect'; location: string }
  | { kind: 'ask'; requestId: string; client: OAuthClient; scopes: readonly string[] };

export interface Authorizations {
  open(query: Readonly<Record<string, string | undefined>>): OpenedRequest;
  /** Where to send the browser; undefined when the request is unknown or was decided already. */
  decide(requestId: string, allowed: boolean, userId: number): string | undefined;
  /** What the code stands for; a code works once. */
  redeem(code: string): (AskedFor & { userId: number }) | undefined;
}

/** The authorization code flow from "may this client ...?" to a code that was spent. */
export function createAuthorizations(clients: ClientRegister, clock: () => Date): Authorizations {
  const requests = new Map<string, AskedFor>();
  const codes = new Map<string, AskedFor & { userId: number; expiresAt: number }>();

  return {
    open(query) {
      const client = clients.find(query.client_id);
      if (!client) return { kind: 'refused', message: 'Invalid client_id: no such client is registered' };
      const redirectUri = query.redirect_uri ?? (client.redirectUris.length === 1 ? client.redirectUris[0] : undefined);
      if (redirectUri === undefined || !client.redirectUris.includes(redirectUri)) {
        return { kind: 'refused', message: 'Invalid redirect_uri: it is not among those of the client' };
      }
      const problem = problemOf(query, client);
      if (problem) return { kind: 'redirect', location: withQuery(redirectUri, { ...problem, state: query.state }) };
      const requestId = randomBytes(16).toString('hex');
      const scopes = (query.scope ?? '').split(' ').filter((scope) => scope !== '');
      requests.set(requestId, { client, redirectUri, scopes, state: query.state, challenge: query.code_challenge });
      return { kind: 'ask', requestId, client, scopes };
    },

    decide(requestId, allowed, userId) {
      const asked = requests.get(requestId);
      if (!asked) return undefined;
      requests.delete(requestId);
      const { redirectUri, state } = asked;
      if (!allowed) {
        const description = 'The end-user or authorization server denied the request';
        return withQuery(redirectUri, { error: 'access_denied', error_description: description, state });
      }
      const code = randomBytes(32).toString('hex');
      codes.set(code, { ...asked, userId, expiresAt: clock().getTime() + CODE_LIFETIME_MS });
      return withQuery(redirectUri, { code, state });
    },

    redeem(code) {
      const known = codes.get(code);
      codes.delete(code);
      return known && known.expiresAt > clock().getTime() ? known : undefined;
    },
  };
}

function problemOf(
  query: Readonly<Record<string, string | undefined>>,
  client: OAuthClient,
): { error: string; error_description: string } | undefined {
  const invalid = (description: string) => ({ error: 'invalid_request', error_description: description });
  if (query.response_type !== 'code') {
    return { error: 'unsupported_response_type', error_description: 'response_type must be code' };
  }
  if (!query.scope?.trim()) return { error: 'invalid_scope', error_description: 'scope is required' };
  const { code_challenge: challenge, code_challenge_method: method } = query;
  if (challenge === undefined) {
    return client.secret === null ? invalid('A public client must send code_challenge') : undefined;
  }
  if (method !== 'S256') return invalid('code_challenge_method must be S256');
  return /^[\w-]{43}$/.test(challenge) ? undefined : invalid('code_challenge is not base64url(sha256(verifier))');
}

function withQuery(uri: string, parameters: Record<string, string | undefined>): string {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.toString();
}
