import { Router } from 'express';
import { sendProblem } from '../http/problem.ts';
import type { Identity } from './identity.ts';

export function sessionRoutes(identity: Identity): Router {
  const router = Router();
  router.get('/session', async (req, res) => {
    const signedIn = await identity.of(req);
    if (!signedIn) return sendProblem(res, 401, 'auth.signed-out', 'Please sign in');
    res.json(signedIn.view);
  });
  return router;
}
