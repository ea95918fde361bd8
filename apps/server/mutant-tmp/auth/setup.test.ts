import { setupLinks } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from './testing.ts';

const HOUR_MS = 60 * 60 * 1000;

describe.each(testBackends)('first set-up on %s', (backend) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(backend);
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());

  const printedToken = async () => {
    const link = await server.auth.ensureSetupLink();
    return new URL(link ?? '').searchParams.get('token') ?? '';
  };
  const complete = (token: string, email = 'ada@example.com', password = PASSWORD) =>
    server.browser().send('POST', '/api/setup', { token, name: 'Ada', email, password });
  const check = async (token: string) => (await server.browser().send('GET', `/api/setup?token=${token}`)).json;

  it('prints an address of the console with 32 random bytes, of which it keeps a hash', async () => {
    const link = await server.auth.ensureSetupLink();
    expect(link).toMatch(new RegExp(`^${server.origin}/setup\\?token=[\\w-]{43}$`));
    const rows = await server.database.orm.select().from(setupLinks);
    expect(rows).toHaveLength(1);
    expect(link).not.toContain(rows[0]!.tokenHash);
    expect(rows[0]!.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes the first admin and signs them in', async () => {
    const token = await printedToken();
    expect(await check(token)).toEqual({ valid: true });
    const browser = server.browser();
    const admin = { token, name: ' Ada ', email: 'Ada@Example.com', password: PASSWORD };
    const reply = await browser.send('POST', '/api/setup', admin);
    const view = { name: 'Ada', email: 'ada@example.com', role: 'admin', demo: false };
    expect([reply.status, reply.json]).toEqual([201, view]);
    expect((await browser.send('GET', '/api/session')).json).toEqual(view);
    expect(await server.auth.ensureSetupLink()).toBeNull();
  });

  it('refuses a wrong token and makes nobody', async () => {
    const token = await printedToken();
    for (const wrong of ['', 'x', token.slice(1), `${token}x`, token.toUpperCase()]) {
      const reply = await complete(wrong);
      expect([wrong, reply.status, reply.json.code]).toEqual([wrong, 403, 'setup.unknown']);
      expect(await check(wrong)).toEqual({ valid: false });
    }
    expect(await server.auth.users.list()).toEqual([]);
    expect(await check(token)).toEqual({ valid: true });
  });

  it('refuses every token before a link was printed', async () => {
    expect((await complete('x')).status).toBe(403);
    expect(await check('')).toEqual({ valid: false });
  });

  it('works once', async () => {
    const token = await printedToken();
    expect((await complete(token)).status).toBe(201);
    const again = await complete(token, 'eve@example.com');
    expect([again.status, again.json]).toEqual([
      410,
      { code: 'setup.used', message: 'This set-up link was used already. Sign in instead' },
    ]);
    expect(again.setCookies).toEqual([]);
    expect(await check(token)).toEqual({ valid: false });
    expect(await server.auth.users.list()).toHaveLength(1);
  });

  it('makes exactly one admin of posts at the same moment', async () => {
    const token = await printedToken();
    const replies = await Promise.all(Array.from({ length: 6 }, (_, i) => complete(token, `admin${i}@example.com`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410, 410]);
    expect(await server.auth.users.list()).toHaveLength(1);
  });

  it('ends after a day, and says so', async () => {
    const token = await printedToken();
    server.world.now = new Date(server.world.now.getTime() + 24 * HOUR_MS - 1);
    expect(await check(token)).toEqual({ valid: true });
    server.world.now = new Date(server.world.now.getTime() + 1);
    expect(await check(token)).toEqual({ valid: false, expired: true });
    const reply = await complete(token);
    expect([reply.status, reply.json.code]).toEqual([410, 'setup.expired']);
    expect((await complete(await printedToken())).status).toBe(201);
  });

  it('is replaced by the next start', async () => {
    const first = await printedToken();
    const second = await printedToken();
    expect((await complete(first)).status).toBe(403);
    expect((await complete(second)).status).toBe(201);
  });

  it('makes no second admin by a link that another process printed meanwhile', async () => {
    const token = await printedToken();
    await server.signedIn('admin', 'first@example.com');
    expect(await check(token)).toEqual({ valid: false });
    expect((await complete(token)).status).toBe(410);
    expect(await server.auth.users.list()).toHaveLength(1);
  });

  it('keeps the link when the form was filled in wrongly', async () => {
    const token = await printedToken();
    const short = await complete(token, 'ada@example.com', 'elevenchars');
    expect([short.status, short.json.message]).toEqual([400, 'The password needs at least 12 characters']);
    expect((await complete(token, 'no address')).json.message).toBe('This is not an e-mail address');
    expect((await complete(token)).status).toBe(201);
  });
});
