import { createAuditLog } from '@draftsmith/audit';
import type { TemplateSaved } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import {
  MAX_DOCUMENT,
  type RecordTemplate,
  type TemplateChange,
  UnusableTemplate,
} from '@draftsmith/proposal-settings';
import { json, type Request, Router, raw } from 'express';
import { z } from 'zod';
import { parsedBody } from '../parsed-body.ts';
import { accountWithDeals } from './account-with-deals.ts';
import type { ProposalRoutesDeps } from './deps.ts';
import { previewRoute } from './preview-route.ts';

const words = json({ limit: '128kb' });
const file = raw({ type: () => true, limit: MAX_DOCUMENT + 1, inflate: false });

// Each part is checked by its own package.
const change = z.object({
  name: z.unknown().optional(),
  locale: z.unknown().optional(),
  terms: z.unknown().optional(),
  nextSteps: z.unknown().optional(),
  hints: z.unknown().optional(),
  revision: z.int('expected the revision that was edited').min(1, 'expected the revision that was edited').optional(),
});

const AT = '/proposals/:connector/:account/templates';
/** What is uploaded beside the words. */
const FILES = ['document', 'logo'] as const;

/** What proposals are made with: everybody signed in looks at it, admins change it. */
export function templateRoutes(deps: ProposalRoutesDeps): Router {
  const { accounts, templates, adminOnly } = deps;
  const router = Router();
  router.get(AT, async (request, response) => {
    const { connector, account } = accountWithDeals(accounts, request);
    response.json(await templates.list(connector, account));
  });
  router.post(AT, adminOnly, words, async (request, response) => {
    const { revision: _, ...text } = parsedBody(change, request.body);
    response.json(await save(deps, request, { ...text, revision: 0 }));
  });
  router.put(`${AT}/:id`, adminOnly, words, async (request, response) => {
    const { revision, ...text } = parsedBody(change, request.body);
    if (revision === undefined) throw noRevision();
    response.json(await save(deps, request, { ...text, revision, id: idIn(request) }));
  });
  for (const part of FILES) {
    router.put(`${AT}/:id/${part}`, adminOnly, file, async (request, response) => {
      const bytes = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : new Uint8Array();
      response.json(await save(deps, request, { [part]: bytes, ...editedIn(request) }));
    });
    router.delete(`${AT}/:id/${part}`, adminOnly, async (request, response) => {
      response.json(await save(deps, request, { [part]: null, ...editedIn(request) }));
    });
  }
  router.delete(`${AT}/:id`, adminOnly, async (request, response) => {
    const { connector, account } = accountWithDeals(accounts, request);
    const record = await recordOf(deps, request, 'proposals.template-removed');
    await templates.remove({ connector, account }, idIn(request), new Date(), record);
    response.status(204).end();
  });
  router.get(`${AT}/:id/preview.:format`, previewRoute(deps));
  return router;
}

type Change = Omit<TemplateChange, 'connector' | 'account' | 'by'>;

async function save(deps: ProposalRoutesDeps, request: Request, given: Change): Promise<TemplateSaved> {
  const { connector, account } = accountWithDeals(deps.accounts, request);
  const by = await deps.actor(request);
  try {
    const change = { ...given, connector, account, by: by.kind === 'user' ? by.id : null };
    return await deps.templates.save(change, await recordOf(deps, request, 'proposals.template-changed'));
  } catch (thrown) {
    if (thrown instanceof UnusableTemplate) return { template: null, findings: thrown.findings };
    throw thrown;
  }
}

/** In the audit log, within the transaction of the act itself. */
async function recordOf(deps: ProposalRoutesDeps, request: Request, action: string): Promise<RecordTemplate> {
  const subject = `${request.params.connector}/${request.params.account}`;
  const actor = await deps.actor(request);
  return ({ id: template, revision }, within) =>
    createAuditLog(deps.database.orm).record({ actor, action, subject, detail: { template, revision } }, within);
}

const idIn = ({ params }: Request): string => String(params.id);

function editedIn(request: Request): { id: string; revision: number } {
  const revision = Number(request.query.revision);
  if (Number.isInteger(revision) && revision > 0) return { id: idIn(request), revision };
  throw noRevision();
}

function noRevision(): AppError {
  return new AppError('invalid', 'Expected the revision that was edited', { code: 'request.invalid' });
}
