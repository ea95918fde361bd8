import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount, openReceiver, type Receiver } from '../test-account.ts';
import { signWebhook, TEST_SECRET } from '../webhooks/sign.ts';

let account: Account;
let receiver: Receiver;
beforeEach(async () => {
  account = await openAccount();
  receiver = await openReceiver();
});
afterEach(async () => {
  await account.simulator.close();
  await receiver.close();
});

const definition = (more: Record<string, unknown> = {}) => ({
  webhook: {
    name: 'AI drafts',
    status: 'active',
    endpoint: receiver.url,
    http_method: 'POST',
    request_format: 'json',
    subscriptions: ['conditional_ticket_events'],
    authentication: { type: 'basic_auth', data: { username: 'u', password: 'hidden' }, add_position: 'header' },
    ...more,
  },
});
const install = async (more?: Record<string, unknown>) =>
  (await account.send('POST', '/api/v2/webhooks', definition(more))).body.webhook.id as string;
const trigger = (webhookId: string) => ({
  trigger: {
    title: 'AI draft on customer message',
    all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }],
    any: [],
    actions: [{ field: 'notification_webhook', value: [webhookId, '{"id":"{{ticket.id}}","x":"{{unknown.name}}"}'] }],
  },
});

describe('webhooks over the API, as an install makes them', () => {
  it('are created, read, changed and removed, without echoing secrets', async () => {
    const { status, body } = await account.send('POST', '/api/v2/webhooks', definition());
    expect(status).toBe(201);
    expect(body.webhook.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(body.webhook.authentication).toEqual({
      type: 'basic_auth',
      add_position: 'header',
      data: { username: 'u' },
    });
    const path = `/api/v2/webhooks/${body.webhook.id}`;
    expect((await account.get('/api/v2/webhooks')).body.webhooks).toHaveLength(1);
    expect((await account.send('PATCH', path, { webhook: { status: 'inactive' } })).status).toBe(204);
    const shown = await account.get(path);
    expect(shown.body.webhook.status).toBe('inactive');
    expect(JSON.stringify(shown.body)).not.toContain('hidden');
    expect((await account.send('DELETE', path)).status).toBe(204);
    expect((await account.get(path)).status).toBe(404);
  });

  it('keep their kind, and refuse to be both', async () => {
    const both = ['conditional_ticket_events', 'zen:event-type:ticket.created'];
    expect((await account.send('POST', '/api/v2/webhooks', definition({ subscriptions: both }))).status).toBe(422);
    const id = await install();
    const change = { webhook: { subscriptions: ['zen:event-type:ticket.created'] } };
    expect((await account.send('PUT', `/api/v2/webhooks/${id}`, change)).status).toBe(422);
  });

  it('have a secret that can be read and renewed, and the next delivery uses the new one', async () => {
    const id = await install();
    await account.send('POST', '/api/v2/triggers.json', trigger(id));
    const path = `/api/v2/webhooks/${id}/signing_secret`;
    const first = await account.get(path);
    expect(first.body.signing_secret).toMatchObject({ algorithm: 'SHA256', secret: expect.any(String) });
    const second = await account.send('POST', path);
    expect(second.status).toBe(201);
    expect(second.body.signing_secret.secret).not.toBe(first.body.signing_secret.secret);
    account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    const [delivery] = receiver.received;
    expect(delivery?.body).toBe('{"id":"1","x":""}');
    const stamp = String(delivery?.headers['x-zendesk-webhook-signature-timestamp']);
    const expected = signWebhook(second.body.signing_secret.secret, stamp, delivery?.body ?? '');
    expect(delivery?.headers['x-zendesk-webhook-signature']).toBe(expected);
  });

  it('can be cloned, with a secret of their own', async () => {
    const id = await install();
    const { status, body } = await account.send('POST', `/api/v2/webhooks?clone_webhook_id=${id}`);
    expect(status).toBe(201);
    expect(body.webhook).toMatchObject({ name: 'AI drafts', endpoint: receiver.url });
    expect(body.webhook.id).not.toBe(id);
  });

  it('send a test, signed with the published secret before they exist', async () => {
    const request = { request: { endpoint: receiver.url, http_method: 'POST', payload: '{"hello":1}' } };
    const { body } = await account.send('POST', '/api/v2/webhooks/test', request);
    expect(body.response).toMatchObject({ status_code: 200, payload: '' });
    const [delivery] = receiver.received;
    const stamp = String(delivery?.headers['x-zendesk-webhook-signature-timestamp']);
    const expected = signWebhook(TEST_SECRET, stamp, '{"hello":1}');
    expect(delivery?.headers['x-zendesk-webhook-signature']).toBe(expected);
  });

  it('send a test as they are, with their own secret, and answer what came back', async () => {
    const id = await install();
    const secret = (await account.get(`/api/v2/webhooks/${id}/signing_secret`)).body.signing_secret.secret;
    const { body } = await account.send('POST', `/api/v2/webhooks/test?webhook_id=${id}`, {
      request: { payload: '{"ticket_id":"1"}' },
    });
    expect(body.response).toMatchObject({ status_code: 200, headers: expect.any(Array), payload: '' });
    const [delivery] = receiver.received;
    expect(delivery?.headers).toMatchObject({
      'x-zendesk-webhook-id': id,
      authorization: expect.stringMatching(/^Basic /),
    });
    const stamp = String(delivery?.headers['x-zendesk-webhook-signature-timestamp']);
    expect(delivery?.headers['x-zendesk-webhook-signature']).toBe(signWebhook(secret, stamp, '{"ticket_id":"1"}'));
    expect((await account.send('POST', '/api/v2/webhooks/test?webhook_id=01NOPE', {})).status).toBe(404);
  });

  it('are found by name and status, and replaced by PUT as a whole', async () => {
    const id = await install();
    const names = async (query: string) =>
      (await account.get(`/api/v2/webhooks?${query}`)).body.webhooks.map(({ name }: { name: string }) => name);
    expect(await names('filter[name_contains]=DRAFT')).toEqual(['AI drafts']);
    expect(await names('filter[name_contains]=other')).toEqual([]);
    expect(await names('filter[status]=inactive')).toEqual([]);
    expect((await account.send('PUT', `/api/v2/webhooks/${id}`, { webhook: { status: 'inactive' } })).status).toBe(422);
    const whole = definition({ status: 'inactive' });
    expect((await account.send('PUT', `/api/v2/webhooks/${id}`, whole)).status).toBe(204);
    expect(await names('filter[status]=inactive')).toEqual(['AI drafts']);
  });

  it('are limited in a trial account', async () => {
    await account.simulator.close();
    account = await openAccount({ limits: { webhooks: 1 } });
    await install();
    const { status, body } = await account.send('POST', '/api/v2/webhooks', definition());
    expect(status).toBe(422);
    expect(body.details.base[0].description).toContain('at most 1');
  });

  it('subscribe to events that can exist', async () => {
    for (const wrong of [[], ['ticket.created'], ['zen:event-type:Ticket']]) {
      expect((await account.send('POST', '/api/v2/webhooks', definition({ subscriptions: wrong }))).status).toBe(422);
    }
    const events = ['zen:event-type:ticket.created', 'zen:event-type:user.deleted'];
    expect((await account.send('POST', '/api/v2/webhooks', definition({ subscriptions: events }))).status).toBe(201);
  });

  it('stay while an active trigger calls them', async () => {
    const id = await install();
    const { body } = await account.send('POST', '/api/v2/triggers.json', trigger(id));
    expect((await account.send('DELETE', `/api/v2/webhooks/${id}`)).status).toBe(422);
    await account.send('PUT', `/api/v2/triggers/${body.trigger.id}.json`, { trigger: { active: false } });
    expect((await account.send('DELETE', `/api/v2/webhooks/${id}`)).status).toBe(204);
  });

  it('show their invocations and attempts', async () => {
    const id = await install();
    await account.send('POST', '/api/v2/triggers.json', trigger(id));
    const { invocations } = account.simulator.arrive(OPEN_TICKET_ID);
    await account.simulator.settled();
    const list = await account.get(`/api/v2/webhooks/${id}/invocations?page[size]=10`);
    expect(list.body.invocations).toMatchObject([{ id: invocations[0], status: 'terminated', status_code: 200 }]);
    const { body } = await account.get(`/api/v2/webhooks/${id}/invocations/${invocations[0]}/attempts`);
    expect(body.attempts).toMatchObject([{ status_code: 200, request: { payload: '{"id":"1","x":""}' } }]);
    expect(JSON.stringify(body)).not.toContain('Basic ');
  });
});

describe('triggers over the API', () => {
  it('are created, read, changed and removed', async () => {
    const id = await install();
    const { status, body } = await account.send('POST', '/api/v2/triggers.json', trigger(id));
    expect(status).toBe(201);
    expect(body.trigger).toMatchObject({ active: true, position: 1, category_id: expect.any(String) });
    const path = `/api/v2/triggers/${body.trigger.id}.json`;
    const changed = await account.send('PUT', path, { trigger: { active: false } });
    expect(changed.body.trigger).toMatchObject({ active: false, conditions: body.trigger.conditions });
    expect(account.simulator.arrive(OPEN_TICKET_ID).invocations).toEqual([]);
    expect((await account.get('/api/v2/triggers.json?page[size]=10')).body.triggers).toHaveLength(1);
    expect((await account.send('DELETE', path)).status).toBe(204);
    expect((await account.get(path)).status).toBe(404);
  });

  it('are found by title and activity, and removed together', async () => {
    const id = await install();
    const make = async (title: string, active: boolean) =>
      (await account.send('POST', '/api/v2/triggers.json', { trigger: { ...trigger(id).trigger, title, active } })).body
        .trigger.id as number;
    const ids = [await make('Draft on message', true), await make('Draft on reply', true), await make('Else', false)];
    const found = async (path: string) =>
      (await account.get(`/api/v2/triggers${path}`)).body.triggers.map((each: { id: number }) => each.id);
    expect(await found('/search.json?query=draft')).toEqual(ids.slice(0, 2));
    expect(await found('/active.json')).toEqual(ids.slice(0, 2));
    expect(await found('.json?active=false')).toEqual(ids.slice(2));
    expect((await account.get('/api/v2/triggers/search.json')).status).toBe(400);
    await account.send('DELETE', `/api/v2/triggers/destroy_many.json?ids=${ids.slice(0, 2).join(',')}`);
    expect(await found('.json')).toEqual(ids.slice(2));
  });

  it('tell of public replies of staff by a second one, and of notes by none', async () => {
    const id = await install();
    const by = (role: string) => ({
      trigger: {
        title: `Public, by ${role}`,
        conditions: {
          all: [
            { field: 'comment_is_public', operator: 'is', value: 'true' },
            { field: 'role', operator: 'is', value: role },
            {
              field: 'brand_id',
              operator: 'is',
              value: String(account.simulator.state.ticket(OPEN_TICKET_ID).brand_id),
            },
          ],
        },
        actions: [{ field: 'notification_webhook', value: [id, `{"kind":"${role}","id":"{{ticket.id}}"}`] }],
      },
    });
    for (const role of ['end_user', 'agent']) {
      expect((await account.send('POST', '/api/v2/triggers.json', by(role))).status).toBe(201);
    }
    const { simulator } = account;
    simulator.addCustomerComment(OPEN_TICKET_ID, 'Hello?');
    await simulator.settled();
    simulator.addAgentComment(OPEN_TICKET_ID, 'Here you are.');
    expect(simulator.addAgentComment(OPEN_TICKET_ID, { body: 'a note', public: false }).invocations).toEqual([]);
    await simulator.settled();
    expect(receiver.received.map(({ body }) => JSON.parse(body).kind)).toEqual(['end_user', 'agent']);
  });

  it('refuse what the simulator cannot evaluate, and webhooks that do not exist', async () => {
    const id = await install();
    const unknown = { trigger: { ...trigger(id).trigger, all: [{ field: 'moon', operator: 'is', value: 'full' }] } };
    const { status, body } = await account.send('POST', '/api/v2/triggers.json', unknown);
    expect(status).toBe(422);
    expect(body.details.conditions[0].description).toContain('moon is');
    expect((await account.send('POST', '/api/v2/triggers.json', trigger('01NOPE'))).status).toBe(422);
  });
});
