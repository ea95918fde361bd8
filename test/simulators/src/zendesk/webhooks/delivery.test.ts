import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSED_TICKET_ID, CUSTOMER_ID, OPEN_TICKET_ID, PRIVATE_TICKET_ID, UNBORN_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount, openReceiver, type Receiver, type ReceiverAnswer } from '../test-account.ts';
import { signWebhook } from './sign.ts';

let account: Account;
let receiver: Receiver;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(async () => {
  await account.simulator.close();
  await receiver.close();
});

async function connect(script?: ReceiverAnswer[]) {
  receiver = await openReceiver(script);
  return account.simulator.webhooks.connectTrigger({ endpoint: receiver.url });
}

async function connectEvents(...types: string[]) {
  receiver = await openReceiver();
  return account.simulator.webhooks.connectEvents({ endpoint: receiver.url, types });
}

describe('a trigger webhook', () => {
  it('is signed over timestamp and raw body, with the five headers and the user agent', async () => {
    const { webhookId, secret } = await connect();
    const { comment, invocations } = account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    const [delivery] = receiver.received;
    expect(delivery?.headers).toMatchObject({
      'x-zendesk-account-id': '18525119',
      'x-zendesk-webhook-id': webhookId,
      'x-zendesk-webhook-invocation-id': invocations[0],
      'x-zendesk-webhook-signature-timestamp': '2026-11-20T10:00:00Z',
      'user-agent': 'Zendesk Webhook',
      'content-type': 'application/json; charset=utf-8',
    });
    expect(delivery?.headers['x-zendesk-webhook-signature']).toBe(
      signWebhook(secret, '2026-11-20T10:00:00Z', delivery?.body ?? ''),
    );
    expect(JSON.parse(delivery?.body ?? '')).toEqual({
      v: 1,
      ticket_id: '1',
      comment_id: String(comment?.id),
      updated_at: '2026-11-20T10:00:00Z',
    });
    expect(account.simulator.deliveries).toMatchObject([{ outcome: 'delivered', status: 200, attempt: 1 }]);
  });

  it('fires for public customer comments on open tickets, and for nothing else', async () => {
    await connect();
    const { simulator } = account;
    expect(simulator.addCustomerComment(OPEN_TICKET_ID, 'A').invocations).toHaveLength(1);
    expect(simulator.addAgentComment(OPEN_TICKET_ID, 'B').invocations).toEqual([]);
    expect(simulator.addCustomerComment(OPEN_TICKET_ID, { body: 'C', public: false }).invocations).toEqual([]);
    expect(simulator.setStatus(OPEN_TICKET_ID, 'solved').invocations).toEqual([]);
    // Writing again opens a solved ticket.
    expect(simulator.addCustomerComment(OPEN_TICKET_ID, 'D').invocations).toHaveLength(1);
    expect(simulator.state.ticket(OPEN_TICKET_ID).status).toBe('open');
    await account.send('PUT', `/api/v2/tickets/${OPEN_TICKET_ID}/tags.json`, { tags: ['ai_draft_off'] });
    expect(simulator.addCustomerComment(OPEN_TICKET_ID, 'E').invocations).toEqual([]);
    await simulator.settled();
    expect(receiver.received).toHaveLength(2);
  });

  it('does not answer the note that the connector writes', async () => {
    await connect();
    const note = { ticket: { comment: { body: 'Draft', public: false } } };
    await account.send('PUT', `/api/v2/tickets/${OPEN_TICKET_ID}.json`, note);
    await account.simulator.settled();
    expect(receiver.received).toEqual([]);
  });

  it('carries the credentials it was given, which the log does not keep', async () => {
    receiver = await openReceiver();
    account.simulator.webhooks.connectTrigger({
      endpoint: receiver.url,
      authentication: { type: 'bearer_token', add_position: 'header', data: { token: 'own-token' } },
    });
    account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    expect(receiver.received[0]?.headers.authorization).toBe('Bearer own-token');
    expect(JSON.stringify([account.simulator.deliveries, account.simulator.webhooks.list()])).not.toContain(
      'own-token',
    );
  });
});

