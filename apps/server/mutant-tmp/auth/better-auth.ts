import type { Orm } from '@draftsmith/database';
import { sessions, userAccounts, users, verifications } from '@draftsmith/database/schema';
import type { Logger } from '@draftsmith/logger';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';

export const PASSWORD_LENGTH = { min: 12, max: 128 };

export const SESSION_SECONDS = 7 * 24 * 60 * 60;

export interface LibraryOptions {
  orm: Orm;
  /** Scheme, host and port, without a path. */
  origin: string;
  /** Other origins of the same server. */
  aliases: string[];
  secret: string;
  secureCookies: boolean;
  /** Cookies do not know ports: two servers on one host need names of their own. */
  cookieName: string;
  logger: Logger;
}

/** The one place where better-auth is set up. What its defaults leave open or leave to the environment is said here. */
export function createLibrary({ orm, origin, aliases, secret, secureCookies, cookieName, logger }: LibraryOptions) {
  return betterAuth({
    appName: 'Draftsmith',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    trustedOrigins: aliases,
    database: drizzleAdapter(orm, {
      provider: 'pg',
      transaction: true,
      schema: { user: users, session: sessions, account: userAccounts, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    user: {
      additionalFields: { role: { type: ['admin', 'viewer'], required: true, defaultValue: 'viewer', input: false } },
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 60 * 60, cookieCache: { enabled: false } },
    // Ours counts by e-mail address as well, says Retry-After, and believes no X-Forwarded-For: see rate-limit.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      // The prefix is set below: the library itself only knows `__Secure-`.
      useSecureCookies: false,
      cookiePrefix: secureCookies ? `__Host-${cookieName}` : cookieName,
      // Strict works because every page is a static file; only its own requests need the cookie.
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', secure: secureCookies, path: '/' },
      // Said aloud because the library switches its check off when NODE_ENV is `test`.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { disableIpTracking: true },
    },
    // Refusals still become answers. What breaks reaches our error handler; by default the library prints it on the
    // console, failed queries with their values.
    onAPIError: { throw: true },
    logger: {
      level: 'error',
      // The library passes values as further arguments; they stay out.
      log: (level, message) => level === 'error' && logger.error('Sign-in reports an error', { detail: message }),
    },
  });
}

export type Library = ReturnType<typeof createLibrary>;
