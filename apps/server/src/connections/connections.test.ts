import type { ConnectionView, ConnectProgress } from '@draftsmith/contracts';
import { openDatabase } from '@draftsmith/database';
import * as schema from '@draftsmith/database/schema';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountTables } from './local-data.ts';
import { CLIENT, openScene, type Scene, TICKET } from './testing.ts';

const ACME = '/api/connections/zendesk/acme';
const LONG = { timeout: 240_000 };
const request = { given: { subdomain: 'acme' }, way: 'oauth', ...CLIENT };

/** To the consent page and back. @returns where the browser ends */
async function consent({ browse, zendesk }: Scene): Promise<string> {
  const { body } = await browse('POST', '/api/connections/zendesk/authorize', request);
  return (await browse('GET', zendesk.oauth.allow((body as { url: string }).url))).location;
}

async function connection({ browse }: Scene): Promise<ConnectionView | undefined> {
  return ((await browse('GET', '/api/connections')).body as { connections: ConnectionView[] }).connections[0];
}

async function setUp({ browse }: Scene): Promise<ConnectProgress> {
  expect((await browse('POST', `${ACME}/steps`)).status).toBe(202);
  const read = async () => (await browse('GET', `${ACME}/steps`)).body as ConnectProgress;
  await expect
    .poll(async () => (await read()).steps.some(({ state }) => state === 'running'), { timeout: 90_000 })
    .toBe(false);
  return read();
}

test('connected, set up, renewed, revoked, connected again, and taken away without a trace', LONG, async () => {
  await using scene = await openScene();
  const { zendesk, server, browse } = scene;
  expect(await consent(scene)).toBe('/connections?connected=zendesk%2Facme');
  expect(await connection(scene)).toMatchObject({
    ...{ way: 'oauth', state: 'connecting', identity: 'Ada Admin (admin) at acme', connectedBy: expect.any(String) },
    endpoint: `${scene.url}/hooks/zendesk/acme`,
  });

  const progress = await setUp(scene);
  expect(progress.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    ...['authorise done', 'webhook done', 'trigger done', 'secret done', 'test done', 'knowledge done', 'draft todo'],
  ]);
  expect(progress.finished).toBe(true);
  expect(await connection(scene)).toMatchObject({ state: 'ready' });
  expect((await browse('GET', `${ACME}/diagnosis`)).body).toMatchObject({
    findings: expect.not.arrayContaining([expect.objectContaining({ ok: false })]),
  });

  const started = (await browse('POST', `${ACME}/dry-run`, { resourceId: String(TICKET) })).body as { id: string };
  const run = async () => (await browse('GET', `${ACME}/dry-run/${started.id}`)).body;
  await expect
    .poll(run, { timeout: 60_000 })
    .toMatchObject({ state: 'done', text: expect.stringContaining('five days') });
  expect(zendesk.state.comments(TICKET)).toHaveLength(1);

  // A real message comes through the webhooks and is drafted with a token that was renewed meanwhile.
  zendesk.oauth.expireAccessTokens();
  zendesk.addCustomerComment(TICKET, { body: 'And how long does a refund to a card take?' });
  await zendesk.settled();
  await expect
    .poll(() => zendesk.state.comments(TICKET).filter((one) => !one.public).length, { timeout: 60_000 })
    .toBe(1);
  expect(zendesk.oauth.tokens).toHaveLength(1);

  zendesk.oauth.revokeAll();
  expect((await browse('GET', `${ACME}/diagnosis`)).body).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ fix: 'Connect the account again' })]),
  });
  expect(await connection(scene)).toMatchObject({ state: 'reconnect' });
  await consent(scene);
  expect((await setUp(scene)).finished).toBe(true);
  expect([zendesk.webhooks.list().length, zendesk.webhooks.triggers().length]).toEqual([2, 1]);

  const { secret } = (await browse('POST', `${ACME}/sidebar-secret`)).body as { secret: string };
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await connection(scene)).toMatchObject({ sidebar: { secretMadeAt: expect.any(String) } });

  expect((await browse('DELETE', ACME)).body).toEqual({ left: [] });
  expect([zendesk.webhooks.list(), zendesk.webhooks.triggers(), zendesk.oauth.tokens]).toEqual([[], [], []]);
  expect(await connection(scene)).toBeUndefined();
  await server.stop();
  expect(await rowsThatName(scene.raw.DRAFTSMITH_DATA ?? '', 'acme')).toEqual({ audit_log: expect.any(Number) });
});

/** Every row of every table, jobs included, that holds a word. */
async function rowsThatName(dataDir: string, word: string): Promise<Record<string, number>> {
  const database = await openDatabase({ dataDir });
  const found: Record<string, number> = {};
  const tables = Object.values(schema).filter((one) => is(one, PgTable)) as PgTable[];
  for (const table of tables) {
    const rows = await database.orm.select().from(table);
    const some = rows.filter((row) => JSON.stringify(row).includes(word)).length;
    if (some > 0) found[getTableName(table)] = some;
  }
  const { rows } = (await database.orm.execute('select data::text from pgboss.job')) as unknown as { rows: object[] };
  const jobs = rows.filter((row) => JSON.stringify(row).includes(word)).length;
  if (jobs > 0) found.jobs = jobs;
  await database.close();
  return found;
}

