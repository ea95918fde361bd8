import { randomBytes } from 'node:crypto';
import { AppError } from '@draftsmith/errors';
import { errors, type JWTPayload, jwtVerify } from 'jose';

export interface TokenDeps {
  /** The secret that the app of an installation signs with; undefined where there is none. */
  secretOf: (connector: string, account: string) => Promise<string | undefined>;
  now: () => Date;
}

/** Seconds that two clocks may differ. */
const CLOCK_TOLERANCE = 30;
/** Seconds that a token may still hold: one that was seen somewhere is soon worth nothing. */
const LONGEST = 5 * 60;
/** Characters; ours have some three hundred. */
const MAX_TOKEN = 4_096;

/** Of connectors and accounts. A database does not take a zero byte, and strangers must not make it fail. */
const NAME = /^[^\p{Cc}]{1,200}$/u;

/** Verified against where there is no installation, so that both take their time. */
const NOBODYS_SECRET = randomBytes(32);

/**
 * Proves that the app of this installation asks, and gives the agent that it names. Who that is has to be asked of the
 * source system: see docs/decisions/2026-11-22-who-the-agent-is.md.
 *
 * @throws AppError `auth`, always the same: nobody learns which accounts there are, or what was wrong with a token
 */
export async function agentNamedBy(
  { secretOf, now }: TokenDeps,
  { connector, account }: { connector: string; account: string },
  authorization: string | undefined,
): Promise<string> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization?.slice(0, MAX_TOKEN) ?? '')?.[1];
  if (token === undefined) throw refused();
  const isName = NAME.test(connector) && NAME.test(account);
  const secret = isName ? await secretOf(connector, account) : undefined;
  const key = secret === undefined ? NOBODYS_SECRET : new TextEncoder().encode(secret);
  const at = now();
  const payload = await jwtVerify(token, key, {
    // Pinned: a token must not choose how it is verified.
    algorithms: ['HS256'],
    issuer: account,
    requiredClaims: ['exp', 'sub'],
    clockTolerance: CLOCK_TOLERANCE,
    currentDate: at,
  }).then(
    (verified) => verified.payload,
    (error: unknown) => {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    },
  );
  const sub = secret !== undefined && payload && subjectOf(payload, at);
  if (!sub) throw refused();
  return sub;
}

function subjectOf({ sub, exp = Number.POSITIVE_INFINITY }: JWTPayload, now: Date): string | undefined {
  if (exp - now.getTime() / 1000 > LONGEST + CLOCK_TOLERANCE) return undefined;
  return typeof sub === 'string' && /^[\w.-]{1,64}$/.test(sub) ? sub : undefined;
}

function refused(): AppError {
  const message = 'This app is not known here. An admin checks its settings: the server address and the shared secret';
  return new AppError('auth', message, { code: 'assist.unknown-app' });
}
