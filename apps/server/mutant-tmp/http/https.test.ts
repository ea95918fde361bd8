import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from '../auth/testing.ts';

const ORIGIN = 'https://drafts.example.com';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('pglite', { baseUrl: `${ORIGIN}/ignored` }, { https: true });
});
afterAll(() => server.close());

it('behind https binds the cookie to exactly this host, by a secure connection', async () => {
  const user = { name: 'Ada', email: 'ada@example.com', role: 'viewer', password: PASSWORD } as const;
  await server.auth.users.create(user);
  const browser = server.browser();
  const { setCookies, headers } = await browser.send('POST', '/api/auth/sign-in/email', user, { origin: ORIGIN });
  expect(setCookies).toHaveLength(1);
  expect(setCookies[0]).toMatch(/^__Host-draftsmith\.session_token=/);
  const flags = setCookies[0]!.split('; ').slice(1).sort();
  expect(flags).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Strict', 'Secure']);
  expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  expect((await browser.send('GET', '/api/session')).status).toBe(200);
  expect((await browser.send('POST', '/api/auth/sign-out', undefined, { origin: ORIGIN })).status).toBe(200);
  expect(browser.cookies.size).toBe(0);
});

it('knows no loopback alias', async () => {
  const reply = await server.browser().send('POST', '/api/auth/sign-out', undefined, { origin: server.origin });
  expect([reply.status, reply.json.code]).toEqual([403, 'csrf.origin']);
});

it('prints the set-up link for the public address', async () => {
  await server.reset();
  expect(await server.auth.ensureSetupLink()).toMatch(/^https:\/\/drafts\.example\.com\/setup\?token=/);
});
