import type { Database } from '@draftsmith/database';
import { secrets as secretTable, installations as table } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createInstallations, createTokenKeeper, readCredentials, secretNames, writeCredentials } from './index.ts';
import { leaseRenewal } from './renewal-lease.ts';
import { plainSecrets } from './testing/plain-secrets.ts';
import { LIFETIME, oauthOf, startTokenServer, type TokenServer } from './testing/token-server.ts';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const key = { connector: 'zendesk', account: 'acme' };
const { oauth: name } = secretNames(key);
const { signal } = new AbortController();

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let vendor: TokenServer;
  let at = NOON;
  let warnings: string[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    at = NOON;
    warnings = [];
    vendor = await startTokenServer();
    await database.orm.delete(table);
    await database.orm.delete(secretTable);
    await installations().begin({ ...key, way: 'oauth', given: {}, connectedBy: null });
    await installations().change(key, { state: 'ready' });
    await store({ refreshToken: 'refresh-0' });
  });
  afterEach(() => vendor.close());
  afterAll(() => database.close());

  const now = () => new Date(at);
  const installations = () => createInstallations(database.orm, now);
  const secrets = () => plainSecrets(database.orm);
  const store = (given: { refreshToken?: string }) => {
    const tokens = { accessToken: 'access-0', expiresAt: new Date(NOON + LIFETIME).toISOString(), ...given };
    return secrets().put(name, writeCredentials({ client: { clientId: 'c', clientSecret: 's' }, tokens }));
  };
  const keeper = () =>
    createTokenKeeper({
      ...{
        key,
        orm: database.orm,
        installations: installations(),
        secrets: secrets(),
        oauth: oauthOf(vendor.url, now),
      },
      ...{ now, random: () => 0, warn: (message: string) => warnings.push(message), timing: { lookMs: 5 } },
    });
  const stored = async () => readCredentials((await secrets().get(name)) ?? '').tokens;
  const state = async () => (await installations().find(key))?.state;

  test('a token that lasts is given without asking anybody', async () => {
    expect(await keeper().accessToken(undefined, signal)).toBe('access-0');
    expect(vendor.refreshes).toBe(0);
  });

  test('a token that ends soon is renewed, and the new ones are stored before they are used', async () => {
    at += LIFETIME - 60_000;
    expect(await keeper().accessToken(undefined, signal)).toBe('access-1');
    expect(await stored()).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
    expect((await installations().find(key))?.tokenEndsAt).toEqual(new Date(at + LIFETIME));
  });

  test('many keepers that all need it renew once', async () => {
    at += LIFETIME + 1;
    const keepers = Array.from({ length: 5 }, keeper);
    const tokens = await Promise.all(
      Array.from({ length: 25 }, (_, i) => keepers[i % 5]!.accessToken(undefined, signal)),
    );
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(vendor.refreshes).toBe(1);
  });

  test('what the source system turned down is replaced once for all who meet it', async () => {
    const [one, two] = [keeper(), keeper()];
    await Promise.all([one.accessToken(undefined, signal), two.accessToken(undefined, signal)]);
    const again = () => Promise.all([one, two].map((each) => each.accessToken('access-0', signal)));
    expect(await again()).toEqual(['access-1', 'access-1']);
    expect(await again()).toEqual(['access-1', 'access-1']);
    expect(vendor.refreshes).toBe(1);
  });

  test('while somebody else renews, a token that still works is used as it is', async () => {
    at += LIFETIME - 60_000;
    const lease = await leaseRenewal(database.orm, key, 30_000);
    expect(await keeper().accessToken(undefined, signal)).toBe('access-0');
    expect(await leaseRenewal(database.orm, key, 30_000)).toBeUndefined();
    await lease?.release();
    expect(await keeper().accessToken(undefined, signal)).toBe('access-1');
  });

  test('a revoked grant asks for a person, and says so in the row', async () => {
    await store({ refreshToken: 'revoked' });
    await expect(keeper().accessToken('access-0', signal)).rejects.toMatchObject({
      kind: 'auth',
      code: 'installations.reconnect',
    });
    expect(await state()).toBe('reconnect');
  });

  test('a wrong client is our mistake and takes nobody’s consent away', async () => {
    vendor.script.push('invalid_client');
    await expect(keeper().accessToken('access-0', signal)).rejects.toMatchObject({ code: 'oauth.invalid-client' });
    expect(await state()).toBe('ready');
    expect(await keeper().accessToken('access-0', signal)).toBe('access-1');
  });

  test('an outage before the end of a token stops nobody', async () => {
    at += LIFETIME - 60_000;
    vendor.script.push('lose-before');
    const one = keeper();
    expect(await one.accessToken(undefined, signal)).toBe('access-0');
    expect(await one.accessToken(undefined, signal)).toBe('access-0');
    expect(warnings).toHaveLength(1);
    at += 61_000;
    expect(await one.accessToken(undefined, signal)).toBe('access-1');
  });

  test('an answer that was lost after the tokens were rotated ends in a new consent, and only then', async () => {
    at += LIFETIME + 1;
    vendor.script.push('lose-after');
    const one = keeper();
    await expect(one.accessToken(undefined, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await state()).toBe('ready');
    await expect(one.accessToken(undefined, signal)).rejects.toMatchObject({ code: 'installations.reconnect' });
    expect(await state()).toBe('reconnect');
  });

  test('tokens that a slow process stores while another one is refused are used', async () => {
    at += LIFETIME + 1;
    const text = (await secrets().get(name)) ?? '';
    const tokens = { accessToken: 'late', refreshToken: 'r', expiresAt: new Date(at + LIFETIME).toISOString() };
    let asked = false;
    const oauth = {
      ...oauthOf(vendor.url, now),
      // The slow one comes back between the refusal and the second look.
      async refresh() {
        asked = true;
        await secrets().replace(name, text, writeCredentials({ client: 'global', tokens }));
        return oauthOf(vendor.url, now).refresh({ client: { clientId: '' }, refreshToken: 'gone' }, signal);
      },
    };
    const other = createTokenKeeper({
      ...{ key, orm: database.orm, installations: installations(), secrets: secrets(), oauth, now },
      timing: { lookMs: 5 },
    });
    expect(await other.accessToken(undefined, signal)).toBe('late');
    expect(asked).toBe(true);
    expect(await state()).toBe('ready');
  });

  test('a consent that cannot be renewed asks for a person, and is never replaced by the rights of the client', async () => {
    await store({});
    await expect(keeper().accessToken('access-0', signal)).rejects.toMatchObject({ code: 'installations.reconnect' });
    expect([await state(), vendor.refreshes]).toEqual(['reconnect', 0]);
  });

  test('client credentials are asked for anew with the client alone', async () => {
    await installations().begin({ ...key, way: 'client-credentials', given: {}, connectedBy: null });
    await store({});
    at += LIFETIME + 1;
    const tokens = await Promise.all([keeper(), keeper()].map((each) => each.accessToken(undefined, signal)));
    expect(tokens).toEqual(['access-1', 'access-1']);
    expect((await stored()).refreshToken).toBeUndefined();
  });

  test('an account that was removed asks for a person; who stops waiting is told so', async () => {
    await secrets().delete(name);
    await expect(keeper().accessToken(undefined, signal)).rejects.toMatchObject({ code: 'installations.reconnect' });
    await expect(keeper().accessToken(undefined, AbortSignal.abort())).rejects.toMatchObject({ code: 'http.aborted' });
  });
});