describe('one server', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  }, LONG.timeout);
  afterAll(() => scene[Symbol.asyncDispose](), LONG.timeout);

  test(
    'consent is refused, comes back in another browser, twice, or for a client that nobody knows',
    LONG,
    async () => {
      const { zendesk, browse } = scene;
      const begin = async (change = {}) =>
        (
          (await browse('POST', '/api/connections/zendesk/authorize', { ...request, ...change })).body as {
            url: string;
          }
        ).url;
      expect((await browse('GET', zendesk.oauth.deny(await begin()))).location).toBe('/connections?problem=denied');

      const back = zendesk.oauth.allow(await begin());
      const elsewhere = await fetch(back, { redirect: 'manual' });
      expect(elsewhere.headers.get('location')).toBe('/connections?problem=state');
      expect((await browse('GET', back)).location).toBe('/connections?connected=zendesk%2Facme');
      expect((await browse('GET', back)).location).toBe('/connections?problem=expired');

      const wrongSecret = zendesk.oauth.allow(await begin({ clientSecret: 'another' }));
      expect((await browse('GET', wrongSecret)).location).toBe('/connections?problem=client');
      for (const odd of ['?state=%00&code=', '?state[]=1&code[]=2', '', '?error=server_error'])
        expect((await browse('GET', `/connect/callback${odd}`)).location).toMatch(
          /^\/connections\?problem=(expired|client)$/,
        );
    },
  );

  test('what is asked wrongly is refused with what was expected; nobody else may act', LONG, async () => {
    const { browse } = scene;
    const begin = (body: object) => browse('POST', '/api/connections/zendesk/authorize', body);
    expect(await begin({ ...request, given: { subdomain: 'acme.evil.example/x' } })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('expected the part before .zendesk.com') },
    });
    expect(await begin({ given: { subdomain: 'acme' }, way: 'oauth' })).toMatchObject({
      status: 400,
      body: { message: 'Expected the identifier of an OAuth client, and its secret' },
    });
    // Where to talk to is the operator's to say, never a browser's.
    const { body } = await begin({ ...request, given: { subdomain: 'acme', baseUrl: 'http://evil.example' } });
    expect((body as { url: string }).url).toContain(scene.zendesk.baseUrl);
    const unknown = '/api/connections/zendesk/never-connected';
    expect((await browse('GET', `${unknown}/steps`)).status).toBe(404);
    expect((await browse('DELETE', unknown)).status).toBe(404);
    expect((await browse('GET', '/api/connections/zendesk/a%00b/steps')).status).toBe(404);
    expect((await browse('POST', '/api/connections/nobody/authorize', request)).status).toBe(404);
    expect((await fetch(`${scene.url}/api/connections/zendesk/acme/steps`, { method: 'POST' })).status).toBe(403);
  });

  test(
    'client credentials need no consent; a step that fails says what to do and goes on from there',
    LONG,
    async () => {
      const { zendesk, browse } = scene;
      const wanted = { ...request, way: 'client-credentials' };
      const begun = await browse('POST', '/api/connections/zendesk/authorize', wanted);
      expect(begun.body).toEqual({ connector: 'zendesk', account: 'acme' });
      zendesk.faults.set({
        match: { method: 'POST', path: /triggers/ },
        times: 1,
        response: { status: 403, body: {} },
      });
      const failed = await setUp(scene);
      expect(failed.steps.find(({ step }) => step === 'trigger')).toMatchObject({
        state: 'failed',
        fix: 'Connect the account again as an admin, and allow all that is asked for',
      });
      expect(failed.finished).toBe(false);
      expect((await setUp(scene)).finished).toBe(true);
      expect(zendesk.webhooks.list()).toHaveLength(2);
    },
  );
});

test('an account of settings is shown and looked at, and changed by settings only', LONG, async () => {
  const settings = {
    ZENDESK_SUBDOMAIN: 'acme',
    ZENDESK_OAUTH_TOKEN: 'simulator-oauth-token',
    ZENDESK_WEBHOOK_SECRET: 's3',
  };
  await using scene = await openScene(settings);
  expect(await connection(scene)).toMatchObject({
    way: 'environment',
    state: 'ready',
    identity: 'Ada Admin (admin) at acme',
  });
  const { body } = await scene.browse('GET', `${ACME}/diagnosis`);
  expect(body).toMatchObject({
    findings: expect.arrayContaining([expect.objectContaining({ check: 'webhook', ok: false })]),
  });
  for (const [method, path] of [
    ['DELETE', ACME],
    ['POST', `${ACME}/steps`],
  ] as const)
    expect(await scene.browse(method, path)).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('by settings') },
    });
  const again = await scene.browse('POST', '/api/connections/zendesk/authorize', request);
  expect(again).toMatchObject({ status: 409, body: { message: expect.stringContaining('take these out') } });
});

test('every table that names an account is among those that are emptied', () => {
  const names = accountTables().map(({ name }) => name);
  for (const known of ['drafts', 'deliveries', 'account_policies', 'account_rules', 'completions', 'library_documents'])
    expect(names).toContain(known);
  expect(names).not.toContain('audit_log');
});
