import type { Orm } from '@draftsmith/database';
import type { RequestHandler } from 'express';
import { auditPage, readAuditQuestion } from '../audit/audit-page.ts';

/** GET, newest first. For admins: who works here, and when, is nobody else's business. */
export function auditRoute(orm: Orm): RequestHandler {
  return async (request, response) => {
    response.json(await auditPage(orm, readAuditQuestion(request.query)));
  };
}
