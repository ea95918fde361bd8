import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AGENT_ID, OPEN_TICKET_ID } from '../zendesk/sample-seed.ts';
import { type Account, openAccount } from '../zendesk/test-account.ts';
import { checkSettings, readManifest, visibleSettings } from './manifest.ts';
import { createProxy, type ProxiedRequest } from './proxy.ts';

const APP = new URL('testing/sample-app', import.meta.url).pathname;
const SECRET = 'shared-secret-1';

let account: Account;
let backend: Server;
let backendUrl: string;
let came: { request: IncomingMessage; body: string }[];
let log: ProxiedRequest[];
beforeEach(async () => {
  account = await openAccount();
  came = [];
  log = [];
  backend = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      came.push({ request, body });
      if (request.url !== '/hang') response.writeHead(202, { 'content-type': 'application/json' }).end('{"id":"op-1"}');
    });
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  backendUrl = `http://127.0.0.1:${(backend.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await account.simulator.close();
  backend.closeAllConnections();
  backend.close();
});

async function proxy(more: { requestsPerMinute?: number; domainWhitelist?: string[] } = {}) {
  const { requestsPerMinute = 100, ...manifest } = more;
  return createProxy({
    manifest: { ...(await readManifest(APP)), ...manifest },
    settings: { backend_url: backendUrl, shared_secret: SECRET },
    zendeskUrl: account.simulator.baseUrl,
    session: account.simulator.signIn(AGENT_ID),
    clock: () => new Date('2026-11-20T10:00:00Z'),
    requestsPerMinute,
    onRequest: (request) => log.push(request),
  });
}

it('asks the account itself as the agent who is signed in', async () => {
  const request = await proxy();
  expect(JSON.parse((await request({ url: '/api/v2/users/me.json' })).body).user.id).toBe(AGENT_ID);
  const found = await request({ url: '/api/v2/search.json', data: { query: 'type:ticket refund' } });
  expect(JSON.parse(found.body).results).toMatchObject([{ id: OPEN_TICKET_ID }]);
  const note = { ticket: { comment: { body: 'x', public: false } } };
  const put = {
    url: '/api/v2/tickets/1.json',
    type: 'PUT',
    contentType: 'application/json',
    data: JSON.stringify(note),
  };
  expect((await request(put)).status).toBe(200);
  expect(account.simulator.state.notes(OPEN_TICKET_ID)).toMatchObject([{ author_id: AGENT_ID }]);
  // An agent is no admin, through an app neither.
  expect((await request({ url: '/api/v2/webhooks' })).status).toBe(403);
});

it('asks a named host from the server side, with a signed token that the browser never sees', async () => {
  const request = await proxy();
  const reply = await request({
    url: '{{setting.backend_url}}/operations',
    type: 'POST',
    contentType: 'application/json',
    secure: true,
    headers: { Authorization: 'Bearer {{jwt.token}}' },
    jwt: {
      algorithm: 'HS256',
      secret_key: '{{setting.shared_secret}}',
      expiry: 60,
      claims: { iss: 'sample', sub: '102' },
    },
    data: '{"revise":"draft"}',
  });
  expect(reply).toMatchObject({ status: 202, body: '{"id":"op-1"}' });
  const [{ request: sent, body } = {}] = came;
  expect(body).toBe('{"revise":"draft"}');
  expect(sent?.headers['content-type']).toBe('application/json');
  const claims = JSON.parse(Buffer.from(sent?.headers.authorization?.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ iss: 'sample', sub: '102', exp: Date.parse('2026-11-20T10:01:00Z') / 1000 });
  expect(log).toEqual([{ method: 'POST', url: '{{setting.backend_url}}/operations', status: 202 }]);
});

it('leaves placeholders alone unless the request is secure, and refuses other hosts', async () => {
  const request = await proxy();
  await request({ url: `${backendUrl}/plain`, headers: { 'x-key': '{{setting.shared_secret}}' } });
  expect(came[0]?.request.headers['x-key']).toBe('{{setting.shared_secret}}');
  await expect(
    request({ url: backendUrl, secure: true, headers: { 'x-key': '{{setting.shared_secret}}' } }),
  ).rejects.toThrow('may not be used as header');
  const elsewhere = await proxy({ domainWhitelist: ['api.example.com'] });
  await expect(elsewhere({ url: backendUrl, secure: true })).rejects.toThrow('not in domainWhitelist');
  await expect(request({ url: 'file:///etc/passwd' })).rejects.toThrow('not in domainWhitelist');
  await expect(request({ url: 'assets/x' })).rejects.toThrow('neither absolute');
  await expect(request({ url: backendUrl, cors: true })).rejects.toThrow('cors');
});

it('answers 504 when nobody does in time, 502 when nobody is there, 429 after too many', async () => {
  const request = await proxy({ requestsPerMinute: 2 });
  expect((await request({ url: `${backendUrl}/hang`, timeout: 20 })).status).toBe(504);
  expect((await request({ url: 'http://127.0.0.1:1/' })).status).toBe(502);
  const refused = await request({ url: '/api/v2/users/me.json' });
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
});

it('installs only what is an app, with the settings it has', async () => {
  const manifest = await readManifest(APP);
  const settings = checkSettings(manifest, { backend_url: backendUrl, shared_secret: SECRET });
  expect(visibleSettings(manifest, settings)).toEqual({ backend_url: backendUrl });
  expect(() => checkSettings(manifest, { backend_url: backendUrl })).toThrow('needs the setting shared_secret');
  expect(() => checkSettings(manifest, { ...settings, colour: 'red' })).toThrow('no setting colour');
  await expect(readManifest(new URL('testing', import.meta.url).pathname)).rejects.toThrow('build the app first');
});
