import { createAuditLog } from '@draftsmith/audit';
import type { RateCardSaved } from '@draftsmith/contracts';
import { readRateCard } from '@draftsmith/proposal-settings';
import { type Request, Router, text } from 'express';
import { accountWithDeals } from './account-with-deals.ts';
import type { ProposalRoutesDeps } from './deps.ts';

/** Five thousand prices. */
const csv = text({ type: () => true, limit: '2mb' });

/** What the company sells, and for how much. */
export function rateCardRoutes(deps: ProposalRoutesDeps): Router {
  const { accounts, rateCard, adminOnly } = deps;
  const router = Router();
  const at = '/proposals/:connector/:account/rate-card';
  router.get(at, async (request, response) => {
    const { connector, account } = accountWithDeals(accounts, request);
    response.json(await rateCard.items(connector, account));
  });
  router.put(at, adminOnly, csv, async (request, response) => {
    response.json(await replace(deps, request));
  });
  return router;
}

async function replace(
  { accounts, rateCard, database, actor }: ProposalRoutesDeps,
  request: Request,
): Promise<RateCardSaved> {
  const { connector, account } = accountWithDeals(accounts, request);
  const { items, problems } = readRateCard(typeof request.body === 'string' ? request.body : '');
  // Half a card would make right prices look wrong.
  if (problems.length > 0 || request.query.check === 'true') return { saved: false, items, problems };
  const entry = {
    ...{ actor: await actor(request), action: 'proposals.rate-card-replaced', subject: `${connector}/${account}` },
    detail: { items: items.length },
  };
  await rateCard.replace({ connector, account }, items, (within) => createAuditLog(database.orm).record(entry, within));
  return { saved: true, items, problems };
}
