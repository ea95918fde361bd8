import { type AccountPolicy, DEFAULT_POLICY } from '@draftsmith/contracts';
import { accountPolicies, auditLog, users } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { createPolicies } from '@draftsmith/policies';
import { eq } from 'drizzle-orm';
import { Router } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { type Browser, startTestServer, type TestServer } from '../auth/testing.ts';
import { policyRoutes } from './policy-routes.ts';

const ACME: Pick<Account, 'connector' | 'account' | 'title'> = { connector: 'desk', account: 'acme', title: 'Desk' };
const ADDRESS = '/api/policies/desk/acme';

function policy(privacy: Partial<AccountPolicy['privacy']>): AccountPolicy {
  return { ...DEFAULT_POLICY, privacy: { ...DEFAULT_POLICY.privacy, ...privacy } };
}

describe.each(testBackends)('on %s', (backend) => {
  let server: TestServer;
  let admin: Browser;
  let viewer: Browser;
  beforeAll(async () => {
    const api = Router();
    server = await startTestServer(backend, {}, { api: [api] });
    api.use(
      policyRoutes({
        database: server.database,
        accounts: {
          all: [ACME as Account],
          find: (connector, account) => (connector === 'desk' && account === 'acme' ? (ACME as Account) : undefined),
        },
        policies: createPolicies(server.database.orm, { defaults: DEFAULT_POLICY }),
        adminOnly: server.auth.requireRole('admin'),
        actor: server.auth.actor,
      }),
    );
  });
  beforeEach(async () => {
    await server.reset();
    for (const table of [accountPolicies, auditLog]) await server.database.orm.delete(table);
    admin = await server.signedIn('admin');
    viewer = await server.signedIn('viewer');
  });
  afterAll(() => server.close());

  const put = (body: object) => admin.send('PUT', ADDRESS, body);
  const recorded = async () =>
    (await server.database.orm.select().from(auditLog)).filter(({ action }) => action === 'policy.changed');

  test('every account has a policy, changed or not, and everybody signed in reads it', async () => {
    const untouched = { connector: 'desk', account: 'acme', revision: 0, updatedAt: null, updatedBy: null };
    expect((await viewer.send('GET', '/api/policies')).json).toEqual([{ ...untouched, policy: DEFAULT_POLICY }]);
    expect((await server.browser().send('GET', '/api/policies')).status).toBe(401);
  });

  test('a change holds, names who made it, and is on record without what the lists say', async () => {
    const saved = await put({ policy: policy({ deny: ['Project Nightjar'] }), revision: 0 });
    expect(saved.json).toMatchObject({
      revision: 1,
      updatedBy: 'admin',
      policy: { privacy: { deny: ['Project Nightjar'] } },
    });
    expect((await viewer.send('GET', '/api/policies')).json).toEqual([saved.json]);
    const entries = await recorded();
    expect(entries).toMatchObject([
      { actorName: 'admin', subject: 'desk/acme', detail: { changed: ['deny'], revision: 1 } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Nightjar');
  });

  test('whoever changed it and is gone since is not named', async () => {
    await put({ policy: policy({}), revision: 0 });
    await server.database.orm.delete(users).where(eq(users.email, 'admin@example.com'));
    expect((await viewer.send('GET', '/api/policies')).json).toMatchObject([{ revision: 1, updatedBy: null }]);
  });

  test('of two admins who edit at once the second is told, and nothing is recorded of what did not happen', async () => {
    await put({ policy: policy({ deny: ['Project Wren'] }), revision: 0 });
    const second = await put({ policy: policy({ deny: ['Project Owl'] }), revision: 0 });
    expect(second).toMatchObject({ status: 409, json: { code: 'policies.conflict' } });
    expect((await viewer.send('GET', '/api/policies')).json[0].policy.privacy.deny).toEqual(['Project Wren']);
    expect(await recorded()).toHaveLength(1);
  });

  test('viewers change and try nothing, and nobody does from another site', async () => {
    const body = { policy: policy({}), revision: 0 };
    expect((await viewer.send('PUT', ADDRESS, body)).status).toBe(403);
    expect((await viewer.send('POST', '/api/policies/try', { policy: policy({}), text: 'Hi' })).status).toBe(403);
    expect((await admin.send('PUT', ADDRESS, body, { 'x-draftsmith-csrf': undefined })).status).toBe(403);
    expect((await admin.send('PUT', ADDRESS, body, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await recorded()).toEqual([]);
  });

  test('an account that is not connected has no policy', async () => {
    const body = { policy: policy({}), revision: 0 };
    expect((await admin.send('PUT', '/api/policies/desk/other', body)).status).toBe(404);
    expect(await server.database.orm.select().from(accountPolicies)).toEqual([]);
  });

  test('the longest lists that a policy may hold are taken', async () => {
    const longest = Array.from({ length: 500 }, (_, n) => `${n} ${'ж'.repeat(190)}`);
    expect(await put({ policy: policy({ allow: longest, deny: longest }), revision: 0 })).toMatchObject({
      status: 200,
    });
  });

  test.each([
    ['nothing', {}, 'expected the revision'],
    ['a revision that is none', { policy: policy({}), revision: -1 }, 'expected the revision'],
    ['no policy', { revision: 0 }, 'The policy cannot be used'],
    ['a country that is none', { policy: policy({ regions: ['Nowhere'] }), revision: 0 }, 'two letters each'],
  ])('%s is answered with what was expected', async (_, body, message) => {
    expect(await put(body)).toMatchObject({ status: 400, json: { message: expect.stringContaining(message) } });
  });

  test('a text is tried with a policy that nobody saved, and neither is kept', async () => {
    const text = 'Write to hannah@example.net about Project Nightjar, or to help@acme.example.';
    const given = { policy: policy({ deny: ['Project Nightjar'], allow: ['help@acme.example'] }), text };
    const { json } = await admin.send('POST', '/api/policies/try', given);
    expect(json).toMatchObject({ replaced: { EMAIL: 1, ACCOUNT: 1 } });
    expect(json.text).toBe('Write to [EMAIL_1] about [ACCOUNT_1], or to help@acme.example.');
    const words = json.entities.map(({ start, end }: { start: number; end: number }) => text.slice(start, end));
    expect(words).toEqual(['hannah@example.net', 'Project Nightjar']);
    expect(await server.database.orm.select().from(accountPolicies)).toEqual([]);
    expect(await recorded()).toEqual([]);
  });

  test.each([
    ['100 kB are tried', 'x'.repeat(100_000), 200],
    ['a byte more is refused', 'x'.repeat(100_001), 400],
    ['bytes count, not letters', 'ж'.repeat(50_001), 400],
    ['no text is refused', undefined, 400],
  ])('%s', async (_, text, status) => {
    const answer = await admin.send('POST', '/api/policies/try', { policy: policy({}), text });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.json.message).toMatch(/expected/);
  });
});
