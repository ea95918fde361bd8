import type { Actor } from '@draftsmith/audit';
import type { AuthorizeRequest, ConnectorOAuth, OAuthClient, TokenSet } from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import { type AccountKey, readCredentials, secretNames, writeCredentials } from '@draftsmith/installations';
import type { ConnectionsDeps } from './connections-deps.ts';
import { consentedAccount, refuseTaken } from './consented-account.ts';
import { installOf, settingsOf } from './open-installation.ts';

/** Milliseconds for the source system to answer. */
const PATIENCE = 20_000;

export interface ConsentTerms {
  /** What only the browser or command that begins holds. */
  boundTo: string;
  redirectUri: string;
  actor: Actor;
}

export interface Authorising {
  /** Where to send the browser; or the account, where nobody needs to be asked. */
  begin(connector: string, request: AuthorizeRequest, terms: ConsentTerms): Promise<{ url: string } | AccountKey>;
  /** A person came back with a code. */
  complete(back: { state: string; code: string; boundTo: string }): Promise<AccountKey>;
}

export function createAuthorising(deps: ConnectionsDeps): Authorising {
  const { connectors, raw, consents, secrets, installations, accounts } = deps;

  async function prepare(connector: string, given: Readonly<Record<string, string>>) {
    const { descriptor, install } = installOf(connectors, connector);
    const { accountByConsent } = install;
    // Until consent is given nobody knows which account it will be.
    const known = accountByConsent && { [accountByConsent.field]: accountByConsent.meanwhile, ...given };
    const settings = settingsOf({ descriptor, install }, raw, known ?? given);
    const key: AccountKey = { connector, account: descriptor.settings.account(settings) };
    const oauth = install.oauth(settings, deps.portsFor(connector, key.account));
    await refuseTaken(deps, key);
    return { key, oauth, install, globalClient: install.globalClient(settings) };
  }

  /** Who reads the address of a form field can connect; nothing of it is in a log. */
  async function keep(
    key: AccountKey,
    { oauth, client, tokens }: { oauth: ConnectorOAuth; client: OAuthClient | 'global'; tokens: TokenSet },
    row: { way: AuthorizeRequest['way']; given: Readonly<Record<string, string>>; actor: Actor },
  ): Promise<AccountKey> {
    const name = secretNames(key).oauth;
    const before = await secrets.get(name).catch(() => undefined);
    await secrets.put(name, writeCredentials({ client, tokens }));
    const connectedBy = row.actor.kind === 'user' ? row.actor.id : null;
    await installations.begin({ ...key, way: row.way, given: row.given, connectedBy });
    await installations.change(key, { tokenEndsAt: tokens.expiresAt ? new Date(tokens.expiresAt) : null });
    await deps.audit.record({
      actor: row.actor,
      action: 'connection.authorised',
      subject: `${key.connector}/${key.account}`,
    });
    if (before) await giveBack(oauth, before, tokens);
    await accounts.reload();
    await identify(key);
    return key;
  }

  async function identify(key: AccountKey): Promise<void> {
    const found = accounts.find(key.connector, key.account);
    try {
      if (found) await installations.change(key, { identity: (await found.connection.check(signalFor())).identity });
    } catch (thrown) {
      const error = toAppError(thrown);
      // An outage shows in the steps that follow; credentials that may not work here never will.
      if (error.kind === 'permission') throw error;
    }
  }

  /** Nothing that works is left lying about. It may be gone already, and the new one counts in any case. */
  async function giveBack(oauth: ConnectorOAuth, before: string, { accessToken }: TokenSet): Promise<void> {
    try {
      const old = readCredentials(before).tokens.accessToken;
      if (old !== accessToken) await oauth.revoke(old, signalFor());
    } catch {
      // What was stored may not be readable any more, either.
    }
  }

  return {
    async begin(connector, request, { boundTo, redirectUri, actor }) {
      const prepared = await prepare(connector, request.given);
      const { key, oauth, globalClient } = prepared;
      const client = clientOf(request, globalClient);
      const known = client === 'global' ? (globalClient as OAuthClient) : client;
      if (request.way === 'client-credentials') {
        const tokens = await oauth.clientCredentials({ client: known }, signalFor());
        const whose = await consentedAccount(deps, prepared, request.given, tokens);
        return keep(whose.key, { oauth, client, tokens }, { way: request.way, given: whose.given, actor });
      }
      const by = actor.kind === 'user' ? { id: actor.id, name: actor.name } : null;
      const start = { ...key, given: request.given, client, redirectUri, boundTo, actor: by };
      const { state, codeChallenge } = await consents.begin(start);
      return { url: oauth.authorizeUrl({ client: known, redirectUri, state, codeChallenge }) };
    },

    async complete({ state, code, boundTo }) {
      const consent = await consents.take(state, boundTo);
      const prepared = await prepare(consent.connector, consent.given);
      const { oauth, globalClient } = prepared;
      const client = consent.client === 'global' ? globalClient : consent.client;
      if (!client) throw noClient();
      const { redirectUri, codeVerifier } = consent;
      const tokens = await oauth.exchange({ client, redirectUri, code, codeVerifier }, signalFor());
      const actor: Actor = consent.actor ? { kind: 'user', ...consent.actor } : { kind: 'command' };
      const { key, given } = await consentedAccount(deps, prepared, consent.given, tokens);
      return keep(key, { oauth, client: consent.client, tokens }, { way: 'oauth', given, actor });
    },
  };
}

const signalFor = () => AbortSignal.timeout(PATIENCE);

function clientOf(
  { way, clientId, clientSecret }: AuthorizeRequest,
  globalClient: OAuthClient | undefined,
): OAuthClient | 'global' {
  if (clientId) {
    if (way === 'client-credentials' && !clientSecret)
      throw new AppError('invalid', 'Expected the secret of the OAuth client: without a person it is the only proof', {
        code: 'connections.client-secret',
      });
    return { clientId, ...(clientSecret && { clientSecret }) };
  }
  // It acts in every account: only with the consent of each.
  if (way === 'client-credentials' || !globalClient) throw noClient();
  return 'global';
}

function noClient(): AppError {
  return new AppError('invalid', 'Expected the identifier of an OAuth client, and its secret', {
    code: 'connections.client',
  });
}
