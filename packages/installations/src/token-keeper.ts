import { setTimeout as pauseFor } from 'node:timers/promises';
import type { ConnectorOAuth, OAuthClient, TokenSet } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError, isAppError, toAppError } from '@draftsmith/errors';
import type { SecretPort } from './credentials.ts';
import type { AccountKey, Installations } from './installations.ts';
import { createRenewal, reconnectNeeded } from './renewal.ts';
import { leaseRenewal } from './renewal-lease.ts';

export interface TokenKeeperOptions {
  key: AccountKey;
  orm: Orm;
  installations: Installations;
  secrets: SecretPort;
  oauth: ConnectorOAuth;
  /** Our own client, where the settings name one. */
  globalClient?: OAuthClient | undefined;
  now?: () => Date;
  /** Uniform in [0, 1). */
  random?: () => number;
  /** Facts for the operator; never a token. */
  warn?: (message: string) => void;
  timing?: Partial<Timing>;
}

export interface TokenKeeper {
  /** See `ConnectorPorts.accessToken`. */
  accessToken(refused: string | undefined, signal: AbortSignal): Promise<string>;
}

interface Timing {
  /** Milliseconds before its end at which a token is renewed; up to half as much again, so that processes do not all ask. */
  earlyMs: number;
  /** Longer than any answer takes: after it the holder counts as dead. */
  leaseMs: number;
  /** Between two looks whether somebody else has renewed. */
  lookMs: number;
  /** How long a token that still works is used as it is when it could not be renewed. */
  againMs: number;
}

const TIMING: Timing = { earlyMs: 5 * 60_000, leaseMs: 30_000, lookMs: 200, againMs: 60_000 };

/**
 * Keeps one account's access token valid, in any number of processes. Renewing deletes the tokens before it at most
 * source systems, so one process at a time does it, and what it gets is stored before anybody uses it.
 */
export function createTokenKeeper(options: TokenKeeperOptions): TokenKeeper {
  const { key, orm, installations, secrets, oauth, globalClient } = options;
  const { now = () => new Date(), random = Math.random, warn = () => undefined } = options;
  const timing = { ...TIMING, ...options.timing };
  const renewal = createRenewal({ key, installations, secrets, oauth, globalClient, warn, lookMs: timing.lookMs });
  const early = timing.earlyMs * (1 + random() / 2);
  let known: TokenSet | undefined;
  let renewing: Promise<TokenSet> | undefined;
  /** Until then a token that works is not renewed. */
  let notBefore = 0;

  const endsIn = ({ expiresAt }: TokenSet) =>
    expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(expiresAt) - now().getTime();
  const works = (tokens: TokenSet, refused: string | undefined) => tokens.accessToken !== refused && endsIn(tokens) > 0;

  async function renewOnce(refused: string | undefined): Promise<TokenSet> {
    for (;;) {
      const lease = await leaseRenewal(orm, key, timing.leaseMs);
      try {
        const stored = await renewal.read();
        const { tokens } = stored.credentials;
        const isFresh = tokens.accessToken !== refused && endsIn(tokens) > early;
        // Somebody else was faster, or is at it: what still works is used meanwhile.
        if (isFresh || (!lease && works(tokens, refused))) return tokens;
        if (lease) return await renewal.exchange(stored);
      } finally {
        await lease?.release();
      }
      if (!(await installations.find(key))) throw reconnectNeeded();
      await pauseFor(timing.lookMs);
    }
  }

  /** For all who ask at the same time; the one who began it may go, and the others still wait for it. */
  async function renew(refused: string | undefined): Promise<string> {
    renewing ??= renewOnce(refused).finally(() => {
      renewing = undefined;
    });
    known = await renewing;
    // Of tokens that live shortly, not each call asks for another one.
    const left = endsIn(known);
    notBefore = left <= early ? now().getTime() + left / 2 : 0;
    return known.accessToken;
  }

  return {
    async accessToken(refused, signal) {
      known ??= (await orAborted(renewal.read(), signal)).credentials.tokens;
      const tokens = known;
      const usable = works(tokens, refused);
      if (usable && (endsIn(tokens) > early || now().getTime() < notBefore)) return tokens.accessToken;
      try {
        return await orAborted(renew(refused), signal);
      } catch (thrown) {
        // Early, and the token still works: an outage of the source system's sign-in is no failure yet.
        if (!usable || (isAppError(thrown) && thrown.code === 'installations.reconnect')) throw thrown;
        notBefore = now().getTime() + timing.againMs;
        warn(`A token could not be renewed yet and is used as it is: ${toAppError(thrown).message}`);
        return tokens.accessToken;
      }
    },
  };
}

function orAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>();
  const stop = () => reject(new AppError('timeout', 'The request was stopped', { code: 'http.aborted' }));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  return promise;
}
