import type { Actor } from '@draftsmith/audit';
import type { Role, SessionView } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { APIError } from 'better-auth/api';
import type { Request, RequestHandler, Response } from 'express';
import { sendProblem } from '../http/problem.ts';
import type { Library } from './better-auth.ts';
import type { DemoSession } from './demo-session.ts';
import { toCookieHeader } from './gateway.ts';

export interface SignedIn {
  userId: string;
  view: SessionView;
}

export interface Identity {
  /** Who asks, or null. Looked up once for each request; renews a session that is more than a day old. */
  of(req: Request): Promise<SignedIn | null>;
  /** Who acts, for the record. @throws AppError `auth` without a session */
  actor(req: Request): Promise<Actor & { kind: 'user' }>;
  /** 401 without a session, 403 with too small a role. An admin may do all that a viewer may. */
  requireRole(role: Role): RequestHandler;
}

/** A session that was ended while it was being renewed is no failure of ours. */
function endedMeanwhile(error: unknown): { headers: Headers; response: null } {
  if (error instanceof APIError && error.statusCode === 401) return { headers: new Headers(), response: null };
  throw error;
}

export function createIdentity(library: Library, demo?: DemoSession): Identity {
  const known = new WeakMap<Request, Promise<SignedIn | null>>();

  async function bySession(cookie: string | undefined, res: Response | undefined): Promise<SignedIn | null> {
    if (!cookie) return null;
    const { headers, response } = await library.api
      .getSession({ headers: new Headers({ cookie }), returnHeaders: true })
      .catch(endedMeanwhile);
    if (res && !res.headersSent) for (const renewed of headers.getSetCookie()) res.append('set-cookie', renewed);
    if (!response) return null;
    const { id, name, email, role } = response.user;
    return { userId: id, view: { name, email, role, demo: demo !== undefined } };
  }

  async function look(req: Request): Promise<SignedIn | null> {
    const signedIn = await bySession(req.headers.cookie, req.res);
    if (signedIn || !demo?.mayEnter(req)) return signedIn;
    const cookies = await demo.cookies((cookie) => bySession(cookie, undefined).then((session) => session !== null));
    for (const cookie of cookies) req.res?.append('set-cookie', cookie);
    return bySession(toCookieHeader(cookies), undefined);
  }

  const of = (req: Request) => {
    const looking = known.get(req) ?? look(req);
    known.set(req, looking);
    return looking;
  };

  return {
    of,
    async actor(req) {
      const signedIn = await of(req);
      if (!signedIn) throw new AppError('auth', 'Please sign in', { code: 'auth.signed-out' });
      return { kind: 'user', id: signedIn.userId, name: signedIn.view.name };
    },
    requireRole: (role) => async (req, res, next) => {
      const signedIn = await of(req);
      if (!signedIn) return sendProblem(res, 401, 'auth.signed-out', 'Please sign in');
      if (role === 'admin' && signedIn.view.role !== 'admin')
        return sendProblem(res, 403, 'auth.admin-only', 'Only an admin may do this');
      next();
    },
  };
}
