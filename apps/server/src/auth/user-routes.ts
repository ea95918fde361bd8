import { type Request, Router } from 'express';
import { z } from 'zod';
import type { Identity } from './identity.ts';
import { email, name, newPassword, parseBody, role } from './request-body.ts';
import type { Users } from './users.ts';

const newUser = z.object({ name, email, role, password: newPassword });
const changes = z.object({ name: name.optional(), role: role.optional(), password: newPassword.optional() });

/** For admins only. No answer holds a password in any form. */
export function userRoutes(users: Users, identity: Identity): Router {
  const router = Router();
  router.use('/users', identity.requireRole('admin'));

  router.get('/users', async (_req, res) => {
    res.json(await users.list());
  });

  router.post('/users', async (req, res) => {
    res.status(201).json(await users.create(parseBody(newUser, req.body), await identity.actor(req)));
  });

  router.patch('/users/:id', async (req: Request<{ id: string }>, res) => {
    res.json(await users.update(req.params.id, parseBody(changes, req.body), await identity.actor(req)));
  });

  router.delete('/users/:id', async (req: Request<{ id: string }>, res) => {
    await users.remove(req.params.id, await identity.actor(req));
    res.status(204).end();
  });

  return router;
}
