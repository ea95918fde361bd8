import type { ConnectorPorts, InstallContext, Provisioned } from '@draftsmith/contracts';
import type { ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PUBLIC_TEST_SECRET } from '../facts.ts';
import { SCOPES } from '../oauth/scopes.ts';
import { AGENT, settingsFor, startAccount } from '../testing/account.ts';
import { startReceiver } from '../testing/webhook-receiver.ts';
import { install } from './install.ts';

const { signal } = new AbortController();
const CLIENT = { clientId: 'draftsmith', clientSecret: 'client-secret-5' };
const ENDPOINT = 'https://drafts.example.com/hooks/zendesk/acme';
const NOTHING: Provisioned = { artefacts: {}, secrets: {} };

let zendesk: ZendeskSimulator;
let token: string;
let skewMs: number;
beforeEach(async () => {
  skewMs = 0;
  zendesk = await startAccount();
  zendesk.oauth.registerClient({ id: CLIENT.clientId, secret: CLIENT.clientSecret, redirectUris: [] });
  token = zendesk.oauth.grant({ clientId: CLIENT.clientId, scopes: SCOPES.map(({ scope }) => scope) }).accessToken;
});
afterEach(() => zendesk.close());

const ports = (): ConnectorPorts => ({
  fetch,
  now: () => new Date(Date.now() + skewMs),
  warn: () => undefined,
  accessToken: async () => token,
});
const settings = () => install.form.schema.parse({ subdomain: 'acme', baseUrl: zendesk.baseUrl });
const provision = (change: Partial<InstallContext> = {}) =>
  install.provision(settings(), ports(), { endpoint: ENDPOINT, ...change }, signal);
const diagnose = async (made: Provisioned, endpoint = ENDPOINT) => {
  const findings = await install.diagnose(settings(), ports(), made, { endpoint }, signal);
  return Object.fromEntries(findings.filter(({ ok }) => !ok).map(({ check, ...finding }) => [check, finding]));
};
const count = () => [zendesk.webhooks.list().length, zendesk.webhooks.triggers().length];
/** As an admin in Zendesk's own pages. */
const adminDoes = async (method: string, path: string, body?: unknown) => {
  const headers = { authorization: `Bearer ${zendesk.token}`, 'content-type': 'application/json' };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  expect((await fetch(`${zendesk.baseUrl}/api/v2/${path}`, init)).status).toBeLessThan(300);
};

test('with the scopes that are asked for, webhooks, trigger and secrets are made, step by step', async () => {
  const steps: string[] = [];
  const made = await provision({ onStep: (step) => steps.push(step) });
  expect(steps).toEqual(['webhook', 'trigger', 'secret']);
  expect(Object.keys(made.artefacts).sort()).toEqual(['events-webhook', 'trigger', 'webhook']);
  expect(zendesk.webhooks.list().map(({ endpoint, status }) => [endpoint, status])).toEqual(
    Array(2).fill([ENDPOINT, 'active']),
  );
  expect(new Set(Object.values(made.secrets)).size).toBe(2);
  expect(await diagnose(made)).toEqual({});
});

test('repeated, from memory or without any, it makes nothing twice', async () => {
  const made = await provision();
  expect(await provision({ known: made.artefacts })).toEqual(made);
  expect(await provision()).toEqual(made);
  expect(count()).toEqual([2, 1]);
});

test('cut off in the middle, the next try takes over what is there', async () => {
  zendesk.faults.set({ match: { method: 'POST', path: /triggers/ }, times: 1, response: 'reset' });
  await expect(provision()).rejects.toMatchObject({ kind: 'unavailable' });
  await provision();
  expect(count()).toEqual([2, 1]);
});

test('what was switched off, renamed, or points elsewhere is mended', async () => {
  const made = await provision();
  const { webhook, trigger } = made.artefacts;
  await adminDoes('PATCH', `webhooks/${webhook}`, {
    webhook: { name: 'Mine', status: 'inactive', endpoint: 'https://elsewhere.example/x' },
  });
  await adminDoes('PUT', `triggers/${trigger}.json`, {
    trigger: { title: 'Renamed', active: false, conditions: { all: [], any: [] } },
  });
  expect(Object.keys(await diagnose(made)).sort()).toEqual(['endpoint', 'trigger']);
  expect((await provision({ known: made.artefacts })).artefacts).toEqual(made.artefacts);
  expect(await diagnose(made)).toEqual({});
});

test('a webhook of the same name that serves another installation is left alone', async () => {
  const staging = await provision({ endpoint: 'https://staging.example.com/hooks/zendesk/acme' });
  const made = await provision();
  expect(made.artefacts.webhook).not.toBe(staging.artefacts.webhook);
  expect(count()).toEqual([4, 2]);
});

