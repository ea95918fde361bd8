import { createHmac } from 'node:crypto';
import type { Actor, AuditLog } from '@draftsmith/audit';
import type { SessionView } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { Router } from 'express';
import { z } from 'zod';
import type { PeerAddress } from '../http/loopback.ts';
import { clientNetwork } from './client-network.ts';
import type { Answer, Gateway } from './gateway.ts';
import type { Identity } from './identity.ts';
import type { RateLimiter } from './rate-limit.ts';
import { email, newPassword, parseBody, password } from './request-body.ts';

const credentials = z.object({ email, password });
const passwordChange = z.object({ currentPassword: password, newPassword });

export interface SignInRoutesOptions {
  gateway: Gateway;
  identity: Identity;
  limiter: RateLimiter;
  audit: AuditLog;
  peerAddress: PeerAddress;
  secret: string;
  demo: boolean;
}

/**
 * The three endpoints of better-auth that the console uses. Its others (sign-up, social sign-in, account linking ...)
 * are not reachable: what is not mounted needs no guard.
 */
export function signInRoutes({
  gateway,
  identity,
  limiter,
  audit,
  peerAddress,
  ...options
}: SignInRoutesOptions): Router {
  const { secret, demo } = options;
  const router = Router();
  const keyed = (kind: string, value: string) =>
    `${kind}:${createHmac('sha256', secret).update(`${kind}:${value}`).digest('base64url')}`;

  /** Counts the attempt first and gives it back when it was none, so attempts in parallel cannot outrun the count. */
  async function limited(keys: string[], actor: Actor, attempt: () => Promise<Answer>): Promise<Answer> {
    const permission = await limiter.take(keys);
    if (!permission.allowed) {
      // Whose address and password were tried is not ours to keep: only that somebody is being locked out.
      if (permission.first)
        await audit.record({ actor, action: 'session.refused', detail: { reason: 'too-many-attempts' } });
      throw tooMany(permission.retryAfterMs);
    }
    const answer = await attempt();
    if (answer.ok) await limiter.giveBack(keys);
    return answer;
  }

  router.post('/auth/sign-in/email', async (req, res) => {
    const given = parseBody(credentials, req.body);
    const keys = [keyed('network', clientNetwork(peerAddress(req))), keyed('email', given.email)];
    const answer = await limited(keys, { kind: 'system' }, () => gateway('/sign-in/email', given, req.headers));
    if (!answer.ok || !answer.user) throw refusal(answer, 'The e-mail address or the password is wrong');
    const { id, name, role } = answer.user;
    // Before the cookies are handed out: nobody is in who is not on record.
    await audit.record({ actor: { kind: 'user', id, name }, action: 'session.opened', subject: id });
    const view: SessionView = { name, email: answer.user.email, role, demo };
    res.append('set-cookie', answer.cookies).json(view);
  });

  router.post('/auth/sign-out', async (req, res) => {
    const answer = await gateway('/sign-out', {}, req.headers);
    if (!answer.ok) throw refusal(answer, 'Signing out did not work');
    res.append('set-cookie', answer.cookies).json({});
  });

  router.post('/auth/change-password', identity.requireRole('viewer'), async (req, res) => {
    const given = parseBody(passwordChange, req.body);
    const actor = await identity.actor(req);
    const answer = await limited([keyed('password', actor.id)], actor, () =>
      gateway('/change-password', { ...given, revokeOtherSessions: true }, req.headers),
    );
    if (!answer.ok) throw refusal(answer, 'The current password is wrong');
    await audit.record({ actor, action: 'password.changed', subject: actor.id });
    res.append('set-cookie', answer.cookies).json({});
  });

  return router;
}

/** One sentence for a wrong password and an unknown address: the answer must not tell who has an account. */
function refusal(answer: Answer, wrongPassword: string): AppError {
  const code = answer.ok ? 'UNKNOWN' : answer.code;
  if (code === 'INVALID_EMAIL_OR_PASSWORD') return new AppError('auth', wrongPassword, { code: 'auth.wrong-password' });
  if (code === 'INVALID_PASSWORD') return new AppError('invalid', wrongPassword, { code: 'auth.wrong-password' });
  if (code === 'MISSING_OR_NULL_ORIGIN')
    return new AppError('permission', 'The request must say its origin, as browsers do (header Origin)', {
      code: 'csrf.origin',
    });
  return new AppError('permission', 'Sign-in refused this request', { code: 'auth.refused' });
}

function tooMany(retryAfterMs: number): AppError {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  return new AppError(
    'rate-limited',
    `Too many failed attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    { code: 'auth.too-many-attempts', retryAfterMs },
  );
}
