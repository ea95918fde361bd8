import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Orm } from '@draftsmith/database';
import { users } from '@draftsmith/database/schema';
import { hashPassword } from 'better-auth/crypto';
import { eq } from 'drizzle-orm';
import { isDirectLoopback, type PeerAddress } from '../http/loopback.ts';
import { type Gateway, toCookieHeader } from './gateway.ts';
import { insertUser } from './users.ts';

const DEMO_ADMIN = { name: 'Demo', email: 'demo@draftsmith.invalid', role: 'admin' } as const;

/** Lets the person at this machine in without a password; only ever for the simulated company. */
export interface DemoSession {
  /** True for a request of this machine itself that no foreign page caused. */
  mayEnter(req: IncomingMessage): boolean;
  /**
   * The `Set-Cookie` values of the demo admin's session, a new one when the held one has ended.
   *
   * @param isAlive tells whether a Cookie header still belongs to a session.
   */
  cookies(isAlive: (cookie: string) => Promise<boolean>): Promise<string[]>;
}

export function createDemoSession(orm: Orm, gateway: Gateway, peerAddress: PeerAddress): DemoSession {
  let password: Promise<string> | undefined;
  let held: Promise<string[]> | undefined;

  async function signIn(): Promise<string[]> {
    password ??= replaceDemoAdmin(orm).catch((error) => {
      password = undefined;
      throw error;
    });
    const answer = await gateway('/sign-in/email', { email: DEMO_ADMIN.email, password: await password });
    return answer.ok ? answer.cookies : [];
  }

  return {
    mayEnter: (req) =>
      isDirectLoopback(req, peerAddress) && ['none', 'same-origin', undefined].includes(secFetchSite(req)),

    async cookies(isAlive) {
      const tried = held;
      const cookies = await tried?.catch(() => []);
      if (cookies && (await isAlive(toCookieHeader(cookies)))) return cookies;
      // Several requests may find the old session dead at once; the first of them replaces it for all.
      if (held === tried) held = signIn();
      return held ?? [];
    },
  };
}

/** The demo admin must not outlive the demo: its presence would also keep the set-up link from being printed. */
export async function removeDemoAdmin(orm: Pick<Orm, 'delete'>): Promise<void> {
  await orm.delete(users).where(eq(users.email, DEMO_ADMIN.email));
}

/** @returns the new admin's password, which nobody ever sees. */
async function replaceDemoAdmin(orm: Orm): Promise<string> {
  const password = randomBytes(32).toString('base64url');
  const passwordHash = await hashPassword(password);
  await orm.transaction(async (tx) => {
    await removeDemoAdmin(tx);
    await insertUser(tx, DEMO_ADMIN, passwordHash);
  });
  return password;
}

function secFetchSite(req: IncomingMessage): string | undefined {
  const value = req.headers['sec-fetch-site'];
  return typeof value === 'string' ? value : undefined;
}
