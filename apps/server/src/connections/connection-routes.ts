import type { Actor } from '@draftsmith/audit';
import { AppError } from '@draftsmith/errors';
import type { AccountKey } from '@draftsmith/installations';
import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { parsedBody } from '../console-api/parsed-body.ts';
import type { Connections } from './connections.ts';
import { bindBrowser } from './consent-cookie.ts';

export interface ConnectionRoutesDeps {
  connections: Connections;
  redirectUri: string;
  adminOnly: RequestHandler;
  actor: (request: Request) => Promise<Actor>;
}

const text = (max: number) => z.string().trim().min(1).max(max);
export const authorizeBody = z.object({
  given: z.record(z.string().max(50), z.string().max(300)),
  clientId: text(300).optional(),
  clientSecret: text(500).optional(),
  way: z.enum(['oauth', 'client-credentials'], 'way: expected oauth or client-credentials'),
});
export const dryRunBody = z.object({
  resourceId: z
    .string('Expected the number of a ticket or deal')
    .trim()
    .regex(/^[\w-]{1,64}$/, 'Expected the number of a ticket or deal'),
});

/** What the console's page *Connections* asks. To see the list one need not be an admin; for everything else one must. */
export function connectionRoutes({ connections, redirectUri, adminOnly, actor }: ConnectionRoutesDeps): Router {
  const router = Router();
  router.get('/connections', async (_request, response) => {
    response.json({ connections: await connections.list() });
  });
  router.use('/connections', adminOnly);
  router.get('/connections/offers', (_request, response) => {
    response.json({ offers: connections.offers() });
  });
  router.post('/connections/:connector/authorize', async (request, response) => {
    const { clientId, clientSecret, ...body } = parsedBody(authorizeBody, request.body);
    const wanted = { ...body, ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) };
    const terms = { boundTo: bindBrowser(request, response, redirectUri), redirectUri, actor: await actor(request) };
    response.json(await connections.authorising.begin(String(request.params.connector), wanted, terms));
  });

  const at = '/connections/:connector/:account';
  router.get(`${at}/steps`, async (request, response) => {
    response.json(await connections.progress(keyIn(request)));
  });
  router.post(`${at}/steps`, async (request, response) => {
    await connections.setUp.start(keyIn(request));
    response.status(202).json({});
  });
  router.post(`${at}/test`, async (request, response) => {
    const { ok, detail } = await connections.setUp.test(keyIn(request));
    response.json({ ok, detail });
  });
  router.get(`${at}/diagnosis`, async (request, response) => {
    response.json(await connections.diagnose(keyIn(request)));
  });
  router.post(`${at}/repair`, async (request, response) => {
    await connections.repair(keyIn(request), await actor(request));
    response.json({});
  });
  router.post(`${at}/sidebar-secret`, async (request, response) => {
    response.json({ secret: await connections.makeSidebarSecret(keyIn(request), await actor(request)) });
  });
  router.post(`${at}/knowledge/refresh`, async (request, response) => {
    await connections.readKnowledge(keyIn(request));
    response.status(202).json({});
  });
  router.post(`${at}/dry-run`, (request, response) => {
    const { resourceId } = parsedBody(dryRunBody, request.body);
    response.status(202).json({ id: connections.dryRuns.start(keyIn(request), resourceId).id });
  });
  router.get(`${at}/dry-run/:id`, (request, response) => {
    response.json(connections.dryRuns.find(String(request.params.id), keyIn(request)));
  });
  router.delete(at, async (request, response) => {
    const { left } = await connections.remove(keyIn(request), await actor(request));
    response.json({ left });
  });
  return router;
}

export function keyIn({ params }: Request): AccountKey {
  const key = { connector: String(params.connector), account: String(params.account) };
  // A database does not take a zero byte.
  if (key.connector.length > 60 || !/^[^\p{Cc}]{1,200}$/u.test(key.account))
    throw new AppError('not-found', 'No such account is connected', { code: 'connections.unknown' });
  return key;
}
