import type { AuditLog } from '@draftsmith/audit';
import type { SessionView } from '@draftsmith/contracts';
import { AppError, isAppError } from '@draftsmith/errors';
import { Router } from 'express';
import { z } from 'zod';
import { sendProblem } from '../http/problem.ts';
import type { Gateway } from './gateway.ts';
import { email, name, newPassword, parseBody } from './request-body.ts';
import type { Setup } from './setup-link.ts';

const firstAdmin = z.object({ token: z.string('The set-up link has no token'), name, email, password: newPassword });

/** 410: it was right once. A link that never was stays a 403. */
const GONE = new Set(['setup.expired', 'setup.used']);

export function setupRoutes(setup: Setup, gateway: Gateway, audit: AuditLog): Router {
  const router = Router();

  router.get('/setup', async (req, res) => {
    const state = await setup.check(typeof req.query.token === 'string' ? req.query.token : '');
    res.json({ valid: state === 'valid', ...(state === 'expired' && { expired: true }) });
  });

  router.post('/setup', async (req, res) => {
    const { token, ...admin } = parseBody(firstAdmin, req.body);
    try {
      await setup.complete(token, admin);
    } catch (error) {
      if (isAppError(error) && error.code && GONE.has(error.code))
        return sendProblem(res, 410, error.code, error.message);
      throw error;
    }
    const answer = await gateway('/sign-in/email', { email: admin.email, password: admin.password }, req.headers);
    if (!answer.ok || !answer.user)
      throw new AppError('unavailable', 'Your account is ready. Sign in with it', { code: 'setup.sign-in' });
    const { id, ...person } = answer.user;
    await audit.record({ actor: { kind: 'user', id, name: person.name }, action: 'session.opened', subject: id });
    const view: SessionView = { ...person, demo: false };
    res.append('set-cookie', answer.cookies).status(201).json(view);
  });

  return router;
}
