import type { ConnectionView } from '@draftsmith/contracts';
import { testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DealCard } from './hubspot-card.ts';
import { completeDeal } from './hubspot-deal.ts';
import { type HubSpotServer, type HubSpotWorld, openHubSpotWorld } from './hubspot-world.ts';

const PORTALS = [101, 102, 103, 104] as const;
const [REVOKED, UNINSTALLED, MISCONFIGURED, BYSTANDER] = PORTALS;
const GENERATE = { what: 'generate', choices: {} } as const;
const TOKENS = /\/oauth\/v3\/token$/;

describe.each(testBackends)('an account whose consent ends (%s)', (backend) => {
  let world: HubSpotWorld;
  let server: HubSpotServer;
  beforeAll(async () => {
    world = await openHubSpotWorld({ backend, portals: PORTALS });
    server = await world.serve();
    for (const portal of PORTALS) await server.connect(portal);
  });
  afterAll(() => world.close());
  beforeEach(() => world.hubspot.faults.clear());

  const stateOf = async (portal: number) => {
    const { connections } = await server.admin.send<{ connections: ConnectionView[] }>('GET', '/api/connections');
    return connections.find(({ account }) => account === String(portal))?.state;
  };
  const cardOn = (portal: number): DealCard => server.card(portal, completeDeal(world.hubspot.portal(portal)).id);

  test('revoked: the account says so, and so does the card, also in the middle of the work', async () => {
    const card = cardOn(REVOKED);
    expect(await card.done(GENERATE)).toMatchObject({ state: 'done' });
    world.hubspot.oauth.revoke(REVOKED);
    world.hubspot.oauth.expireAccessTokens(REVOKED);
    expect(await card.done({ what: 'attach', version: 1 })).toMatchObject({
      state: 'failed',
      problem: { code: 'reconnect' },
    });
    expect(await stateOf(REVOKED)).toBe('reconnect');
    expect(await cardOn(REVOKED).view()).toMatchObject({ ok: false, problem: { code: 'reconnect', retryable: false } });
    // What was written is still there to read.
    expect((await card.version(1)).number).toBe(1);
    expect(world.hubspot.portal(REVOKED).state.files()).toEqual([]);
    // Nobody but its admin is needed to mend it, and it goes on where it was.
    await server.connect(REVOKED);
    expect(await stateOf(REVOKED)).toBe('ready');
    expect(await card.done({ what: 'attach', version: 1 })).toMatchObject({ state: 'done' });
  });

  test.each(['BAD_REFRESH_TOKEN', 'BAD_HUB'] as const)('uninstalled in HubSpot (%s): the same', async (error) => {
    world.hubspot.oauth.uninstall(UNINSTALLED, error);
    expect(await cardOn(UNINSTALLED).view()).toMatchObject({ ok: false, problem: { code: 'reconnect' } });
    expect(await stateOf(UNINSTALLED)).toBe('reconnect');
    await server.connect(UNINSTALLED);
    expect(await cardOn(UNINSTALLED).view()).toMatchObject({ ok: true });
  });

  test.each(['BAD_CLIENT_SECRET', 'BAD_CLIENT_ID', 'BAD_REDIRECT_URI'])(
    'our own settings are wrong (%s): nobody is asked to connect again, and once mended it goes on by itself',
    async (status) => {
      world.hubspot.oauth.expireAccessTokens(MISCONFIGURED);
      world.hubspot.faults.set({
        match: { method: 'POST', path: TOKENS },
        response: { status: 400, body: { status } },
      });
      const card = cardOn(MISCONFIGURED);
      const refused = await card.view();
      expect(refused).toMatchObject({ ok: false });
      expect(refused.ok ? '' : refused.problem.code).not.toBe('reconnect');
      expect(await stateOf(MISCONFIGURED)).toBe('ready');
      world.hubspot.faults.clear();
      await expect.poll(() => card.view()).toMatchObject({ ok: true });
      expect(await card.done(GENERATE)).toMatchObject({ state: 'done' });
    },
  );

  test('tokens that end are renewed once, however many ask at that moment', async () => {
    const before = world.hubspot.oauth.refreshes(BYSTANDER);
    const cards = Array.from({ length: 5 }, () => cardOn(BYSTANDER));
    world.hubspot.oauth.expireAccessTokens(BYSTANDER);
    const views = await Promise.all(cards.map((card) => card.view()));
    expect(views.map(({ ok }) => ok)).toEqual(cards.map(() => true));
    expect(world.hubspot.oauth.refreshes(BYSTANDER) - before).toBe(1);
  });

  test('a card of an account that never connected is told so', async () => {
    await server.admin.send('DELETE', `/api/connections/hubspot/${BYSTANDER}`);
    expect(await cardOn(BYSTANDER).view()).toMatchObject({ ok: false, problem: { code: 'not-connected' } });
    expect(world.hubspot.oauth.isInstalled(BYSTANDER)).toBe(false);
  });
});
