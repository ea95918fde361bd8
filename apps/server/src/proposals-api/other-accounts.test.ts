import { type HubSpotSimulator, signatureHeaders } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DealServer, PORTAL, PUBLIC_URL, startDealServer } from './testing.ts';

/** Another customer of the same app: one secret signs what comes from both. */
const OTHER = 202;
const REP = { userId: 66, email: 'rep@example.org' };

let world: DealServer;
let victim: ReturnType<HubSpotSimulator['portal']>;
let other: typeof victim;
beforeAll(async () => {
  world = await startDealServer({ backend: 'pglite', hubspot: { portals: [{ id: PORTAL }, { id: OTHER }] } });
  [victim, other] = [world.hubspot.portal(PORTAL), world.hubspot.portal(OTHER)];
});
afterAll(() => world.close());

const ACTION = `${PUBLIC_URL}/actions/hubspot/proposal`;
const versionsOf = async (dealId: string) => {
  const view = await world.card(dealId).view();
  return view.ok ? view.value.versions.length : expect.fail(view.problem.code);
};
const stepOn = (dealId: string, callbackId = 'ap-1') => ({
  ...{ callbackId, origin: { portalId: PORTAL }, object: { objectId: Number(dealId), objectType: 'DEAL' } },
});
const deletionOf = (dealId: string) => [
  world.hubspot.webhooks.event(PORTAL, { subscriptionType: 'deal.deletion', objectId: Number(dealId) }),
];
let made = 0;
/** No two share a contact. */
function newDeal() {
  made += 1;
  return victim.seed.deal({
    properties: { dealname: `Deal ${made}`, deal_currency_code: 'USD', closedate: '2031-12-18' },
    contacts: [{ firstname: 'Dana', lastname: 'Whitfield', email: `dana-${made}@example.com` }],
    companies: [{ name: `Northwind ${made}`, domain: `northwind-${made}.example` }],
    lineItems: [{ name: 'Setup', quantity: 1, price: '1500' }],
  });
}
async function proposedDeal(): Promise<string> {
  const { id } = newDeal();
  expect(await world.card(id).done({ what: 'generate', choices: {} })).toMatchObject({ state: 'done' });
  return id;
}
/** Asked for after all the others: when it is done, so are they. */
async function sentinel(): Promise<void> {
  const { id } = newDeal();
  const { callbackId } = await victim.actions.run(ACTION, { objectId: id });
  expect(await victim.actions.completed(callbackId)).toMatchObject({ state: 'SUCCESS' });
  expect(await versionsOf(id)).toBe(1);
}

test('a rep of another account, calling through a card, is neither a workflow nor a webhook', async () => {
  const [proposed, { id: fresh }] = [await proposedDeal(), newDeal()];
  for (const query of ['', '?x=1', '?portalId=101&userId=1'])
    for (const [path, body] of [
      ['/actions/hubspot/proposal', stepOn(fresh)],
      ['/hooks/hubspot', deletionOf(proposed)],
      [`/hooks/hubspot/${PORTAL}`, deletionOf(proposed)],
    ] as const) {
      const { status } = await other.cardFetch(PUBLIC_URL + path + query, { method: 'POST', body }, REP);
      expect([path + query, status]).toEqual([path + query, 401]);
    }
  await sentinel();
  expect(await versionsOf(fresh)).toBe(0);
  expect(await versionsOf(proposed)).toBe(1);
  // The test can fail: HubSpot's own webhook takes it away, on either address.
  world.hubspot.webhooks.connect(`${PUBLIC_URL}/hooks/hubspot`);
  world.hubspot.webhooks.send(deletionOf(proposed));
  await expect.poll(() => versionsOf(proposed)).toBe(0);
  const own = await proposedDeal();
  world.hubspot.webhooks.connect(`${PUBLIC_URL}/hooks/hubspot/${PORTAL}`);
  world.hubspot.webhooks.send(deletionOf(own));
  await expect.poll(() => versionsOf(own)).toBe(0);
});

test('and sees and does nothing on a deal of the first one, whatever the address says', async () => {
  const deal = await proposedDeal();
  const at = `${PUBLIC_URL}/proposals/hubspot/deals/${deal}`;
  const request = { requestId: 'request-of-other', what: 'generate', choices: {} };
  expect(await other.cardFetch(`${at}/view`, {}, REP)).toMatchObject({ body: { ok: false } });
  expect(await other.cardFetch(`${at}/versions/1`, {}, REP)).toMatchObject({ body: { ok: false } });
  expect(await other.cardFetch(`${at}/operations`, { method: 'POST', body: request }, REP)).toMatchObject({
    body: { ok: false },
  });
  for (const query of [`portalId=${PORTAL}`, `portalId=${PORTAL}&userId=1`, `portal%49d=${PORTAL}`, '#'])
    expect((await other.cardFetch(`${at}/view?${query}`, {}, REP)).status).toBe(401);
  expect(await versionsOf(deal)).toBe(1);
});

test('a card is taken with v3 alone: a signature without a time would be valid for ever', async () => {
  const { id } = newDeal();
  const path = `/proposals/hubspot/deals/${id}/view?portalId=${PORTAL}&userId=5`;
  const ask = async (versions: readonly ('v2' | 'v3')[], ago = 0) => {
    const signed = { method: 'GET', url: PUBLIC_URL + path, body: '' };
    const now = new Date(Date.now() - ago);
    const headers = signatureHeaders(world.hubspot.app.clientSecret, signed, { now, versions });
    return (await fetch(world.url + path, { headers })).status;
  };
  expect([await ask(['v2']), await ask(['v3'], 6 * 60_000), await ask(['v2', 'v3'])]).toEqual([401, 401, 200]);
});

test('a step on a deal that is none, or in a language that is none', async () => {
  const missing = await victim.actions.run(ACTION, { objectId: '999000999' });
  expect(missing).toMatchObject({ state: 'FAIL_CONTINUE', attempts: [200], completions: 0 });
  const { id } = newDeal();
  const { callbackId } = await victim.actions.run(ACTION, { objectId: id, inputFields: { language: 'German!' } });
  expect(await victim.actions.completed(callbackId)).toMatchObject({ state: 'SUCCESS' });
  expect(await versionsOf(id)).toBe(1);
});
