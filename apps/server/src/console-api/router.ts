import { type Actor, createAuditLog } from '@draftsmith/audit';
import type { ConversationTurn, DraftDetail, SeenResource } from '@draftsmith/contracts';
import { type Database, storable } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { draftIdOf } from '@draftsmith/drafting';
import { AppError, toAppError } from '@draftsmith/errors';
import type { JobQueue } from '@draftsmith/jobs';
import { receiptsOfReference } from '@draftsmith/llm/sql';
import type { Policies } from '@draftsmith/policies';
import { readProposalReport } from '@draftsmith/proposals';
import type { Rules } from '@draftsmith/rules';
import type { Sealer } from '@draftsmith/sealing';
import { and, eq } from 'drizzle-orm';
import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Accounts } from '../accounts.ts';
import { acceptanceRoute } from './acceptance-route.ts';
import { auditRoute } from './audit-route.ts';
import type { Changes } from './changes.ts';
import { findDraft, listDrafts, summariseDrafts, toListItem } from './draft-queries.ts';
import { readContent } from './draft-words.ts';
import { eventsRoute } from './events-route.ts';
import { policyRoutes } from './policy-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import type { ProposalRoutesDeps } from './proposals/deps.ts';
import { rulesRoutes } from './rules-routes.ts';

export interface ConsoleApiDeps {
  database: Database;
  sealer: Sealer;
  queue: JobQueue;
  accounts: Accounts;
  changes: Changes;
  policies: Policies;
  rules: Rules;
  proposals: Pick<ProposalRoutesDeps, 'settings' | 'templates' | 'rateCard'>;
  routes: readonly { provider: string; model: string; ready: boolean; note?: string }[];
  adminOnly: RequestHandler;
  /** Who acts, for the record. */
  actor: (request: Request) => Promise<Actor>;
}

const listQuery = z.object({
  state: z.enum(['working', 'drafted', 'skipped', 'failed']).optional().catch(undefined),
  language: z.string().max(8).transform(storable).optional(),
  q: z.string().max(200).transform(storable).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Milliseconds to read a conversation from the source system before the page says that it cannot. */
const CONVERSATION_DEADLINE = 8_000;

/** What the console reads and the little it may do. Mounted behind sign-in. */
export function consoleApi(deps: ConsoleApiDeps): Router {
  const { database, queue } = deps;
  const router = Router();
  router.get('/drafts', async (request, response) => {
    const query = listQuery.safeParse(request.query);
    if (!query.success) throw new AppError('invalid', 'The filter of the list is not understood');
    const { state, language, q, cursor, limit } = query.data;
    response.json(
      await listDrafts(database, deps.sealer, {
        limit,
        ...(state && { state }),
        ...(language && { language }),
        ...(q && { q }),
        ...(cursor && { cursor }),
      }),
    );
  });
  router.get('/drafts/summary', async (_request, response) => {
    response.json(await summariseDrafts(database, await queue.waiting('draft')));
  });
  router.get('/drafts/:id', async (request, response) => {
    response.json(await draftDetail(deps, String(request.params.id)));
  });
  router.post('/drafts/:id/retry', deps.adminOnly, async (request, response) => {
    await retryDraft(deps, String(request.params.id), await deps.actor(request));
    response.status(202).json({});
  });
  router.use(policyRoutes(deps));
  router.use(rulesRoutes(deps));
  router.use(
    proposalRoutes({
      ...deps,
      ...deps.proposals,
      report: (wanted) => readProposalReport({ orm: database.orm, sealer: deps.sealer, now: () => new Date() }, wanted),
    }),
  );
  router.get('/audit', deps.adminOnly, auditRoute(database.orm));
  router.get('/acceptance', acceptanceRoute({ orm: database.orm, accounts: deps.accounts }));
  router.get('/events', eventsRoute(deps.changes));
  router.get('/accounts', (_request, response) => {
    response.json({ accounts: deps.accounts.all.map(({ connector, account }) => ({ connector, account })) });
  });
  router.get('/providers', (_request, response) => {
    response.json({ routes: deps.routes });
  });
  return router;
}

async function draftDetail({ database, sealer, accounts }: ConsoleApiDeps, id: string): Promise<DraftDetail> {
  const row = await findDraft(database, id);
  const content = readContent(sealer, row);
  return {
    ...toListItem(sealer, row),
    ...(!content && { unreadable: true }),
    url: row.url,
    text: content?.text ?? null,
    modelWritten: row.modelWritten,
    citations: [...(content?.citations ?? [])],
    attempts: row.attempts,
    check: content?.check ?? null,
    receipts: await receiptsOfReference(database.orm, id),
    forgotten:
      row.forgottenAt && row.forgottenWhy ? { at: row.forgottenAt.toISOString(), why: row.forgottenWhy } : null,
    conversation: await conversationOf(accounts, row),
  };
}

async function conversationOf(
  accounts: Accounts,
  row: typeof drafts.$inferSelect,
): Promise<DraftDetail['conversation']> {
  const account = accounts.find(row.connector, row.account);
  if (!account) return { kind: 'unavailable', message: 'This account is not connected any more' };
  try {
    const resource = { connector: row.connector, account: row.account, type: row.resourceType, id: row.resourceId };
    const gathered = await account.connection.gatherContext(resource, AbortSignal.timeout(CONVERSATION_DEADLINE));
    const seen = gathered.kind === 'context' ? gathered.context : gathered.seen;
    return seen
      ? { kind: 'loaded', turns: seen.turns.map(toTurn) }
      : { kind: 'unavailable', message: 'The source system does not show it any more' };
  } catch (thrown) {
    return { kind: 'unavailable', message: toAppError(thrown).message };
  }
}

function toTurn({ role, authorName, text, at }: SeenResource['turns'][number]): ConversationTurn {
  return { role, authorName: authorName ?? null, text, at };
}

/** A second click at the same moment finds the draft being worked on: two jobs for one could both write its note. */
async function retryDraft({ database, queue }: ConsoleApiDeps, id: string, actor: Actor): Promise<void> {
  const { connector, account, resourceType, resourceId, deliveryId } = await findDraft(database, id);
  const job = { connector, account, resourceType, resourceId, deliveryId };
  // A row taken over from another delivery is not the one its job ends when it finds nothing to do.
  const state = id === draftIdOf(job) ? 'working' : 'failed';
  await database.orm.transaction(async (tx) => {
    const taken = await tx
      .update(drafts)
      .set({ state })
      .where(and(eq(drafts.id, id), eq(drafts.state, 'failed')))
      .returning({ id: drafts.id });
    if (taken.length === 0)
      throw new AppError('conflict', 'Only a failed draft can be tried again', { code: 'drafts.not-failed' });
    await queue.enqueue('draft', [job], tx);
    await createAuditLog(database.orm).record({ actor, action: 'draft.retried', subject: id }, tx);
  });
}
