import { createHash, randomUUID } from 'node:crypto';
import type { AppSettings } from './app.ts';

/** One install of the app in one account. */
export interface Grant {
  readonly portalId: number;
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly refreshToken: string;
}

export interface Code {
  readonly portalId: number;
  readonly userId: number;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly challenge: { value: string; method: string } | null;
  readonly expiresAt: number;
}

/** Codes are short-lived; HubSpot does not say how short. */
const CODE_MS = 60_000;

export type BadGrant = 'BAD_REFRESH_TOKEN' | 'BAD_HUB';

/** Codes that wait for their exchange, and installs by their refresh token. */
export class Grants {
  readonly app: AppSettings;
  readonly #clock: () => Date;
  readonly #codes = new Map<string, Code>();
  readonly #byRefreshToken = new Map<string, Grant>();
  readonly #bad = new Map<string, BadGrant>();
  readonly refreshes = new Map<number, number>();

  constructor(app: AppSettings, clock: () => Date) {
    this.app = app;
    this.#clock = clock;
  }

  issueCode(code: Omit<Code, 'expiresAt'>): string {
    const value = randomUUID();
    this.#codes.set(value, { ...code, expiresAt: this.#clock().getTime() + CODE_MS });
    return value;
  }

  /** Takes the code out: it is good once. */
  redeem(value: string): Code | undefined {
    const code = this.#codes.get(value);
    this.#codes.delete(value);
    return code && code.expiresAt > this.#clock().getTime() ? code : undefined;
  }

  /** A second install of the same account keeps its refresh token, with the new scopes. */
  install(portalId: number, userId: number, scopes: readonly string[]): Grant {
    const refreshToken = this.of(portalId)?.refreshToken ?? `na1-${randomUUID()}`;
    const grant = { portalId, userId, scopes, refreshToken };
    this.#byRefreshToken.set(refreshToken, grant);
    this.#bad.delete(refreshToken);
    return grant;
  }

  of(portalId: number): Grant | undefined {
    return [...this.#byRefreshToken.values()].find((grant) => grant.portalId === portalId);
  }

  find(refreshToken: string): Grant | BadGrant {
    return this.#byRefreshToken.get(refreshToken) ?? this.#bad.get(refreshToken) ?? 'BAD_REFRESH_TOKEN';
  }

  countRefresh(portalId: number): void {
    this.refreshes.set(portalId, (this.refreshes.get(portalId) ?? 0) + 1);
  }

  /** `error`: what refreshing will answer from now on. */
  end(portalId: number, error: BadGrant): void {
    const grant = this.of(portalId);
    if (!grant) return;
    this.#byRefreshToken.delete(grant.refreshToken);
    this.#bad.set(grant.refreshToken, error);
  }
}

export function matchesChallenge({ challenge }: Code, verifier: string | undefined): boolean {
  if (!challenge) return true;
  if (verifier === undefined) return false;
  const hashed = createHash('sha256').update(verifier).digest('base64url');
  return challenge.value === (challenge.method === 'plain' ? verifier : hashed);
}
