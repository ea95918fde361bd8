import { type Actor, createAuditLog } from '@draftsmith/audit';
import type { AccountPolicy, AccountPolicyView } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { type Policies, parsePolicy } from '@draftsmith/policies';
import { json, type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Accounts } from '../accounts.ts';
import { parsedBody } from './parsed-body.ts';
import { tryPolicy } from './try-policy.ts';
import { withNames } from './updater-names.ts';

export interface PolicyRoutesDeps {
  database: Database;
  accounts: Pick<Accounts, 'all' | 'find'>;
  policies: Policies;
  adminOnly: RequestHandler;
  /** Who acts, for the record. */
  actor: (request: Request) => Promise<Actor>;
}

/** Lists of five hundred entries, or a text to try. Read behind the sign-in only: the rest of the API takes far less. */
const BODY_LIMIT = '1mb';

const change = z.object({
  // Checked by its own package.
  policy: z.unknown().optional(),
  revision: z.int('expected the revision that was edited').min(0, 'expected the revision that was edited'),
});
const trial = z.object({ policy: z.unknown().optional(), text: z.string('text: expected the text to try') });

/** What each account has decided on privacy and truth: everybody signed in reads it, admins change and try it. */
export function policyRoutes(deps: PolicyRoutesDeps): Router {
  const { accounts, policies, adminOnly } = deps;
  const router = Router();
  const body = json({ limit: BODY_LIMIT });

  router.get('/policies', async (_request, response) => {
    const views = await Promise.all(accounts.all.map(({ connector, account }) => policies.read(connector, account)));
    response.json(await withNames(deps.database, views));
  });

  router.post('/policies/try', adminOnly, body, (request, response) => {
    const { policy, text } = parsedBody(trial, request.body);
    response.json(tryPolicy(parsePolicy(policy), text));
  });

  router.put('/policies/:connector/:account', adminOnly, body, async (request, response) => {
    const [connector, account] = [String(request.params.connector), String(request.params.account)];
    if (!accounts.find(connector, account))
      throw new AppError('not-found', 'No such account is connected', { code: 'policies.account' });
    const saved = await savePolicy(deps, { connector, account, ...parsedBody(change, request.body) }, request);
    response.json((await withNames(deps.database, [saved]))[0]);
  });

  return router;
}

interface Change {
  connector: string;
  account: string;
  policy?: unknown;
  revision: number;
}

/** On record is which parts were changed, and never to what: the lists hold names. */
async function savePolicy(
  { database, policies, actor }: PolicyRoutesDeps,
  { policy, ...rest }: Change,
  request: Request,
): Promise<AccountPolicyView> {
  const checked = parsePolicy(policy);
  const by = await actor(request);
  const before = await policies.read(rest.connector, rest.account);
  const detail = { changed: changedParts(before.policy, checked), revision: rest.revision + 1 };
  const subject = `${rest.connector}/${rest.account}`;
  return policies.save({ ...rest, policy: checked, by: by.kind === 'user' ? by.id : null }, (within) =>
    createAuditLog(database.orm).record({ actor: by, action: 'policy.changed', subject, detail }, within),
  );
}

function changedParts(before: AccountPolicy, after: AccountPolicy): string[] {
  const [from, to]: Record<string, unknown>[] = [before, after].map(({ privacy, truth }) => ({ ...privacy, ...truth }));
  return Object.keys({ ...to }).filter((name) => JSON.stringify(from?.[name]) !== JSON.stringify(to?.[name]));
}
