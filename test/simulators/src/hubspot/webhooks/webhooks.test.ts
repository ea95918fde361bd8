import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signV1, signV3 } from '../platform/signatures.ts';
import type { HubSpotOptions } from '../simulator.ts';
import { type AppAnswer, type CalledApp, NOW, openAccount, openApp, type TestAccount } from '../test-account.ts';
import type { WebhookEvent } from './events.ts';

let account: TestAccount;
let app: CalledApp;
async function start(script?: AppAnswer[], options: HubSpotOptions = {}) {
  account = await openAccount({ portals: [{ id: 1 }, { id: 2 }], ...options });
  app = await openApp(script);
}
beforeEach(() => {
  app = undefined as never;
});
afterEach(async () => {
  await account.simulator.close();
  await app.close();
});

const received = () => app.received.map(({ body }) => JSON.parse(body) as WebhookEvent[]);

describe('webhooks', () => {
  it('tell what a person changed, signed v1 and v3 for the public address', async () => {
    await start();
    const { simulator, portal } = account;
    simulator.route('https://svc.example', app.origin);
    simulator.webhooks.connect('https://svc.example/hooks?src=hs%3Aapp', [
      { subscriptionType: 'deal.propertyChange', propertyName: 'dealstage' },
    ]);
    const { id } = portal.seed.deal();
    portal.acts.update('deals', id, { dealstage: 'closedwon', dealname: 'not subscribed' });
    await simulator.settled();
    expect(received()).toEqual([
      [
        {
          eventId: 4101286121,
          subscriptionId: 7562680,
          portalId: 1,
          appId: simulator.app.appId,
          occurredAt: NOW,
          subscriptionType: 'deal.propertyChange',
          attemptNumber: 0,
          objectId: Number(id),
          propertyName: 'dealstage',
          propertyValue: 'closedwon',
          changeSource: 'CRM_UI',
          sourceId: 'userId:882761001',
        },
      ],
    ]);
    const { headers, body } = app.received[0]!;
    const signed = { method: 'POST', url: 'https://svc.example/hooks?src=hs%3Aapp', body };
    expect(headers['x-hubspot-signature']).toBe(signV1(simulator.app.clientSecret, body));
    expect(headers['x-hubspot-signature-version']).toBe('v1');
    expect(headers['x-hubspot-signature-v3']).toBe(signV3(simulator.app.clientSecret, signed, String(NOW)));
  });

  it('name the app itself for its own writes', async () => {
    await start();
    account.simulator.webhooks.connect(`${app.origin}/hooks`);
    const { id } = account.portal.seed.deal();
    await account.send('PATCH', `/crm/v3/objects/deals/${id}`, { properties: { hs_next_step: 'x' } });
    await account.simulator.settled();
    const [event] = received().flat();
    expect(event).toMatchObject({ changeSource: 'INTEGRATION', sourceId: String(account.simulator.app.appId) });
  });

  it('say nothing about what did not change, nor about seeds', async () => {
    await start();
    account.simulator.webhooks.connect(`${app.origin}/hooks`);
    const { id } = account.portal.seed.deal({ properties: { dealname: 'Same' } });
    account.portal.acts.update('deals', id, { dealname: 'Same' });
    await account.simulator.settled();
    expect(app.received).toEqual([]);
  });

  it('know object.* with the type, links from both sides, and privacy deletions', async () => {
    await start();
    const { simulator, portal } = account;
    simulator.webhooks.connect(`${app.origin}/hooks`, [
      { subscriptionType: 'object.creation', objectType: 'deal' },
      { subscriptionType: 'deal.associationChange' },
      { subscriptionType: 'contact.associationChange' },
      { subscriptionType: 'contact.privacyDeletion' },
    ]);
    const contact = portal.seed.record('contacts', { firstname: 'A' });
    const deal = portal.acts.create('deals', { dealname: 'D' });
    portal.acts.link(['deals', deal], ['contacts', contact]);
    portal.acts.deleteForPrivacy(contact);
    await simulator.settled();
    expect(
      received()
        .flat()
        .map(({ subscriptionType, objectTypeId, associationType }) => [
          subscriptionType,
          objectTypeId,
          associationType,
        ]),
    ).toEqual([
      ['object.creation', '0-3', undefined],
      ['deal.associationChange', undefined, 'DEAL_TO_CONTACT'],
      ['contact.associationChange', undefined, 'CONTACT_TO_DEAL'],
      ['contact.privacyDeletion', undefined, undefined],
    ]);
    expect(portal.state.record('contacts', contact)).toBeUndefined();
  });

  it('come in batches of at most 100, from several accounts, with ids that repeat across them', async () => {
    await start();
    const { simulator } = account;
    simulator.webhooks.connect(`${app.origin}/hooks`, [{ subscriptionType: 'deal.creation' }]);
    for (const portalId of [1, 2]) {
      for (let number = 0; number < 75; number += 1)
        simulator.portal(portalId).acts.create('deals', { dealname: `D${number}` });
    }
    await simulator.settled();
    expect(
      received()
        .map((batch) => batch.length)
        .sort(),
    ).toEqual([100, 50].sort());
    const events = received().flat();
    expect(new Set(events.map(({ portalId }) => portalId))).toEqual(new Set([1, 2]));
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(75);
  });

  it('are retried after 4xx and 5xx, counted and signed anew', async () => {
    await start([{ status: 401 }, { status: 500 }, { status: 204 }]);
    account.simulator.webhooks.connect(`${app.origin}/hooks`);
    account.portal.acts.update('deals', account.portal.seed.deal().id, { dealname: 'New' });
    await account.simulator.settled();
    expect(received().map(([event]) => event?.attemptNumber)).toEqual([0, 1, 2]);
    expect(account.simulator.webhooks.deliveries.map(({ outcome }) => outcome)).toEqual([
      'will-retry',
      'will-retry',
      'delivered',
    ]);
  });

  it('are retried when no answer comes in time', async () => {
    await start(['hang', { status: 200 }], { webhookTimeoutMs: 200 });
    account.simulator.webhooks.connect(`${app.origin}/hooks`);
    account.simulator.webhooks.send([account.simulator.webhooks.event(1, {})]);
    await account.simulator.settled();
    const [first] = account.simulator.webhooks.deliveries;
    expect([first?.status, first?.outcome]).toEqual(['timeout', 'will-retry']);
  });

  it('are lost after ten retries', async () => {
    await start([{ status: 500 }]);
    account.simulator.webhooks.connect(`${app.origin}/hooks`);
    account.simulator.webhooks.send([account.simulator.webhooks.event(1, {})]);
    await account.simulator.settled();
    expect(account.simulator.webhooks.deliveries.map(({ outcome }) => outcome)).toEqual([
      ...Array(10).fill('will-retry'),
      'lost',
    ]);
  });

  it('can be held, turned round and repeated', async () => {
    await start();
    const { simulator, portal } = account;
    simulator.webhooks.connect(`${app.origin}/hooks`);
    simulator.webhooks.hold();
    portal.acts.create('deals', { dealname: 'A' });
    await simulator.settled();
    expect(app.received).toEqual([]);
    simulator.webhooks.repeatNext();
    simulator.webhooks.release((events) => events.toReversed());
    await simulator.settled();
    const [first, second] = received();
    expect(first?.map(({ subscriptionType }) => subscriptionType)).toEqual(['deal.propertyChange', 'deal.creation']);
    expect(second).toEqual(first);
  });
});
