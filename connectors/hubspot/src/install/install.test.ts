import type { ConnectorPorts, Diagnosis } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { HubSpotSimulator } from '@draftsmith/simulators/hubspot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { REQUIRED_SCOPES } from '../oauth/scopes.ts';
import type { HubSpotSettings } from '../settings.ts';
import { connectedSettings, PORTAL, portsWith, settingsFor, startAccount } from '../testing/account.ts';
import { install } from './install.ts';

const { signal } = new AbortController();
const made = { artefacts: {}, secrets: {} };
const context = { endpoint: 'https://drafts.example.com/hooks/hubspot/12345678' };
const required = REQUIRED_SCOPES.map(({ scope }) => scope);

let hubspot: HubSpotSimulator;
beforeEach(async () => {
  hubspot = await startAccount();
});
afterEach(() => hubspot.close());

/** As the keeper of tokens gives them. */
function granted(scopes = [...required, ...hubspot.app.optionalScopes], portal = PORTAL): ConnectorPorts {
  const { accessToken } = hubspot.oauth.grant(portal, scopes);
  return portsWith({ accessToken: async () => accessToken });
}

async function diagnosed(
  change: { settings?: HubSpotSettings; ports?: ConnectorPorts; endpoint?: string } = {},
): Promise<Record<string, Diagnosis>> {
  const { settings = connectedSettings(hubspot), ports = granted(), endpoint = context.endpoint } = change;
  const found = await install.diagnose(settings, ports, made, { endpoint }, signal);
  return Object.fromEntries(found.map((one) => [one.check, one]));
}

test('nothing is asked of an admin but consent, and nothing has to be made', async () => {
  expect(install.form.fields).toEqual([]);
  expect(install.accountByConsent).toEqual({ field: 'portalId', meanwhile: '0' });
  expect(await install.provision(connectedSettings(hubspot), granted(), context, signal)).toEqual(made);
  expect(install.globalClient(connectedSettings(hubspot))).toEqual({
    clientId: hubspot.app.clientId,
    clientSecret: hubspot.app.clientSecret,
  });
  expect(install.endsOn(connectedSettings(hubspot))).toBeUndefined();
});

test('tokens of another account are refused before anything is written there', async () => {
  const ports = granted(required, 5_005);
  const provisioned = install.provision(connectedSettings(hubspot), ports, context, signal);
  await expect(provisioned).rejects.toMatchObject({ kind: 'invalid', code: 'hubspot.other-account' });
});

test('what is well says so, and says what is left', async () => {
  const found = await diagnosed();
  expect(Object.entries(found).map(([check, { ok }]) => `${check} ${ok}`)).toEqual([
    'account true',
    'clock true',
    'limits true',
    'scopes true',
    'discounts true',
    'signing-secret true',
    'endpoint true',
  ]);
  expect(found.limits?.detail).toMatch(/^\d+ of \d+ calls in 10 seconds are left$/);
});

test('a finding says what to do about it', async () => {
  const found = await diagnosed({
    settings: { ...connectedSettings(hubspot), clientSecret: undefined as never },
    endpoint: 'http://localhost:4310/hooks/hubspot/1',
  });
  expect(found['signing-secret']).toMatchObject({ ok: false, fix: expect.stringContaining('HUBSPOT_CLIENT_SECRET') });
  expect(found.endpoint).toMatchObject({ ok: false, fix: expect.stringContaining('DRAFTSMITH_URL') });
});

test.each([
  ['https://drafts.example.com/hooks/hubspot', true],
  ['https://drafts.example.com:8443/hooks/hubspot', true],
  ['http://drafts.example.com/hooks/hubspot', false],
  ['https://10.0.0.5/hooks/hubspot', false],
  ['https://172.20.1.1/hooks/hubspot', false],
  ['https://server/hooks/hubspot', false],
  ['https://drafts.internal/hooks/hubspot', false],
  ['https://[::1]/hooks/hubspot', false],
  ['no address', false],
])('HubSpot can call %s: %s', async (endpoint, ok) => {
  expect((await diagnosed({ endpoint })).endpoint).toMatchObject({ ok });
});

