import { type Actor, createAuditLog } from '@draftsmith/audit';
import type { Role, SessionView } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { type Logger, silentLogger } from '@draftsmith/logger';
import { type Request, type RequestHandler, Router } from 'express';
import { isLoopbackAddress, loopbackAliases, type PeerAddress, socketAddress } from '../http/loopback.ts';
import { createLibrary } from './better-auth.ts';
import { createCsrfGuard } from './csrf.ts';
import { createDemoSession, removeDemoAdmin } from './demo-session.ts';
import { createGateway } from './gateway.ts';
import { createIdentity } from './identity.ts';
import { createRateLimiter, type RateLimit } from './rate-limit.ts';
import { sessionRoutes } from './session-routes.ts';
import { createSetup, type Setup } from './setup-link.ts';
import { setupRoutes } from './setup-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { userRoutes } from './user-routes.ts';
import { createUsers, type Users } from './users.ts';

const FAILED_SIGN_INS: RateLimit = { max: 10, windowMs: 10 * 60 * 1000 };

export interface AuthOptions {
  db: Orm;
  /** Address that people open in the browser; only scheme, host and port count. */
  baseUrl: string;
  /** From `createSecret`. Another one signs everybody out. */
  secret: string;
  /** Defaults to whether `baseUrl` is https. */
  secureCookies?: boolean;
  /** Clock of set-up links and rate limits. Sessions follow the system's: better-auth has no other. */
  now?: () => Date;
  /** Signs requests of this machine in by itself. `boundTo` is the address that the server listens on. */
  demoSession?: { boundTo: string };
  peerAddress?: PeerAddress;
  logger?: Logger;
}

export interface Auth {
  /** Everything of sign-in under `/api`: `auth/*`, `session`, `setup`, `users`. Needs parsed JSON bodies before it. */
  readonly handler: RequestHandler;
  /** To stand before every route under `/api`, also before `handler`. */
  readonly csrf: RequestHandler;
  requireRole(role: Role): RequestHandler;
  /** Who asks; null without a valid session. */
  session(req: Request): Promise<SessionView | null>;
  /** Who acts, for the record. @throws AppError `auth` without a session */
  actor(req: Request): Promise<Actor>;
  /** Call on each start. @returns the one-time address to print, null when there is an admin or in the demo. */
  ensureSetupLink(): Promise<string | null>;
  readonly setup: Setup;
  readonly users: Users;
}

/** @throws AppError `invalid` when the demo would be open to other machines. */
export function createAuth(options: AuthOptions): Auth {
  const {
    db,
    secret,
    logger = silentLogger,
    demoSession,
    now = () => new Date(),
    peerAddress = socketAddress,
  } = options;
  const { origin, protocol } = new URL(options.baseUrl);
  if (demoSession && demoSession.boundTo !== 'localhost' && !isLoopbackAddress(demoSession.boundTo))
    throw new AppError('invalid', 'The demo signs everybody in, so it may only listen on 127.0.0.1 or ::1', {
      code: 'auth.demo-exposed',
    });
  const aliases = loopbackAliases(origin);
  const library = createLibrary({
    orm: db,
    origin,
    aliases,
    secret,
    secureCookies: options.secureCookies ?? protocol === 'https:',
    cookieName: demoSession ? 'draftsmith-demo' : 'draftsmith',
    logger,
  });
  const gateway = createGateway(library, origin);
  const demo = demoSession && createDemoSession(db, gateway, peerAddress);
  const identity = createIdentity(library, demo);
  const limiter = createRateLimiter(db, FAILED_SIGN_INS, now);
  const audit = createAuditLog(db, now);
  const setup = createSetup(db, origin, now, audit);
  const users = createUsers(db, audit);

  const handler = Router();
  handler.use(signInRoutes({ gateway, identity, limiter, audit, peerAddress, secret, demo: demo !== undefined }));
  handler.use(sessionRoutes(identity), setupRoutes(setup, gateway, audit), userRoutes(users, identity));

  return {
    handler,
    csrf: createCsrfGuard(new Set([origin, ...aliases])),
    requireRole: identity.requireRole,
    session: async (req) => (await identity.of(req))?.view ?? null,
    actor: identity.actor,
    async ensureSetupLink() {
      if (demo) return null;
      await removeDemoAdmin(db);
      return setup.ensureLink();
    },
    setup,
    users,
  };
}