test('where the plan has no event subscriptions, a second trigger tells of replies', async () => {
  // An earlier try made the first webhook; all that follow are refused.
  await adminDoes('POST', 'webhooks', {
    webhook: {
      ...{ name: 'Draftsmith: customer messages', endpoint: ENDPOINT, status: 'active' },
      ...{ http_method: 'POST', request_format: 'json', subscriptions: ['conditional_ticket_events'] },
    },
  });
  zendesk.faults.set({ match: { method: 'POST', path: /webhooks$/ }, response: { status: 422, body: {} } });
  const made = await provision();
  expect(Object.keys(made.artefacts).sort()).toEqual(['reply-trigger', 'trigger', 'webhook']);
  const bodies = zendesk.webhooks.triggers().map(({ actions }) => JSON.parse(actions[0]?.value[1] ?? '{}').kind);
  expect(bodies).toEqual([undefined, 'reply']);
  expect(await diagnose(made)).toEqual({});
});

test('the test delivery counts when we knew its signature, by our secret and not by the public one', async () => {
  const receiver = await startReceiver();
  const context = { endpoint: receiver.endpoint };
  const made = await provision(context);
  const send = () => install.sendTest(settings(), ports(), made, context, signal);
  receiver.secrets.push(PUBLIC_TEST_SECRET);
  expect(await send()).toMatchObject({ ok: false, status: 401 });
  receiver.secrets.push(...Object.values(made.secrets));
  expect(await send()).toMatchObject({ ok: true, status: 200 });
  await receiver.close();
  // Nobody listens there any more.
  await expect(send()).rejects.toMatchObject({ kind: 'invalid' });
});

test('a reset secret and a deleted trigger are found, with what to do', async () => {
  const made = await provision();
  await adminDoes('POST', `webhooks/${made.artefacts.webhook}/signing_secret`);
  await adminDoes('DELETE', `triggers/${made.artefacts.trigger}.json`);
  expect(await diagnose(made)).toEqual({
    'signing-secret': expect.objectContaining({ repairable: true, fix: 'Repair reads the new one' }),
    trigger: expect.objectContaining({ repairable: true }),
  });
  const mended = await provision({ known: made.artefacts });
  expect(mended.secrets.webhook).not.toBe(made.secrets.webhook);
  expect(await diagnose(mended)).toEqual({});
});

test('failing deliveries and an open circuit breaker are found', async () => {
  await zendesk.close();
  zendesk = await startAccount(undefined, { webhookRetryDelaysMs: [0], circuit: { minimumRequests: 3 } });
  zendesk.oauth.registerClient({ id: CLIENT.clientId, secret: CLIENT.clientSecret, redirectUris: [] });
  token = zendesk.oauth.grant({ clientId: CLIENT.clientId, scopes: SCOPES.map(({ scope }) => scope) }).accessToken;
  const receiver = await startReceiver();
  const made = await provision({ endpoint: receiver.endpoint });
  for (let message = 0; message < 6; message++) {
    zendesk.addCustomerComment(71447, { body: `Message ${message}` });
    await zendesk.settled();
  }
  const { deliveries } = await diagnose(made, receiver.endpoint);
  expect(deliveries?.detail).toContain('circuit breaker');
  await receiver.close();
});

test('a clock that is off, a missing scope and a missing role are found', async () => {
  const made = await provision();
  skewMs = 10 * 60_000;
  expect(await diagnose(made)).toMatchObject({ clock: { fix: expect.stringContaining('NTP') } });
  skewMs = 0;
  token = zendesk.oauth.grant({ clientId: CLIENT.clientId, scopes: ['read', 'triggers:write'] }).accessToken;
  expect(await diagnose(made)).toMatchObject({ scopes: { detail: 'The token lacks: tickets:write, webhooks:write' } });
  const scopes = SCOPES.map(({ scope }) => scope);
  token = zendesk.oauth.grant({ clientId: CLIENT.clientId, scopes, userId: AGENT }).accessToken;
  expect(await diagnose(made)).toMatchObject({
    role: { detail: 'The credentials belong to somebody with the role agent' },
    webhook: { fix: 'Connect the account again as an admin, and allow all that is asked for' },
  });
});

test('each scope is needed: without any one of them something does not work', async () => {
  for (const { scope } of SCOPES) {
    const others = SCOPES.map((one) => one.scope).filter((one) => one !== scope);
    token = zendesk.oauth.grant({ clientId: CLIENT.clientId, scopes: others }).accessToken;
    expect(await diagnose(NOTHING), scope).not.toEqual({});
  }
});

test('an API token shows the day on which it ends', async () => {
  const legacy = settingsFor(zendesk, { oauthToken: undefined, email: 'ada@example.com', apiToken: 't' });
  const findings = await install.diagnose(legacy, ports(), NOTHING, { endpoint: ENDPOINT }, signal);
  expect(findings.find(({ check }) => check === 'api-token')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('2027-04-30'),
  });
});

test('removal leaves nothing, also the second time; what stays is named', async () => {
  const made = await provision();
  zendesk.faults.set({ match: { method: 'DELETE', path: /webhooks/ }, times: 1, response: { status: 403, body: {} } });
  const { left } = await install.remove(settings(), ports(), made, signal);
  expect(left).toEqual([expect.stringContaining(`the webhook ${made.artefacts.webhook}`)]);
  expect(await install.remove(settings(), ports(), made, signal)).toEqual({ left: [] });
  expect(await install.remove(settings(), ports(), made, signal)).toEqual({ left: [] });
  expect(count()).toEqual([0, 0]);
});