describe('arrival', () => {
  it('creates the ticket when there was none', async () => {
    await connect();
    expect(account.simulator.state.waiting()).toContain(UNBORN_TICKET_ID);
    account.simulator.arrive(UNBORN_TICKET_ID);
    const { body } = await account.get(`/api/v2/tickets/${UNBORN_TICKET_ID}.json`);
    expect(body.ticket).toMatchObject({ status: 'new', created_at: '2026-11-20T10:00:00Z', via: { channel: 'web' } });
    await account.simulator.settled();
    expect(receiver.received).toHaveLength(1);
    expect(() => account.simulator.arrive(UNBORN_TICKET_ID)).toThrow(/no comment waiting/);
  });

  it('fires for a ticket that is closed right after', async () => {
    await connect();
    expect(account.simulator.arrive(CLOSED_TICKET_ID).invocations).toHaveLength(1);
    await account.simulator.settled();
    expect(account.simulator.state.ticket(CLOSED_TICKET_ID).status).toBe('closed');
    expect(account.simulator.state.comments(CLOSED_TICKET_ID)).toHaveLength(2);
    expect(() => account.simulator.addCustomerComment(CLOSED_TICKET_ID, 'x')).toThrow(/closed/);
  });
});

describe('retries', () => {
  const statuses = () => account.simulator.deliveries.map(({ status, outcome }) => [status, outcome]);

  it('repeat one invocation with a new timestamp and signature each time', async () => {
    await account.simulator.close();
    let now = Date.parse('2026-11-20T10:00:00Z');
    const clock = () => {
      now += 1_000;
      return new Date(now);
    };
    account = await openAccount({ clock });
    const { secret } = await connect([
      { status: 409 },
      { status: 503, headers: { 'retry-after': '5' } },
      { status: 202 },
    ]);
    account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    expect(statuses()).toEqual([
      [409, 'will-retry'],
      [503, 'will-retry'],
      [202, 'delivered'],
    ]);
    expect(new Set(receiver.received.map(({ headers }) => headers['x-zendesk-webhook-invocation-id'])).size).toBe(1);
    const stamps = receiver.received.map(({ headers }) => headers['x-zendesk-webhook-signature-timestamp']);
    expect(new Set(stamps).size).toBe(3);
    for (const { headers, body } of receiver.received) {
      const stamp = String(headers['x-zendesk-webhook-signature-timestamp']);
      expect(headers['x-zendesk-webhook-signature']).toBe(signWebhook(secret, stamp, body));
    }
  });

  it('do not happen after a 500: the event is lost', async () => {
    await connect([{ status: 500 }]);
    account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    expect(statuses()).toEqual([[500, 'lost']]);
  });

  it('end after the fourth 409', async () => {
    await connect([{ status: 409 }]);
    account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    expect(statuses().map(([, outcome]) => outcome)).toEqual(['will-retry', 'will-retry', 'will-retry', 'lost']);
  });

  it('follow a time-out five times', async () => {
    await account.simulator.close();
    account = await openAccount({ webhookTimeoutMs: 20 });
    await connect(['hang']);
    account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    expect(statuses()).toEqual([...new Array(5).fill(['timeout', 'will-retry']), ['timeout', 'lost']]);
  });

  it('do not keep a closing simulator waiting', async () => {
    await account.simulator.close();
    account = await openAccount({ webhookRetryDelaysMs: [3_600_000] });
    await connect([{ status: 409 }]);
    account.simulator.arrive(OPEN_TICKET_ID);
    await expect.poll(() => receiver.received.length).toBe(1);
    await account.simulator.close();
    await account.simulator.settled();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('trouble on purpose', () => {
  it('delivers one invocation twice', async () => {
    await connect();
    account.simulator.webhooks.duplicateNext();
    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'A');
    account.simulator.addCustomerComment(OPEN_TICKET_ID, 'B');
    await account.simulator.settled();
    const ids = receiver.received.map(({ headers }) => headers['x-zendesk-webhook-invocation-id']);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
  });

  it('breaks the circuit, sends nothing meanwhile and says so', async () => {
    await account.simulator.close();
    account = await openAccount({ circuit: { minimumRequests: 3 } });
    const { webhookId } = await connect([{ status: 500 }, { status: 500 }, { status: 500 }, { status: 200 }]);
    const write = async () => {
      account.simulator.addCustomerComment(OPEN_TICKET_ID, 'A');
      await account.simulator.settled();
    };
    for (let count = 0; count < 4; count += 1) await write();
    expect(receiver.received).toHaveLength(3);
    expect(account.simulator.deliveries.at(-1)).toMatchObject({ outcome: 'circuit-broken', status: 'not-sent' });
    const { body } = await account.get(`/api/v2/webhooks/${webhookId}/invocations?page[size]=1`);
    expect(body.invocations).toMatchObject([{ status: 'circuit broken' }]);
    account.advance(5_000);
    await write();
    expect(account.simulator.deliveries.at(-1)?.outcome).toBe('delivered');
  });
});

describe('an event webhook', () => {
  it('gets the envelope as recorded: strings for ids, capitals, sorted keys, three spaces, a newline', async () => {
    const { secret } = await connectEvents('zen:event-type:ticket.comment_added');
    const { comment } = account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    const [delivery] = receiver.received;
    const body = delivery?.body ?? '';
    expect(body).toMatch(/^\{\n {3}"account_id": 18525119,\n {3}"detail": \{\n {6}"actor_id": "201",/);
    expect(body.endsWith('}\n')).toBe(true);
    const event = JSON.parse(body);
    expect(event).toMatchObject({
      subject: 'zen:ticket:1',
      type: 'zen:event-type:ticket.comment_added',
      zendesk_event_version: '2022-11-06',
      detail: { id: '1', status: 'OPEN', priority: 'NORMAL', requester_id: '201', external_id: '' },
      event: {
        comment: {
          id: String(comment?.id),
          is_public: true,
          author: { id: String(CUSTOMER_ID), is_staff: false, name: 'Cleo Customer' },
        },
      },
    });
    const stamp = String(delivery?.headers['x-zendesk-webhook-signature-timestamp']);
    expect(delivery?.headers['x-zendesk-webhook-signature']).toBe(signWebhook(secret, stamp, body));
    // A verifier that parses first signs other bytes.
    expect(JSON.stringify(event)).not.toBe(body);
  });

  it('also comes for notes and agents: the connector has to tell them apart', async () => {
    await connectEvents('zen:event-type:ticket.comment_added');
    account.simulator.addAgentComment(OPEN_TICKET_ID, { body: 'note', public: false });
    await account.simulator.settled();
    expect(JSON.parse(receiver.received[0]?.body ?? '').event.comment).toMatchObject({
      is_public: false,
      author: { is_staff: true },
    });
  });

  it('tells of every kind of change', async () => {
    const names = ['created', 'status_changed', 'tags_changed', 'merged', 'soft_deleted', 'marked_as_spam'];
    await connectEvents(...names.map((name) => `zen:event-type:ticket.${name}`));
    const { simulator } = account;
    simulator.arrive(UNBORN_TICKET_ID);
    simulator.setStatus(UNBORN_TICKET_ID, 'solved');
    simulator.merge(OPEN_TICKET_ID, [UNBORN_TICKET_ID]);
    simulator.markAsSpam(PRIVATE_TICKET_ID);
    simulator.softDelete(OPEN_TICKET_ID);
    await simulator.settled();
    const events = receiver.received.map(({ body }) => JSON.parse(body));
    const named = (name: string) => events.filter(({ type }) => type === `zen:event-type:ticket.${name}`);
    expect(named('created')).toHaveLength(1);
    expect(named('status_changed').map(({ event }) => [event.previous, event.current])).toEqual(
      expect.arrayContaining([
        ['NEW', 'SOLVED'],
        ['SOLVED', 'CLOSED'],
      ]),
    );
    expect(named('tags_changed')[0].event).toMatchObject({ tags_added: ['closed_by_merge'], tags_removed: [] });
    expect(named('merged')[0]).toMatchObject({ subject: 'zen:ticket:2', event: { target_ticket_id: '1' } });
    expect(named('marked_as_spam')).toHaveLength(1);
    expect(named('soft_deleted')).toHaveLength(1);
    expect(simulator.state.users().find(({ id }) => id === CUSTOMER_ID)?.suspended).toBe(true);
  });
});
