import type { RetentionDeps } from '@draftsmith/personal-data';
import { Router } from 'express';
import { answerRetention } from './answer-retention.ts';

/** For the command line, where a server holds the embedded database. */
export function retentionRoutes(deps: RetentionDeps): Router {
  const router = Router();
  router.get('/retention', async (_req, res) => {
    res.json(await answerRetention(deps, false, new Date()));
  });
  router.post('/retention/run', async (_req, res) => {
    res.json(await answerRetention(deps, true, new Date()));
  });
  return router;
}
