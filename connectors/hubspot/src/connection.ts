import type { Connection, ConnectorPorts, DraftBrief } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { AccountInfo } from './client/schemas.ts';
import type { HubSpotClient } from './client.ts';
import { clientFor } from './client-for.ts';
import { createDealConnection } from './deals/connection.ts';
import type { HubSpotSettings } from './settings.ts';

/** Nothing asks for it: proposals have their own way of being written. */
const NO_LETTERS: DraftBrief = {
  instructions: 'A deal has no conversation to answer: write nothing.',
  maxOutputTokens: 1,
};

/** The operations on one HubSpot account: proposals for its deals, and no conversations. */
export function connect(settings: HubSpotSettings, ports: ConnectorPorts): Connection {
  const client = clientFor(settings, ports);
  return {
    gatherContext: async () => ({ kind: 'skip', reason: 'no-customer-message' }),
    describeDraft: () => NO_LETTERS,
    async writeBack() {
      throw new AppError('invalid', 'HubSpot takes proposals for deals, and no replies', {
        code: 'hubspot.no-replies',
      });
    },
    async check(signal) {
      const { portalId, uiDomain } = await identify(client, settings, signal);
      return { identity: `account ${portalId}${uiDomain ? ` at ${uiDomain}` : ''}` };
    },
    deals: createDealConnection(client, settings, ports),
  };
}

/**
 * Whose the credentials are.
 *
 * @throws AppError `invalid` for a token of another account: its proposals would land there
 */
export async function identify(
  client: Pick<HubSpotClient, 'accountInfo'>,
  { portalId }: HubSpotSettings,
  signal: AbortSignal,
): Promise<AccountInfo> {
  const info = await client.accountInfo(signal);
  if (info.portalId === portalId) return info;
  throw new AppError('invalid', `The token belongs to the account ${info.portalId}, and not to ${portalId}`, {
    code: 'hubspot.other-account',
  });
}
