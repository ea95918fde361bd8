import { testBackends } from '@draftsmith/database/testing';
import { byUser, signatureHeaders } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from './hubspot-card.ts';
import { completeDeal } from './hubspot-deal.ts';
import { type HubSpotServer, type HubSpotWorld, openHubSpotWorld, PORTAL } from './hubspot-world.ts';

const CALLBACK = /\/callbacks\/.*\/complete$/;

describe.each(testBackends)('a workflow that waits for a proposal (%s)', (backend) => {
  let world: HubSpotWorld;
  let server: HubSpotServer;
  beforeAll(async () => {
    world = await openHubSpotWorld({ backend });
    server = await world.serve();
    await server.connect(PORTAL);
  });
  afterAll(() => world.close());

  const portal = () => world.hubspot.portal(PORTAL);
  const address = () => `${server.url}/actions/hubspot/proposal`;
  const versionsOf = async (dealId: string) => answerOf(await server.card(PORTAL, dealId).view()).versions;

  test('is told to wait, and once that it may go on, with where the proposal is', async () => {
    const { id } = completeDeal(portal());
    const run = await portal().actions.run(address(), { objectId: id, inputFields: { language: 'ru-RU' } });
    expect(run).toMatchObject({ attempts: [200] });
    const ended = await portal().actions.completed(run.callbackId);
    expect(ended).toMatchObject({
      state: 'SUCCESS',
      completions: 1,
      outputFields: { hs_execution_state: 'SUCCESS', draftUrl: expect.stringContaining(id) },
    });
    expect(await versionsOf(id)).toMatchObject([{ number: 1, how: 'generate', byName: null, locale: 'ru-RU' }]);
    // Asked for again, as HubSpot does when it did not hear us.
    await portal().actions.run(address(), { objectId: id, callbackId: run.callbackId });
    await settle();
    expect(await versionsOf(id)).toHaveLength(1);
    expect(portal().actions.get(run.callbackId)?.completions).toBe(1);
  });

  test('and is told when there can be none, so that it does not wait for ever', async () => {
    const { id } = completeDeal(portal(), { lineItems: [] });
    const run = await portal().actions.run(address(), { objectId: id });
    expect(await portal().actions.completed(run.callbackId)).toMatchObject({ state: 'FAIL_CONTINUE', completions: 1 });
    expect(await versionsOf(id)).toEqual([]);
  });

  test('a callback whose answer is lost or late is told again; one that is gone is no error', async () => {
    const faults = [
      { afterEffect: 'reset' },
      { status: 503 },
      { status: 502, body: '<html>Bad gateway</html>' },
    ] as const;
    for (const response of faults) {
      const { id } = completeDeal(portal());
      world.hubspot.faults.set({ match: { method: 'POST', path: CALLBACK }, times: 1, response });
      const run = await portal().actions.run(address(), { objectId: id });
      expect(await portal().actions.completed(run.callbackId)).toMatchObject({ state: 'SUCCESS' });
      await settle();
      expect(world.hubspot.faults.list()).toEqual([]);
      expect(await versionsOf(id)).toHaveLength(1);
    }
    const { id } = completeDeal(portal());
    const gone = { status: 'error', category: 'OBJECT_NOT_FOUND' };
    world.hubspot.faults.set({
      match: { method: 'POST', path: CALLBACK },
      times: 1,
      response: { status: 404, body: gone },
    });
    const before = world.hubspot.calls.count(/callbacks/);
    await portal().actions.run(address(), { objectId: id });
    await expect.poll(() => versionsOf(id)).toHaveLength(1);
    await settle();
    expect(world.hubspot.calls.count(/callbacks/) - before).toBe(1);
  });

  test('two workflows and a rep at once: one proposal, and everybody is told', async () => {
    const { id } = completeDeal(portal());
    const card = server.card(PORTAL, id);
    const letGo = Promise.withResolvers<void>();
    world.hubspot.faults.set({
      match: { path: new RegExp(`deals/${id}\\?`) },
      times: 1,
      response: { until: letGo.promise },
    });
    const clicked = card.done({ what: 'generate', choices: {} });
    await expect.poll(async () => world.hubspot.faults.list().length).toBe(0);
    const runs = await Promise.all([1, 2].map(() => portal().actions.run(address(), { objectId: id })));
    letGo.resolve();
    expect(await clicked).toMatchObject({ state: 'done', version: 1 });
    for (const { callbackId } of runs)
      expect(await portal().actions.completed(callbackId)).toMatchObject({ state: 'SUCCESS', completions: 1 });
    expect(await versionsOf(id)).toHaveLength(1);
  });

  test('an account that left is told to go on; what nobody signed is refused', async () => {
    const run = async (from: object, secret: string) => {
      const body = JSON.stringify(from);
      const signature = signatureHeaders(
        secret,
        { method: 'POST', url: address(), body },
        { now: new Date(), versions: ['v2'] },
      );
      const headers = { 'content-type': 'application/json', ...signature };
      const response = await fetch(address(), { method: 'POST', headers, body });
      return { status: response.status, body: (await response.json()) as unknown };
    };
    const { clientSecret } = world.hubspot.app;
    const from = (portalId: number) => ({
      ...{
        callbackId: 'ap-9-1-7-0',
        origin: { portalId },
        object: { objectId: 7, objectType: 'DEAL' },
        inputFields: {},
      },
    });
    expect(await run(from(9), clientSecret)).toEqual({
      ...{ status: 200, body: { outputFields: { hs_execution_state: 'FAIL_CONTINUE' } } },
    });
    expect((await run(from(PORTAL), 'another')).status).toBe(401);
    expect((await run({ ...from(PORTAL), object: { objectId: 7, objectType: 'CONTACT' } }, clientSecret)).status).toBe(
      400,
    );
  });

  /** A further deal is done from beginning to end: what was queued before it has run. */
  async function settle(): Promise<void> {
    for (let i = 0; i < 2; i += 1) {
      const { id } = completeDeal(portal());
      portal().acts.update('deals', id, { dealstage: 'contractsent' }, byUser(1));
      const done = await server.card(PORTAL, id).done({ what: 'generate', choices: {} });
      expect(done).toMatchObject({ state: 'done', version: 1 });
    }
  }
});
