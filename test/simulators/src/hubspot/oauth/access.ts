import { randomUUID } from 'node:crypto';
import { Refusal } from '../api/refusal.ts';

/** What a bearer token opens. */
export interface Access {
  readonly portalId: number;
  readonly scopes: readonly string[];
  readonly kind: 'oauth' | 'static';
  readonly userId: number;
}

interface IssuedToken extends Access {
  readonly expiresAt: number;
}

/** Documented life of an access token. */
export const ACCESS_TOKEN_SECONDS = 1_800;

/** The access tokens of all accounts. */
export class AccessTokens {
  readonly #clock: () => Date;
  readonly #tokens = new Map<string, IssuedToken>();

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  issue(access: Access, seconds = ACCESS_TOKEN_SECONDS): string {
    const prefix = access.kind === 'static' ? 'pat-na1-' : 'CI';
    const token = `${prefix}${randomUUID()}`;
    this.#tokens.set(token, { ...access, expiresAt: this.#clock().getTime() + seconds * 1000 });
    return token;
  }

  /** Undefined also when it is over. */
  find(token: string): IssuedToken | undefined {
    const found = this.#tokens.get(token);
    return found && found.expiresAt > this.#clock().getTime() ? found : undefined;
  }

  /** Whose token the header carries, for logs; expired ones too. */
  portalOf(authorization: string | undefined): number | null {
    return this.#tokens.get(bearer(authorization))?.portalId ?? null;
  }

  /** Throws the 401. */
  authenticate(authorization: string | undefined): Access {
    const found = this.#tokens.get(bearer(authorization));
    if (!found) {
      throw new Refusal(401, {
        message:
          'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
        category: 'INVALID_AUTHENTICATION',
      });
    }
    const overMs = this.#clock().getTime() - found.expiresAt;
    if (overMs >= 0) {
      throw new Refusal(401, {
        message: `The OAuth token used to make this call expired ${Math.floor(overMs / 60_000)} minute(s) ago.`,
        category: 'EXPIRED_AUTHENTICATION',
      });
    }
    return found;
  }

  expire(portalId: number): void {
    const now = this.#clock().getTime();
    for (const [token, issued] of this.#tokens) {
      if (issued.portalId === portalId && issued.kind === 'oauth')
        this.#tokens.set(token, { ...issued, expiresAt: now });
    }
  }

  /** After an uninstall nothing of the app opens the account. */
  forget(portalId: number): void {
    for (const [token, issued] of this.#tokens) {
      if (issued.portalId === portalId && issued.kind === 'oauth') this.#tokens.delete(token);
    }
  }
}

function bearer(authorization: string | undefined): string {
  return /^Bearer (.+)$/i.exec(authorization ?? '')?.[1] ?? '';
}
