import { type Actor, createAuditLog } from '@draftsmith/audit';
import type { Connection, DraftingRules, DraftingRulesView, RuleChoices } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { parseRules, type Rules } from '@draftsmith/rules';
import type { Sealer } from '@draftsmith/sealing';
import { json, type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Accounts } from '../accounts.ts';
import { parsedBody } from './parsed-body.ts';
import { tryAccountRules } from './try-rules.ts';
import { withNames } from './updater-names.ts';

export interface RulesRoutesDeps {
  database: Database;
  sealer: Sealer;
  accounts: Pick<Accounts, 'all' | 'find'>;
  rules: Rules;
  adminOnly: RequestHandler;
  /** Who acts, for the record. */
  actor: (request: Request) => Promise<Actor>;
}

/** Lists of five hundred tags, voices of many brands. Read behind the sign-in only. */
const BODY_LIMIT = '1mb';

/** Milliseconds to read what an admin picks from. */
const CHOICES_DEADLINE = 20_000;

const NO_CHOICES: RuleChoices = { brands: [], groups: [], forms: [], channels: [], tags: [], agents: [] };

const change = z.object({
  // Checked by its own package.
  rules: z.unknown().optional(),
  revision: z.int('expected the revision that was edited').min(0, 'expected the revision that was edited'),
});
const trial = z.object({ rules: z.unknown().optional() });

/** Which messages get a draft: everybody signed in reads it, admins change it and try it on what came before. */
export function rulesRoutes(deps: RulesRoutesDeps): Router {
  const { accounts, rules, adminOnly, database } = deps;
  const router = Router();
  const body = json({ limit: BODY_LIMIT });

  router.get('/rules', async (_request, response) => {
    const views = await Promise.all(accounts.all.map(({ connector, account }) => rules.read(connector, account)));
    response.json(await withNames(database, views));
  });

  router.get('/rules/:connector/:account/choices', async (request, response) => {
    const { connection } = accountOf(accounts, request);
    response.json((await connection.choices?.(AbortSignal.timeout(CHOICES_DEADLINE))) ?? NO_CHOICES);
  });

  router.post('/rules/:connector/:account/try', adminOnly, body, async (request, response) => {
    const account = accountOf(accounts, request);
    const after = parseRules(parsedBody(trial, request.body).rules);
    response.json(await tryAccountRules(deps, account, after));
  });

  router.put('/rules/:connector/:account', adminOnly, body, async (request, response) => {
    const { connector, account } = accountOf(accounts, request);
    const saved = await saveRules(deps, { connector, account, ...parsedBody(change, request.body) }, request);
    response.json((await withNames(database, [saved]))[0]);
  });

  return router;
}

function accountOf(
  accounts: Pick<Accounts, 'find'>,
  request: Request,
): { connector: string; account: string; connection: Connection } {
  const found = accounts.find(String(request.params.connector), String(request.params.account));
  if (!found) throw new AppError('not-found', 'No such account is connected', { code: 'rules.account' });
  return found;
}

interface Change {
  connector: string;
  account: string;
  rules?: unknown;
  revision: number;
}

/** On record is which parts were changed, and never to what: house rules are the company's own words. */
async function saveRules(
  { database, rules, actor }: RulesRoutesDeps,
  { rules: given, ...rest }: Change,
  request: Request,
): Promise<DraftingRulesView> {
  const checked = parseRules(given);
  const by = await actor(request);
  const before = await rules.read(rest.connector, rest.account);
  const detail = { changed: changedParts(before.rules, checked), revision: rest.revision + 1 };
  const subject = `${rest.connector}/${rest.account}`;
  return rules.save({ ...rest, rules: checked, by: by.kind === 'user' ? by.id : null }, (within) =>
    createAuditLog(database.orm).record({ actor: by, action: 'rules.changed', subject, detail }, within),
  );
}

function changedParts(before: DraftingRules, after: DraftingRules): string[] {
  const from: Record<string, unknown> = { ...before };
  return Object.entries(after)
    .filter(([name, value]) => JSON.stringify(from[name]) !== JSON.stringify(value))
    .map(([name]) => name);
}
