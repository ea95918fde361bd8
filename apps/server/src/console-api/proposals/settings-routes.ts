import type { Decision } from '@draftsmith/account-decisions';
import { createAuditLog } from '@draftsmith/audit';
import type { ProposalSettings, ProposalSettingsView } from '@draftsmith/contracts';
import { parseProposalSettings } from '@draftsmith/proposal-settings';
import { json, type Request, Router } from 'express';
import { z } from 'zod';
import { parsedBody } from '../parsed-body.ts';
import { withNames } from '../updater-names.ts';
import { accountWithDeals } from './account-with-deals.ts';
import type { ProposalRoutesDeps } from './deps.ts';

const body = json({ limit: '128kb' });

const change = z.object({
  // Checked by its own package.
  settings: z.unknown().optional(),
  revision: z.int('expected the revision that was edited').min(0, 'expected the revision that was edited'),
});

/** How an account's proposals are made: everybody signed in reads it, admins change it. */
export function proposalSettingsRoutes(deps: ProposalRoutesDeps): Router {
  const { accounts, settings, database } = deps;
  const router = Router();

  router.get('/proposals/settings', async (_request, response) => {
    const withDeals = accounts.all.filter(({ connection }) => connection.deals);
    const views = await Promise.all(
      withDeals.map(async ({ connector, account }) => viewOf(await settings.read(connector, account))),
    );
    response.json(await withNames(database, views));
  });

  router.put('/proposals/:connector/:account/settings', deps.adminOnly, body, async (request, response) => {
    response.json((await withNames(database, [await save(deps, request)]))[0]);
  });

  return router;
}

/** On record is which parts were changed, and never to what: house rules are the company's own words. */
async function save(
  { accounts, settings, database, actor }: ProposalRoutesDeps,
  request: Request,
): Promise<ProposalSettingsView> {
  const { connector, account } = accountWithDeals(accounts, request);
  const { settings: given, revision } = parsedBody(change, request.body);
  const value = parseProposalSettings(given);
  const by = await actor(request);
  const before: Record<string, unknown> = { ...(await settings.read(connector, account)).value };
  const changed = Object.entries(value)
    .filter(([name, now]) => JSON.stringify(before[name]) !== JSON.stringify(now))
    .map(([name]) => name);
  const entry = {
    ...{ actor: by, action: 'proposals.settings-changed', subject: `${connector}/${account}` },
    detail: { changed, revision: revision + 1 },
  };
  const saved = await settings.save(
    { connector, account, value, revision, by: by.kind === 'user' ? by.id : null },
    (within) => createAuditLog(database.orm).record(entry, within),
  );
  return viewOf(saved);
}

function viewOf({ value, ...rest }: Decision<ProposalSettings>): ProposalSettingsView {
  return { ...rest, settings: value };
}
