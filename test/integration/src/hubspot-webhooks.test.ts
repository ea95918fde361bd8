import { testBackends } from '@draftsmith/database/testing';
import { byUser, type HubSpotSimulator, signatureHeaders, type WebhookEvent } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadedApp } from './hubspot-app.ts';
import { answerOf } from './hubspot-card.ts';
import { completeDeal } from './hubspot-deal.ts';
import { type HubSpotServer, type HubSpotWorld, openHubSpotWorld } from './hubspot-world.ts';

const PORTALS = [101, 102, 103] as const;
const STAGE = 'decisionmakerboughtin';
const OTHER_STAGE = 'qualifiedtobuy';
/** Not one of ours: also its events come to the app's one address. */
const STRANGER = 999;

describe.each(testBackends)('webhooks of several accounts (%s)', (backend) => {
  let world: HubSpotWorld;
  let server: HubSpotServer;
  let hubspot: HubSpotSimulator;
  const hook = () => `${server.url}/hooks/hubspot`;
  const versionsOf = async (portalId: number, dealId: string) =>
    answerOf(await server.card(portalId, dealId).view()).versions.map(({ number, how, byName }) => ({
      number,
      how,
      byName,
    }));
  const PREPARED = [{ number: 1, how: 'generate', byName: null }];

  beforeAll(async () => {
    world = await openHubSpotWorld({ backend, portals: PORTALS });
    hubspot = world.hubspot;
    server = await world.serve();
    for (const portal of PORTALS) {
      await server.connect(portal);
      await server.decide(portal, { stages: [STAGE] });
    }
    hubspot.webhooks.connect(hook(), uploadedApp().subscriptions);
  });
  afterAll(() => world.close());

  test('a hundred events of three accounts, repeated and out of order: each deal has one proposal', async () => {
    const deals = PORTALS.flatMap((portal) =>
      Array.from({ length: 4 }, () => ({ portal, id: completeDeal(hubspot.portal(portal)).id })),
    );
    hubspot.webhooks.hold();
    for (const { portal, id } of deals)
      for (const dealstage of [OTHER_STAGE, STAGE]) hubspot.portal(portal).acts.update('deals', id, { dealstage });
    hubspot.webhooks.repeatNext(2);
    hubspot.webhooks.release((events) => {
      const real = events.filter(({ subscriptionType }) => subscriptionType === 'deal.propertyChange');
      const noise = Array.from({ length: 100 - 2 * real.length }, () =>
        hubspot.webhooks.event(STRANGER, { objectId: 7, propertyName: 'dealstage', propertyValue: STAGE }),
      );
      return [...real, ...noise, ...real].toReversed();
    });
    await hubspot.settled();
    const { deliveries } = hubspot.webhooks;
    expect(deliveries.map(({ events, status }) => [events.length, status])).toEqual([
      [100, expect.toSatisfy((status) => status === 200 || status === 202)],
      [100, expect.toSatisfy((status) => status === 200 || status === 202)],
    ]);
    for (const { portal, id } of deals) await expect.poll(() => versionsOf(portal, id)).toEqual(PREPARED);
    // Whatever is still in the queue: nothing becomes a second one.
    await sentinel(PORTALS[0]);
    for (const { portal, id } of deals) expect(await versionsOf(portal, id)).toEqual(PREPARED);
    for (const portal of PORTALS) expect(hubspot.portal(portal).state.notes().filter(isOurs)).toEqual([]);
  });

  test('another account has a deal with the same number: each has its own proposal', async () => {
    const [a, b] = [hubspot.portal(101), hubspot.portal(102)];
    const id = '777000111';
    for (const portal of [a, b]) completeDeal(portal, { id, properties: { dealname: `Of ${portal.id}` } });
    a.acts.update('deals', id, { dealstage: STAGE });
    await expect.poll(() => versionsOf(101, id)).toEqual(PREPARED);
    expect(await versionsOf(102, id)).toEqual([]);
    expect((await server.card(101, id).version(1)).title).not.toContain('102');
  });

  test('what the app itself changed, and a stage that asks for nothing, bring no proposal', async () => {
    const portal = hubspot.portal(101);
    const [own, other, left] = Array.from({ length: 3 }, () => completeDeal(portal).id) as [string, string, string];
    const source = { changeSource: 'INTEGRATION', sourceId: String(hubspot.app.appId) };
    portal.acts.update('deals', own, { dealstage: STAGE }, source);
    portal.acts.update('deals', other, { dealstage: OTHER_STAGE });
    // It has moved on by the time that the event is looked at.
    hubspot.webhooks.hold();
    portal.acts.update('deals', left, { dealstage: STAGE });
    portal.acts.update('deals', left, { dealstage: OTHER_STAGE }, byUser(5));
    hubspot.webhooks.release();
    await hubspot.settled();
    await sentinel(101);
    for (const id of [own, other, left]) expect(await versionsOf(101, id)).toEqual([]);
  });

  test('the same stage again, with nothing changed, is the same proposal; a changed deal gets a new one', async () => {
    const portal = hubspot.portal(101);
    const { id, lineItems } = completeDeal(portal);
    const enter = () => {
      portal.acts.update('deals', id, { dealstage: OTHER_STAGE });
      portal.acts.update('deals', id, { dealstage: STAGE });
    };
    enter();
    await expect.poll(() => versionsOf(101, id)).toEqual(PREPARED);
    portal.acts.update('deals', id, { dealstage: 'closedwon' });
    enter();
    await hubspot.settled();
    await sentinel(101);
    expect(await versionsOf(101, id)).toEqual(PREPARED);
    portal.acts.update('line_items', lineItems[0] ?? '', { quantity: 11 });
    portal.acts.update('deals', id, { dealstage: 'contractsent' });
    enter();
    await expect.poll(async () => (await versionsOf(101, id)).map(({ number }) => number)).toEqual([2, 1]);
  });

  const events = (dealId: string): WebhookEvent[] => [
    hubspot.webhooks.event(101, { objectId: Number(dealId), propertyName: 'dealstage', propertyValue: STAGE }),
  ];
  const FORGERIES: Record<string, (body: string) => Record<string, string>> = {
    'by nobody': () => ({}),
    'with another secret': (body) =>
      signatureHeaders(
        'not-the-secret',
        { method: 'POST', url: hook(), body },
        { now: new Date(), versions: ['v1', 'v3'] },
      ),
    'for another body': () =>
      signatureHeaders(
        hubspot.app.clientSecret,
        { method: 'POST', url: hook(), body: '[]' },
        { now: new Date(), versions: ['v1', 'v3'] },
      ),
    'for another address': (body) =>
      signatureHeaders(
        hubspot.app.clientSecret,
        { method: 'POST', url: `${hook()}/x`, body },
        { now: new Date(), versions: ['v3'] },
      ),
    'six minutes ago': (body) => signed(body, -6 * 60_000),
    'in two minutes': (body) => signed(body, 2 * 60_000),
  };
  const signed = (body: string, ahead: number) =>
    signatureHeaders(
      hubspot.app.clientSecret,
      { method: 'POST', url: hook(), body },
      { now: new Date(Date.now() + ahead), versions: ['v3'] },
    );

  test.each(Object.keys(FORGERIES))('signed %s: refused, and nothing comes of it', async (how) => {
    const { id } = completeDeal(hubspot.portal(101), { properties: { dealstage: STAGE } });
    const body = JSON.stringify(events(id));
    const headers = { 'content-type': 'application/json', ...FORGERIES[how]?.(body) };
    const response = await fetch(hook(), { method: 'POST', headers, body });
    expect(response.status).toBe(401);
    await sentinel(101);
    expect(await versionsOf(101, id)).toEqual([]);
    // The test can fail: signed as it should be, the same is taken.
    const right = { ...headers, ...signed(body, 0) };
    expect((await fetch(hook(), { method: 'POST', headers: right, body })).status).toBe(202);
    await expect.poll(() => versionsOf(101, id)).toEqual(PREPARED);
  });

  /** Asked for after all the others: when it is done, so are they. Jobs are taken in their order, some at once. */
  async function sentinel(portalId: number): Promise<void> {
    for (let i = 0; i < 2; i += 1) {
      const { id } = completeDeal(hubspot.portal(portalId));
      hubspot.portal(portalId).acts.update('deals', id, { dealstage: STAGE });
      await expect.poll(() => versionsOf(portalId, id)).toEqual(PREPARED);
    }
  }
});

const isOurs = ({ properties }: { properties: Record<string, string | null> }) =>
  (properties.hs_attachment_ids ?? '') !== '';
