import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('pglite');
});
afterAll(() => server.close());

const attempt = (headers: Record<string, string | undefined>, method = 'POST') =>
  server.browser().send(method, '/api/auth/sign-in/email', { email: 'a@example.com', password: PASSWORD }, headers);

it('refuses writes without the header, whatever the method and the address', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    for (const value of [undefined, '', '0', 'true']) {
      const reply = await attempt({ 'x-draftsmith-csrf': value }, method);
      expect([method, value, reply.status, reply.json.code]).toEqual([method, value, 403, 'csrf.header']);
    }
  const unknown = await server.browser().send('POST', '/api/nowhere', {}, { 'x-draftsmith-csrf': undefined });
  expect(unknown.status).toBe(403);
});

it('refuses a foreign origin even with the header', async () => {
  const { port } = server;
  const foreign = [
    'https://evil.example',
    'null',
    '',
    `https://localhost:${port}`,
    `http://localhost:${port + 1}`,
    `http://localhost.evil.example:${port}`,
    `http://localhost:${port}/`,
  ];
  for (const origin of foreign) {
    const reply = await attempt({ origin });
    expect([origin, reply.status, reply.json.code]).toEqual([origin, 403, 'csrf.origin']);
  }
});

it('lets its own pages and programs without an origin through', async () => {
  const { port } = server;
  const own = [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`, undefined];
  for (const origin of own) expect([origin, (await attempt({ origin })).status]).toEqual([origin, 401]);
});

it('keeps the check of the library: a session without an origin cannot be ended', async () => {
  const browser = await server.signedIn('viewer');
  const reply = await browser.send('POST', '/api/auth/sign-out', undefined, { origin: undefined });
  expect([reply.status, reply.json.code]).toEqual([403, 'csrf.origin']);
  expect((await browser.send('GET', '/api/session')).status).toBe(200);
});

it('answers no preflight and allows no other origin to read', async () => {
  const asking = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  const reply = await server.browser().send('OPTIONS', '/api/session', undefined, asking);
  expect(reply.status).toBe(403);
  const read = await server.browser().send('GET', '/api/session', undefined, { origin: 'https://evil.example' });
  for (const { headers } of [reply, read])
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});
