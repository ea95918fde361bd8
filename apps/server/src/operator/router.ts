import type { Orm } from '@draftsmith/database';
import { type RequestHandler, Router } from 'express';
import { answerAcceptance, readAcceptanceQuestion } from '../acceptance/answer-acceptance.ts';
import { auditPage, readAuditQuestion } from '../audit/audit-page.ts';
import { sendProblem } from '../http/problem.ts';
import type { ServerSettings } from '../settings.ts';
import { answerBudgets } from './answer-budgets.ts';
import { answerReceipts } from './answer-receipts.ts';
import { answerUsage } from './answer-usage.ts';
import { fromReceiptsQuery } from './receipts-question.ts';
import { fromQuery } from './usage-question.ts';

/**
 * What the command line asks a running server, because the embedded database belongs to one process. Mounted behind the
 * operator's guard. This one reads; what `acts` stands behind the same checks.
 */
export function operatorRouter(
  orm: Orm,
  settings: Pick<ServerSettings, 'DRAFTSMITH_BUDGETS'>,
  acts: readonly Router[] = [],
): Router {
  const router = Router();
  router.use(noBrowsers, ...acts);
  router.get('/usage', async (req, res) => {
    res.json(await answerUsage(orm, fromQuery(req.query)));
  });
  router.get('/budget', async (_req, res) => {
    res.json(await answerBudgets(orm, settings, new Date()));
  });
  router.get('/receipts', async (req, res) => {
    res.json(await answerReceipts(orm, fromReceiptsQuery(req.query)));
  });
  router.get('/acceptance', async (req, res) => {
    res.json({ kind: 'acceptance', ...(await answerAcceptance(orm, readAcceptanceQuestion(req.query), new Date())) });
  });
  router.get('/audit', async (req, res) => {
    res.json({ kind: 'audit', ...(await auditPage(orm, readAuditQuestion(req.query))) });
  });
  return router;
}

/**
 * A page of any origin can make its visitor's browser send a request to this machine, and that one comes from loopback.
 * It could not read the answer, but it could act, or keep the database busy.
 */
const noBrowsers: RequestHandler = (req, res, next) => {
  if (!FROM_BROWSERS.some((name) => name in req.headers)) return next();
  sendProblem(res, 403, 'operator.browser', 'This address is for the command line: not for pages in a browser');
};

const FROM_BROWSERS = ['origin', 'referer', 'sec-fetch-site'];
