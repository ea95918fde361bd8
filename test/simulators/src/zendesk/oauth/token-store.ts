import { randomBytes } from 'node:crypto';
import type { ZendeskStore } from '../state/store.ts';

export interface TokenRecord {
  id: number;
  accessToken: string;
  refreshToken: string | null;
  /** Null for the token that the simulator was started with, and for sessions of people who signed in. */
  clientId: string | null;
  userId: number;
  scopes: readonly string[];
  createdAt: number;
  /** Milliseconds since the epoch; null: does not end. */
  expiresAt: number | null;
  refreshExpiresAt: number | null;
}

export interface TokenGrant {
  /** Null for the session of somebody who signed in. */
  clientId: string | null;
  userId: number;
  scopes: readonly string[];
  /** Seconds; null: does not end. */
  expiresIn: number | null;
  /** Seconds; null: there is no refresh token. */
  refreshExpiresIn: number | null;
}

/** Tokens of the account. Ended ones stay listed until they are deleted, as in the admin centre. */
export class TokenStore {
  readonly #store: ZendeskStore;
  readonly #tokens = new Map<number, TokenRecord>();
  readonly #byAccess = new Map<string, TokenRecord>();

  constructor(store: ZendeskStore, staticToken: string) {
    this.#store = store;
    this.#keep({
      id: store.nextId(),
      accessToken: staticToken,
      refreshToken: null,
      clientId: null,
      userId: store.defaultAgent()?.id ?? 0,
      scopes: ['read', 'write'],
      createdAt: this.#now(),
      expiresAt: null,
      refreshExpiresAt: null,
    });
  }

  issue(grant: TokenGrant): TokenRecord {
    const { clientId, userId, scopes, expiresIn, refreshExpiresIn } = grant;
    const now = this.#now();
    return this.#keep({
      id: this.#store.nextId(),
      accessToken: secret(),
      refreshToken: refreshExpiresIn === null ? null : secret(),
      clientId,
      userId,
      scopes,
      createdAt: now,
      expiresAt: expiresIn === null ? null : now + expiresIn * 1000,
      refreshExpiresAt: refreshExpiresIn === null ? null : now + refreshExpiresIn * 1000,
    });
  }

  /** Undefined for unknown, deleted and ended tokens alike. */
  valid(accessToken: string): TokenRecord | undefined {
    const token = this.#byAccess.get(accessToken);
    return token && !isPast(token.expiresAt, this.#now()) ? token : undefined;
  }

  refreshable(refreshToken: string): TokenRecord | undefined {
    const token = this.all().find((candidate) => candidate.refreshToken === refreshToken);
    return token && !isPast(token.refreshExpiresAt, this.#now()) ? token : undefined;
  }

  /** Takes the refresh token away as well. */
  remove(id: number): boolean {
    const token = this.#tokens.get(id);
    if (!token) return false;
    this.#byAccess.delete(token.accessToken);
    return this.#tokens.delete(id);
  }

  find(id: number): TokenRecord | undefined {
    return this.#tokens.get(id);
  }

  all(): TokenRecord[] {
    return [...this.#tokens.values()];
  }

  /** Those that were given to clients, which is what an admin or the time can take away. */
  granted(): TokenRecord[] {
    return this.all().filter((token) => token.clientId !== null);
  }

  #keep(token: TokenRecord): TokenRecord {
    this.#tokens.set(token.id, token);
    this.#byAccess.set(token.accessToken, token);
    return token;
  }

  #now(): number {
    return this.#store.clock().getTime();
  }
}

function isPast(at: number | null, now: number): boolean {
  return at !== null && at <= now;
}

function secret(): string {
  return randomBytes(32).toString('hex');
}
