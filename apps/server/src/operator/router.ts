import type { Orm } from '@draftsmith/database';
import { type RequestHandler, Router } from 'express';
import { sendProblem } from '../http/problem.ts';
import type { ServerSettings } from '../settings.ts';
import { answerBudgets } from './answer-budgets.ts';
import { answerUsage } from './answer-usage.ts';
import { fromQuery } from './usage-question.ts';

/**
 * What the command line asks a running server, because the embedded database belongs to one process. Mounted behind the
 * operator's guard; reads only.
 */
export function operatorRouter(orm: Orm, settings: Pick<ServerSettings, 'DRAFTSMITH_BUDGETS'>): Router {
  const router = Router();
  router.use(noBrowsers);
  router.get('/usage', async (req, res) => {
    res.json(await answerUsage(orm, fromQuery(req.query)));
  });
  router.get('/budget', async (_req, res) => {
    res.json(await answerBudgets(orm, settings, new Date()));
  });
  return router;
}

/**
 * A page of any origin can make its visitor's browser send a request to this machine, and that one comes from loopback.
 * It could not read the answer, but it could keep the database busy.
 */
const noBrowsers: RequestHandler = (req, res, next) => {
  if (!FROM_BROWSERS.some((name) => name in req.headers)) return next();
  sendProblem(res, 403, 'operator.browser', 'This address is for the command line: not for pages in a browser');
};

const FROM_BROWSERS = ['origin', 'referer', 'sec-fetch-site'];
