import type { Verification } from '@draftsmith/contracts';
import type { HubSpotSimulator } from '@draftsmith/simulators/hubspot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientFor } from './client-for.ts';
import { hubspot as connector } from './index.ts';
import { DEAL, PORTAL, portsWith, settingsFor, startAccount } from './testing/account.ts';
import { startReceiver } from './testing/receiver.ts';

const SERVICE = 'https://drafts.example.com';
const { signal } = new AbortController();
const calls = connector.calls ?? expect.fail('there are calls');

let hubspot: HubSpotSimulator;
let receivers: Awaited<ReturnType<typeof startReceiver>>[] = [];
beforeEach(async () => {
  hubspot = await startAccount({ webhookRetryDelaysMs: [0], actionRetryDelaysMs: [0] });
});
afterEach(async () => {
  await hubspot.close();
  await Promise.all(receivers.map((one) => one.close()));
  receivers = [];
});

/** Behind a proxy: HubSpot calls and signs the public address. */
async function receive(verification: Verification, secret = hubspot.app.clientSecret) {
  const receiver = await startReceiver(SERVICE, verification, secret);
  receivers.push(receiver);
  hubspot.route(SERVICE, receiver.baseUrl);
  return receiver;
}

test('what people do in HubSpot arrives, and our own changes are known as such', async () => {
  const receiver = await receive(connector.verification);
  hubspot.webhooks.connect(`${SERVICE}/hooks/hubspot`);
  hubspot.portal(PORTAL).acts.update('deals', DEAL, { dealstage: 'contractsent' });
  await hubspot.settled();
  // With a token of the app, as the connector writes.
  const token = hubspot.oauth.grant(PORTAL, ['crm.objects.deals.read', 'crm.objects.deals.write']).accessToken;
  const client = clientFor(settingsFor(hubspot, token), portsWith());
  const path = `/crm/objects/2026-03/deals/${DEAL}`;
  await client.send({ method: 'PATCH', path, json: { properties: { dealstage: 'qualifiedtobuy' } } }, signal);
  await hubspot.settled();

  const events = receiver.taken.flatMap((delivery) => connector.parse(delivery).events);
  const stages = events.filter((event) => event.kind === 'event' || event.reason === 'our own change');
  expect(stages).toMatchObject([
    { effect: 'prepare', account: String(PORTAL), resource: { type: 'deal', id: DEAL }, about: 'contractsent' },
    { kind: 'ignored', reason: 'our own change', account: String(PORTAL) },
  ]);
  expect(receiver.refused).toEqual([]);
});

test('a batch that comes twice, in another order, has the same keys', async () => {
  const receiver = await receive(connector.verification);
  hubspot.webhooks.connect(`${SERVICE}/hooks/hubspot`);
  const events = Array.from({ length: 100 }, (_, index) =>
    hubspot.webhooks.event(index % 2 ? PORTAL : 5_005, { objectId: 1_000 + index }),
  );
  hubspot.webhooks.send(events);
  hubspot.webhooks.send(events.toReversed());
  await hubspot.settled();
  const keys = receiver.taken.map((delivery) =>
    connector
      .parse(delivery)
      .events.map(({ key }) => key)
      .toSorted(),
  );
  expect(keys[0]).toHaveLength(100);
  expect(new Set(keys[0]).size).toBe(100);
  expect(keys[1]).toEqual(keys[0]);
});

test('a card says who asks, and from which account', async () => {
  const receiver = await receive(calls.verification.people);
  const user = { userId: 77, email: 'rep+deals@example.com' };
  const body = { requestId: 'r-1', steer: 'kürzer' };
  const fetchIt = hubspot.portal(5_005).cardFetch;
  await fetchIt(`${SERVICE}/proposals/hubspot/start?q=a%3Ab%20(c)`, { method: 'POST', body }, user);
  await fetchIt(`${SERVICE}/proposals/hubspot/view?deal=${DEAL}`, {}, user);
  expect(receiver.refused).toEqual([]);
  expect(receiver.taken.map(calls.caller)).toEqual([
    { account: '5005', userId: '77' },
    { account: '5005', userId: '77' },
  ]);
});

test('a card cannot make somebody else ask', async () => {
  const receiver = await receive(calls.verification.people);
  const user = { userId: 77, email: 'rep@example.com' };
  await hubspot.portal(PORTAL).cardFetch(`${SERVICE}/proposals/hubspot/view?userId=1&portalId=5005`, {}, user);
  expect(receiver.taken.map(calls.caller)).toEqual([undefined]);
});

test('a card cannot pass for a webhook or a workflow of another account', async () => {
  const user = { userId: 66, email: 'rep@example.com' };
  const event = hubspot.webhooks.event(PORTAL, { subscriptionType: 'deal.deletion', objectId: Number(DEAL) });
  const step = {
    callbackId: 'ap-1',
    origin: { portalId: PORTAL },
    object: { objectId: Number(DEAL), objectType: 'DEAL' },
  };
  for (const [verification, body] of [
    [connector.verification, [event]],
    [calls.verification.automations, step],
  ] as const) {
    const receiver = await receive(verification);
    for (const path of ['/hooks/hubspot', '/actions/hubspot/proposal', '/x?a=b'])
      expect((await hubspot.portal(5_005).cardFetch(SERVICE + path, { method: 'POST', body }, user)).status).toBe(401);
    expect(receiver.taken).toEqual([]);
    expect(new Set(receiver.refused)).toEqual(new Set(['signature-wrong']));
  }
});

test('a step of a workflow arrives with v2 alone', async () => {
  const receiver = await receive(calls.verification.automations);
  const url = `${SERVICE}/proposals/hubspot/actions`;
  const run = await hubspot.portal(PORTAL).actions.run(url, { objectId: DEAL, inputFields: { language: 'ru-RU' } });
  expect(receiver.taken.map(calls.action)).toEqual([
    {
      account: String(PORTAL),
      resource: { type: 'deal', id: DEAL },
      callbackId: run.callbackId,
      choices: { locale: 'ru-RU' },
    },
  ]);
  const client = clientFor(settingsFor(hubspot), portsWith());
  expect(await client.completeCallback(run.callbackId, { hs_execution_state: 'SUCCESS' }, signal)).toBe(true);
  expect(await client.completeCallback('ap-1-2-3-4', { hs_execution_state: 'SUCCESS' }, signal)).toBe(false);
});

test('what is signed with another secret is refused, whatever it is', async () => {
  const webhooks = await receive(connector.verification, 'another');
  hubspot.webhooks.connect(`${SERVICE}/hooks/hubspot`);
  hubspot.webhooks.send([hubspot.webhooks.event(PORTAL, {})]);
  await hubspot.settled();
  const card = await receive(calls.verification.people, 'another');
  expect((await hubspot.portal(PORTAL).cardFetch(`${SERVICE}/proposals/hubspot/view`)).status).toBe(401);
  expect([new Set(webhooks.refused), card.refused]).toEqual([new Set(['signature-wrong']), ['signature-wrong']]);
});
