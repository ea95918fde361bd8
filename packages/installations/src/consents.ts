import type { OAuthClient } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { consentRequests } from '@draftsmith/database/schema';
import { AppError } from '@draftsmith/errors';
import type { Sealer } from '@draftsmith/sealing';
import { eq, lt } from 'drizzle-orm';
import type { AccountKey } from './installations.ts';
import { challengeOf, createVerifier, digestOf, randomToken } from './pkce.ts';

/** Milliseconds between leaving for the consent page and coming back. */
const PATIENCE = 10 * 60_000;

export interface ConsentStart extends AccountKey {
  given: Readonly<Record<string, string>>;
  client: OAuthClient | 'global';
  redirectUri: string;
  /** A random value that only the browser that begins holds, in a cookie say. */
  boundTo: string;
  /** Who begins, for the record. */
  actor: { id: string; name: string } | null;
}

export interface GivenConsent extends Omit<ConsentStart, 'boundTo'> {
  codeVerifier: string;
}

export interface Consents {
  begin(start: ConsentStart): Promise<{ state: string; codeChallenge: string }>;
  /**
   * Once for each state.
   * @throws AppError `auth` with code `installations.consent` when it is unknown, used, over, or of another browser
   */
  take(state: string, boundTo: string): Promise<GivenConsent>;
}

export function createConsents(orm: Orm, sealer: Sealer, now: () => Date = () => new Date()): Consents {
  return {
    async begin({ boundTo, ...start }) {
      const state = randomToken();
      const codeVerifier = createVerifier();
      const id = digestOf(state);
      // Whoever never came back leaves nothing.
      await orm.delete(consentRequests).where(lt(consentRequests.expiresAt, now()));
      await orm.insert(consentRequests).values({
        id,
        connector: start.connector,
        account: start.account,
        boundTo: digestOf(boundTo),
        sealed: sealer.seal(JSON.stringify({ ...start, codeVerifier }), placeOf(id)),
        expiresAt: new Date(now().getTime() + PATIENCE),
      });
      return { state, codeChallenge: challengeOf(codeVerifier) };
    },
    async take(state, boundTo) {
      const id = digestOf(state);
      // Gone in one statement, whatever is found wrong with it: of two who come at the same time one finds it.
      const [row] = await orm.delete(consentRequests).where(eq(consentRequests.id, id)).returning();
      if (!row || row.expiresAt <= now() || row.boundTo !== digestOf(boundTo)) throw startAgain();
      return JSON.parse(sealer.open(row.sealed, placeOf(id))) as GivenConsent;
    },
  };
}

const placeOf = (id: string) => `consent_requests.sealed/${id}`;

function startAgain(): AppError {
  const message = 'This consent was used already, took more than ten minutes, or began in another browser: start again';
  return new AppError('auth', message, { code: 'installations.consent' });
}
