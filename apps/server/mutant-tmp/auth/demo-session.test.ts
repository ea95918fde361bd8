import { testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAuth } from './index.ts';
import { startTestServer, type TestServer } from './testing.ts';

const COOKIE = 'draftsmith-demo.session_token';

describe.each(testBackends)('the demo on %s', (backend) => {
  const demoSession = { boundTo: '127.0.0.1' };
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(backend);
  });
  beforeEach(async () => {
    await server.reset();
    server.restart({ demoSession });
  });
  afterAll(() => server.close());

  const visit = (headers: Record<string, string | undefined> = {}) =>
    server.browser().send('GET', '/api/session', undefined, headers);

  it('signs the person at this machine in by itself, with a real session', async () => {
    const browser = server.browser();
    const first = await browser.send('GET', '/api/session');
    const view = { name: 'Demo', email: 'demo@draftsmith.invalid', role: 'admin', demo: true };
    expect([first.status, first.json]).toEqual([200, view]);
    expect(first.setCookies.join()).toMatch(/^draftsmith-demo\.session_token=[^;]+; .*HttpOnly; SameSite=Strict$/);
    expect((await browser.send('GET', '/api/users')).status).toBe(200);
    expect((await browser.send('GET', '/api/session')).setCookies).toEqual([]);
  });

  it('goes by every loopback name', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])
      expect([host, (await visit({ host: `${host}:${server.port}` })).status]).toEqual([host, 200]);
  });

  it('lets no page in whose name was pointed at this machine', async () => {
    const foreign = [
      'evil.example',
      `evil.example:${server.port}`,
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      '0.0.0.0',
    ];
    for (const host of foreign) {
      const reply = await visit({ host });
      expect([host, reply.status, reply.setCookies]).toEqual([host, 401, []]);
    }
  });

  it('lets nobody in through a tunnel, from another machine or from a foreign page', async () => {
    const outside: Record<string, string>[] = [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { 'x-real-ip': '127.0.0.1' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of outside) expect([headers, (await visit(headers)).status]).toEqual([headers, 401]);
    server.world.peer = '192.0.2.1';
    expect((await visit()).status).toBe(401);
  });

  it('opens one session for many requests, and another after it was ended', async () => {
    const cookieOf = async () => (await visit()).setCookies[0]?.split(';')[0];
    const cookies = await Promise.all([cookieOf(), cookieOf(), cookieOf()]);
    expect(new Set(cookies).size).toBe(1);
    const browser = server.browser();
    await browser.send('GET', '/api/session');
    await browser.send('POST', '/api/auth/sign-out');
    expect(browser.cookies.has(COOKIE)).toBe(false);
    const next = await cookieOf();
    expect(next).toBeDefined();
    expect(next).not.toBe(cookies[0]);
  });

  it('replaces the session of an earlier demo', async () => {
    const browser = server.browser();
    await browser.send('GET', '/api/session');
    const old = browser.cookies.get(COOKIE);
    server.restart({ demoSession });
    await visit();
    expect((await browser.send('GET', '/api/session')).status).toBe(200);
    expect(browser.cookies.get(COOKIE)).not.toBe(old);
    expect(await server.auth.users.list()).toHaveLength(1);
  });

  it('still asks for the CSRF header', async () => {
    const reply = await server.browser().send('DELETE', '/api/users/x', undefined, { 'x-draftsmith-csrf': undefined });
    expect([reply.status, reply.json.code]).toEqual([403, 'csrf.header']);
  });

  it('prints no set-up link, and leaves no admin behind for a real start', async () => {
    expect(await server.auth.ensureSetupLink()).toBeNull();
    expect((await visit()).status).toBe(200);
    server.restart();
    expect(await server.auth.ensureSetupLink()).toContain('/setup?token=');
    expect(await server.auth.users.list()).toEqual([]);
    expect((await visit()).status).toBe(401);
  });

  it('does not start on an address that others reach', () => {
    for (const boundTo of ['0.0.0.0', '::', '192.168.0.2', '', 'localhost.example'])
      expect(() =>
        createAuth({ db: server.database.orm, baseUrl: server.origin, secret: 's', demoSession: { boundTo } }),
      ).toThrow('The demo signs everybody in');
  });
});
