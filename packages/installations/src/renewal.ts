import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ConnectorOAuth, OAuthClient, TokenSet } from '@draftsmith/contracts';
import { AppError, toAppError } from '@draftsmith/errors';
import { type Credentials, readCredentials, type SecretPort, secretNames, writeCredentials } from './credentials.ts';
import type { AccountKey, Installations } from './installations.ts';

export interface RenewalOptions {
  key: AccountKey;
  installations: Installations;
  secrets: SecretPort;
  oauth: ConnectorOAuth;
  globalClient: OAuthClient | undefined;
  warn: (message: string) => void;
  /** Milliseconds between two looks for what a slow process was about to store. */
  lookMs: number;
}

export interface Stored {
  text: string;
  credentials: Credentials;
}

export interface Renewal {
  /** @throws AppError `auth` with code `installations.reconnect` when there is nothing (any more) */
  read(): Promise<Stored>;
  /** Asks for new tokens and stores them. For who holds the lease. */
  exchange(stored: Stored): Promise<TokenSet>;
}

/** Milliseconds for the source system's answer; must be less than the lease. */
const ANSWER = 20_000;
/** Looks, after a grant was refused, for tokens that another process was about to store. */
const SECOND_LOOKS = 10;

export function createRenewal({
  key,
  installations,
  secrets,
  oauth,
  globalClient,
  warn,
  lookMs,
}: RenewalOptions): Renewal {
  const name = secretNames(key).oauth;

  async function read(): Promise<Stored> {
    const text = await secrets.get(name);
    if (text === undefined) throw reconnectNeeded();
    return { text, credentials: readCredentials(text) };
  }

  async function ask({ client, tokens: { refreshToken } }: Credentials): Promise<TokenSet> {
    const signal = AbortSignal.timeout(ANSWER);
    const known = clientOf(client, globalClient);
    if (refreshToken !== undefined) return oauth.refresh({ client: known, refreshToken }, signal);
    // A person's consent is not made up for by the client's own rights: these would act as somebody else.
    if ((await installations.find(key))?.way === 'oauth')
      throw new AppError('auth', 'This consent came without the means to renew it', { code: 'oauth.invalid-grant' });
    return oauth.clientCredentials({ client: known }, signal);
  }

  /** Stored first. When the row was written meanwhile, an admin has connected anew, and those tokens count. */
  async function keep({ text, credentials: { client, tokens } }: Stored, fresh: TokenSet): Promise<TokenSet> {
    const next: Credentials = { client, tokens: { ...(tokens.scope && { scope: tokens.scope }), ...fresh } };
    if (!(await secrets.replace(name, text, writeCredentials(next)))) return (await read()).credentials.tokens;
    const found = await installations.find(key);
    await installations.change(key, {
      tokenEndsAt: fresh.expiresAt ? new Date(fresh.expiresAt) : null,
      // A process that was held up for longer than its lease comes with what the others took for lost.
      ...(found?.state === 'reconnect' && { state: 'ready' as const }),
    });
    return next.tokens;
  }

  /**
   * Revoked, run out, or renewed by somebody who was killed before storing. Or by somebody who is alive and slow: their
   * tokens are waited for before a person is troubled.
   */
  async function grantIsGone(text: string): Promise<TokenSet> {
    for (let look = 0; look < SECOND_LOOKS; look++) {
      const stored = await read();
      if (stored.text !== text) return stored.credentials.tokens;
      await pauseFor(lookMs);
    }
    const found = await installations.find(key);
    if (found && found.state !== 'removing') await installations.change(key, { state: 'reconnect' });
    warn('The grant of an account is gone: an admin must connect it again');
    throw reconnectNeeded();
  }

  return {
    read,
    async exchange(stored) {
      let fresh: TokenSet;
      try {
        fresh = await ask(stored.credentials);
      } catch (thrown) {
        // Anything else, a wrong client above all, is no reason to ask a person for consent again.
        if (toAppError(thrown).code !== 'oauth.invalid-grant') throw thrown;
        return grantIsGone(stored.text);
      }
      return keep(stored, fresh);
    },
  };
}

function clientOf(client: Credentials['client'], globalClient: OAuthClient | undefined): OAuthClient {
  if (client !== 'global') return client;
  if (globalClient) return globalClient;
  const message = 'This account was connected with our global client, which the settings do not name any more';
  throw new AppError('invalid', message, { code: 'installations.global-client' });
}

export function reconnectNeeded(): AppError {
  return new AppError('auth', 'Access was revoked or has run out: an admin must connect the account again', {
    code: 'installations.reconnect',
  });
}
