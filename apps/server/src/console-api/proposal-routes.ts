import type { ProposalChoicesView } from '@draftsmith/contracts';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { accountWithDeals } from './proposals/account-with-deals.ts';
import type { ProposalRoutesDeps } from './proposals/deps.ts';
import { rateCardRoutes } from './proposals/rate-card-routes.ts';
import { proposalSettingsRoutes } from './proposals/settings-routes.ts';
import { templateRoutes } from './proposals/template-routes.ts';

const range = z.object({
  days: z.coerce.number().int().min(1).max(365).default(30),
  connector: z.string().max(100).optional(),
  account: z.string().max(200).optional(),
});

/** Milliseconds to read what an admin picks from. */
const CHOICES_DEADLINE = 20_000;

/** What became of proposals, and what they are made with. See contracts/proposal-admin.ts. */
export function proposalRoutes(deps: ProposalRoutesDeps): Router {
  const router = Router();
  router.get('/proposals', async (request, response) => {
    const { days, connector, account } = range.parse(request.query);
    response.json(await deps.report({ days, ...(connector && { connector }), ...(account && { account }) }));
  });
  router.use(proposalSettingsRoutes(deps));
  router.get('/proposals/:connector/:account/choices', async (request, response) => {
    response.json(await choicesOf(deps, request));
  });
  router.use(templateRoutes(deps));
  router.use(rateCardRoutes(deps));
  return router;
}

async function choicesOf(deps: ProposalRoutesDeps, request: Request): Promise<ProposalChoicesView> {
  const { deals } = accountWithDeals(deps.accounts, request);
  const signal = AbortSignal.timeout(CHOICES_DEADLINE);
  const [stages, owners] = await Promise.all([deals.stages(signal), deals.owners(signal)]);
  return { stages, owners };
}
