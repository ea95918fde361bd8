import type { TokenRecord, TokenStore } from '../oauth/token-store.ts';
import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskUser } from '../wire.ts';

/** API token of the old kind: `Basic base64(email/token:apiToken)`. */
export interface LegacyBasic {
  email: string;
  apiToken: string;
}

export interface Identity {
  user: ZendeskUser;
  /** Absent for API tokens of the old kind, which may do all that their user may. */
  token?: TokenRecord;
}

/** Who it is, or why nobody: nothing was sent (`missing`), or what was sent is not valid (`wrong`). */
export type Authenticate = (authorization: string | undefined) => Identity | 'missing' | 'wrong';

export function createAuthenticate(
  store: ZendeskStore,
  credentials: { tokens: TokenStore; legacyBasic?: LegacyBasic },
): Authenticate {
  const { tokens, legacyBasic } = credentials;
  const basic =
    legacyBasic && `Basic ${Buffer.from(`${legacyBasic.email}/token:${legacyBasic.apiToken}`).toString('base64')}`;

  const byBasic = (): Identity | 'wrong' => {
    const user =
      [...store.users.values()].find((candidate) => candidate.email === legacyBasic?.email) ?? store.defaultAgent();
    return user ? { user } : 'wrong';
  };
  const byToken = (accessToken: string): Identity | 'wrong' => {
    const token = tokens.valid(accessToken);
    const user = token && store.users.get(token.userId);
    return token && user?.active ? { user, token } : 'wrong';
  };

  return (authorization) => {
    if (authorization === undefined) return 'missing';
    if (authorization === basic) return byBasic();
    return authorization.startsWith('Bearer ') ? byToken(authorization.slice('Bearer '.length)) : 'wrong';
  };
}