describe('scopes', () => {
  test('that are needed are named when they are missing', async () => {
    const ports = granted(required.filter((scope) => scope !== 'files'));
    expect((await diagnosed({ ports })).scopes).toMatchObject({ ok: false, detail: expect.stringContaining('files') });
  });

  test('that are optional are named, and all is well', async () => {
    const found = (await diagnosed({ ports: granted(required) })).scopes;
    expect(found).toMatchObject({ ok: true, detail: expect.stringContaining('sales-email-read') });
  });

  test('of a static token are tried by reading', async () => {
    const settings = settingsFor(hubspot, hubspot.portal(PORTAL).staticToken(['oauth', 'crm.objects.contacts.read']));
    const found = (await diagnosed({ settings, ports: portsWith() })).scopes;
    expect(found).toMatchObject({ ok: false, detail: expect.stringContaining('crm.objects.deals.read') });
    const whole = await diagnosed({ settings: settingsFor(hubspot), ports: portsWith() });
    expect(whole.scopes).toMatchObject({ ok: true });
  });
});

test.each([
  [29_000, true, 'agrees'],
  [-45_000, false, 'behind'],
  [45_000, false, 'ahead of'],
  [-90_000, false, 'refused as too old or too new'],
  [400_000, false, 'refused as too old or too new'],
])('a clock that is %i ms off', async (off, ok, words) => {
  const at = new Date('2026-11-20T10:00:00Z');
  const answer = { status: 200, headers: { date: at.toUTCString() }, body: { portalId: PORTAL, timeZone: 'UTC' } };
  hubspot.faults.set({ match: { path: /account-info/ }, response: answer });
  const ports = { ...granted(), now: () => new Date(at.getTime() + off) };
  expect((await diagnosed({ ports })).clock).toMatchObject({ ok, detail: expect.stringContaining(words) });
});

test('a discount that an admin renamed beyond recognition is told', async () => {
  const body = { name: 'discount', label: 'Rabatt' };
  hubspot.faults.set({ match: { path: /properties.*discount/ }, response: { status: 200, body } });
  expect((await diagnosed()).discounts).toMatchObject({ ok: false, fix: expect.stringContaining('Unit discount') });
});

test('an outage is one finding for each look, and no throw', async () => {
  hubspot.faults.set({ match: { path: /./ }, response: { status: 502, body: '<html>' } });
  const found = await diagnosed();
  for (const check of ['account', 'scopes', 'discounts'])
    expect(found[check]).toMatchObject({ ok: false, fix: expect.stringContaining('status.hubspot.com') });
});

describe('removal', () => {
  const remove = (ports: ConnectorPorts) => install.remove(connectedSettings(hubspot), ports, made, signal);

  test('takes the app out of the account; once more is no error', async () => {
    const ports = granted();
    expect(await remove(ports)).toEqual({ left: [] });
    expect(hubspot.oauth.isInstalled(PORTAL)).toBe(false);
    expect(await remove(ports)).toEqual({ left: [] });
  });

  test('of what an admin has uninstalled already is done', async () => {
    const lost = new AppError('auth', 'connect again', { code: 'installations.reconnect' });
    expect(await remove(portsWith({ accessToken: async () => Promise.reject(lost) }))).toEqual({ left: [] });
  });

  test('that HubSpot does not let us do is named', async () => {
    const ports = granted();
    hubspot.faults.set({ match: { path: /external-install/ }, response: { status: 403, body: {} } });
    expect((await remove(ports)).left).toEqual([expect.stringContaining('Connected Apps')]);
  });

  test('of an account with a static token asks nothing', async () => {
    const fetch = () => expect.fail('asked');
    expect(await install.remove(settingsFor(hubspot), portsWith({ fetch }), made, signal)).toEqual({ left: [] });
  });
});
