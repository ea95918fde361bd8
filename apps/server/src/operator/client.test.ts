import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askServer, type ServerAddress } from './client.ts';

const REQUEST = { path: 'usage', query: {}, kind: 'report' };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listening(answer: RequestListener): Promise<ServerAddress> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  return {
    PORT: (started.address() as AddressInfo).port,
    DRAFTSMITH_HOST: '0.0.0.0',
    DRAFTSMITH_METRICS_TOKEN: undefined,
  };
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

test('asks by path and query, with the token, and as no browser would', async () => {
  const asked: IncomingMessage[] = [];
  const settings = await listening((req, res) => {
    asked.push(req);
    json(200, { kind: 'report' })(req, res);
  });
  const request = { ...REQUEST, query: { view: 'report', by: 'model,day' } };
  expect(await askServer({ ...settings, DRAFTSMITH_METRICS_TOKEN: 'secret-token' }, request)).toEqual({
    kind: 'report',
  });
  expect(asked[0]?.url).toBe('/operator/usage?view=report&by=model%2Cday');
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer secret-token', host: `127.0.0.1:${settings.PORT}` });
  for (const name of ['origin', 'referer', 'sec-fetch-site']) expect(asked[0]?.headers).not.toHaveProperty(name);
});

test.each<[string, RequestListener, object]>([
  [
    'a token that is missing',
    json(403, { code: 'operator.token' }),
    { kind: 'permission', message: /set DRAFTSMITH_METRICS_TOKEN/ },
  ],
  [
    'an older version',
    json(404, { code: 'not-found' }),
    { kind: 'unavailable', message: /no Draftsmith of this version/ },
  ],
  [
    'another program',
    (_req, res) => void res.end('<html>'),
    { kind: 'unavailable', message: /no Draftsmith of this version/ },
  ],
  [
    'another answer than that',
    json(200, { kind: 'why' }),
    { kind: 'unavailable', message: /no Draftsmith of this version/ },
  ],
  [
    'what the server says itself',
    json(400, { message: 'Expected view=report' }),
    { kind: 'invalid', message: /^Expected view=report$/ },
  ],
  ['a server that breaks', json(500, undefined), { kind: 'unavailable', message: /The server answered 500/ }],
])('%s', async (_what, answer, { message, ...error }: { message?: RegExp }) => {
  const settings = await listening(answer);
  await expect(askServer(settings, REQUEST)).rejects.toMatchObject({
    ...error,
    message: expect.stringMatching(message ?? /./),
  });
});

test('nobody at the port', async () => {
  const settings = { PORT: 9, DRAFTSMITH_HOST: '127.0.0.1', DRAFTSMITH_METRICS_TOKEN: undefined };
  await expect(askServer(settings, REQUEST)).rejects.toMatchObject({
    code: 'operator.unreachable',
    message:
      'A Draftsmith uses the database, and none answers at http://127.0.0.1:9: set PORT as it is for that one, or stop it',
  });
});
