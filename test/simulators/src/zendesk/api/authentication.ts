import type { ZendeskStore } from '../state/store.ts';
import type { ZendeskUser } from '../wire.ts';

export interface Credentials {
  /** OAuth access token, sent as `Authorization: Bearer`. */
  token: string;
  /** API token of the old kind: `Basic base64(email/token:apiToken)`. */
  legacyBasic?: { email: string; apiToken: string };
}

/** The user, or why there is none: nothing was sent (`missing`), or what was sent is not valid (`wrong`). */
export type Authenticate = (authorization: string | undefined) => ZendeskUser | 'missing' | 'wrong';

export function createAuthenticate(store: ZendeskStore, credentials: Credentials): Authenticate {
  const accepted = new Map<string, ZendeskUser | undefined>();
  const agent = store.defaultAgent();
  accepted.set(`Bearer ${credentials.token}`, agent);
  if (credentials.legacyBasic) {
    const { email, apiToken } = credentials.legacyBasic;
    const user = [...store.users.values()].find((candidate) => candidate.email === email) ?? agent;
    accepted.set(`Basic ${Buffer.from(`${email}/token:${apiToken}`).toString('base64')}`, user);
  }
  return (authorization) => (authorization === undefined ? 'missing' : (accepted.get(authorization) ?? 'wrong'));
}
