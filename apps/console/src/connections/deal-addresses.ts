import { PROPOSALS_PATH } from '@draftsmith/contracts';
import { serverOf } from './server-of.ts';

/** What a CRM calls for its deals: the card of a rep, its own events, and a step of a workflow. */
export function dealAddresses(connector: string, endpoint: string): Record<'card' | 'webhooks' | 'action', string> {
  const server = serverOf(endpoint);
  return {
    card: `${server}${PROPOSALS_PATH}/${connector}`,
    webhooks: endpoint,
    action: `${server}/actions/${connector}/proposal`,
  };
}
