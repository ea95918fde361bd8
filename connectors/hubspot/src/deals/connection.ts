import type { Choice, ConnectorPorts, DealConnection } from '@draftsmith/contracts';
import type { HubSpotClient } from '../client.ts';
import { createDealAccount, type DealAccount, dealUrl, nameOf } from './account.ts';
import { followDeal } from './follow.ts';
import { gatherDeal } from './gather/gather.ts';
import { optional, propertyOf } from './properties.ts';
import { draftQuote } from './quote/draft-quote.ts';
import { askApproval } from './write/ask-approval.ts';
import { attachProposal } from './write/attach.ts';

/** Proposals for the deals of one account. */
export function createDealConnection(
  client: HubSpotClient,
  settings: { portalId: string },
  { now, warn }: Pick<ConnectorPorts, 'now' | 'warn'>,
): DealConnection {
  const account = createDealAccount(client, settings, { now, warn });
  const ports = { client, account, now, warn };
  return {
    gather: (resource, budget, signal) => gatherDeal(resource, budget, ports, signal),
    recent: (limit, signal) => recentDeals(limit, ports, signal),
    attach: (write, signal) => attachProposal(write, ports, signal),
    draftQuote: (write, signal) => draftQuote(write, ports, signal),
    askApproval: (write, signal) => askApproval(write, ports, signal),
    stages: async (signal) => stagesOf(await account.pipelines(signal)),
    owners: async (signal) =>
      (await client.owners(signal)).map((owner): Choice => ({ id: owner.id, name: nameOf(owner) ?? owner.id })),
    async person(userId, signal) {
      const owner = await account.owner(userId, 'userId', signal);
      return owner && { id: userId, name: nameOf(owner) ?? userId };
    },
    follow: (resource, attached, signal) => followDeal(resource, attached, ports, signal),
    async completeAction(callbackId, { ok, url }, signal) {
      // A waiting that has ended is told by false, and is fine: the workflow went on without us.
      const state = ok ? 'SUCCESS' : 'FAIL_CONTINUE';
      await client.completeCallback(callbackId, { hs_execution_state: state, ...optional('draftUrl', url) }, signal);
    },
  };
}

/** The pipeline goes along where there are several: their stages have the same names. */
function stagesOf(pipelines: Awaited<ReturnType<DealAccount['pipelines']>>): Choice[] {
  return pipelines.flatMap(({ label: pipeline, stages }) =>
    stages.map(({ id, label }) => ({ id, name: pipelines.length > 1 ? `${pipeline}: ${label}` : label })),
  );
}

async function recentDeals(
  limit: number,
  { client, account }: { client: HubSpotClient; account: DealAccount },
  signal: AbortSignal,
) {
  const [{ items }, info] = await Promise.all([
    client.search(
      'deals',
      {
        filters: [{ propertyName: 'dealname', operator: 'HAS_PROPERTY' }],
        sort: { propertyName: 'hs_lastmodifieddate', direction: 'DESCENDING' },
        properties: ['dealname'],
        limit,
      },
      signal,
    ),
    account.info(signal),
  ]);
  return items.slice(0, limit).map((deal) => ({
    id: deal.id,
    name: propertyOf(deal, 'dealname') ?? deal.id,
    ...optional('url', dealUrl(info, deal.id)),
  }));
}
