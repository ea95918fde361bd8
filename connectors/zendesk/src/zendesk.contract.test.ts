import { connectorContract } from '@draftsmith/connector-testing';
import { signDelivery } from '@draftsmith/webhooks/sign';
import { verifyDelivery } from '@draftsmith/webhooks/verify';
import { zendesk } from './index.ts';
import { settingsFor, startAccount, TICKET, ticketRef } from './testing/account.ts';

const token = 'oauth-token-7d1c';
const webhookSecret = 'kRk9-signing-secret';
const headers = { 'x-zendesk-webhook-invocation-id': '01HANA2B5D5W9XSJS3NE5SQA1J' };

function commentAdded(comment: object): string {
  const envelope = {
    account_id: 18525119,
    id: 'b3695d61-2ef4-4e9c-97af-1f065c099564',
    subject: `zen:ticket:${TICKET}`,
    time: '2026-11-20T09:30:00.304Z',
    type: 'zen:event-type:ticket.comment_added',
    zendesk_event_version: '2022-11-06',
    detail: { actor_id: '21', id: String(TICKET), is_public: true, status: 'OPEN', tags: [], organization_id: '0' },
    event: { meta: { sequence: { id: '1', position: 1 } }, comment },
  };
  // As recorded: indented by three, with a newline at the end.
  return `${JSON.stringify(envelope, null, 3)}\n`;
}

connectorContract(zendesk, {
  verify: verifyDelivery,
  sign: signDelivery,
  now: new Date('2026-11-20T10:00:00Z'),
  settings: zendesk.settings.schema.parse({ subdomain: 'acme', oauthToken: token, webhookSecret }),
  secrets: [token, webhookSecret],
  deliveries: {
    event: {
      headers,
      body: commentAdded({ id: '5', body: 'Hi', is_public: true, author: { id: '21', is_staff: false, name: 'C' } }),
      resource: { type: 'ticket', id: String(TICKET) },
    },
    ownWrite: {
      headers,
      body: commentAdded({ id: '6', body: 'Draft', is_public: false, author: { id: '11', is_staff: true, name: 'A' } }),
    },
    unknown: { headers, body: commentAdded({}).replace('comment_added', 'schedule_changed') },
  },
  async openAccount() {
    const simulator = await startAccount();
    const notes = () => simulator.state.comments(TICKET).filter((comment) => !comment.public);
    return {
      settings: settingsFor(simulator),
      resource: ticketRef(),
      artefacts: () => notes().length,
      close: () => simulator.close(),
    };
  },
});
