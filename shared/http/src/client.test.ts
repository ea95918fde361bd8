import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@draftsmith/errors';
import { afterEach, expect, test } from 'vitest';
import { createHttpClient, type HttpClientOptions } from './client.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function clientOf(listener: RequestListener, options: Partial<HttpClientOptions> = {}) {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return createHttpClient({
    baseUrl,
    headers: () => ({ authorization: 'Bearer t' }),
    userAgent: 'test',
    deadlineMs: 5_000,
    maxBodyBytes: 1_000,
    ...options,
  });
}

const get = { method: 'GET', path: 'thing', retry: 'safe' } as const;

test('gives status, headers and parsed JSON, below the base path', async () => {
  const client = await clientOf((request, response) => {
    response.setHeader('x-seen', `${request.method} ${request.url} ${request.headers.authorization}`);
    response.end('{"a":1}');
  });
  const reply = await client.request({ ...get, query: { q: 'ü', skip: undefined } });
  expect(reply.json).toEqual({ a: 1 });
  expect(reply.headers.get('x-seen')).toBe('GET /api/thing?q=%C3%BC Bearer t');
});

test.each([
  [401, 'auth'],
  [403, 'permission'],
  [404, 'not-found'],
  [409, 'conflict'],
  [422, 'invalid'],
  [500, 'unavailable'],
  [302, 'unavailable'],
])('status %i is %s, whatever the body', async (status, kind) => {
  for (const body of ['{"error":"x"}', '<html>no</html>', '']) {
    const client = await clientOf((_, response) => response.writeHead(status).end(body));
    const error = await client.request({ ...get, retry: 'never' }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ kind, status });
    expect(error.message).not.toContain('no');
  }
});

test('a safe request waits for Retry-After and is repeated; others are sent once', async () => {
  let calls = 0;
  const listener: RequestListener = (_, response) => {
    calls += 1;
    if (calls === 1) response.writeHead(429, { 'retry-after': '0' }).end('slow down');
    else response.end('{}');
  };
  const safe = await clientOf(listener);
  await expect(safe.request(get)).resolves.toMatchObject({ status: 200 });
  expect(calls).toBe(2);

  calls = 0;
  const once = await clientOf(listener);
  await expect(once.request({ ...get, method: 'PUT', retry: 'never' })).rejects.toMatchObject({
    kind: 'rate-limited',
    retryAfterMs: 0,
  });
  expect(calls).toBe(1);
});

test('silence, a body that never ends and an oversized body are typed failures', async () => {
  const silent = await clientOf(() => undefined, { deadlineMs: 50 });
  await expect(silent.request(get)).rejects.toMatchObject({ kind: 'timeout' });

  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  const trickle = await clientOf((_, response) => response.on('close', close).write('{'), { deadlineMs: 100 });
  await expect(trickle.request(get)).rejects.toMatchObject({ kind: 'timeout' });
  // Else each such answer would hold a connection until the other side gives up.
  await closed;

  const huge = await clientOf((_, response) => response.end('x'.repeat(2_000)));
  await expect(huge.request(get)).rejects.toMatchObject({ code: 'http.body-too-large' });
});

test('an abort ends the request; a dropped connection is unavailable', async () => {
  const controller = new AbortController();
  const silent = await clientOf(() => controller.abort());
  await expect(silent.request({ ...get, signal: controller.signal })).rejects.toMatchObject({ code: 'http.aborted' });

  const dropped = await clientOf((request) => request.socket.destroy());
  const error = await dropped.request({ ...get, retry: 'never' }).catch((thrown) => thrown);
  expect(error).toMatchObject({ kind: 'unavailable', code: 'http.network' });
  expect(error.cause).toBeUndefined();
});

test('a path that names another host is refused before anything is sent', async () => {
  const client = await clientOf((_, response) => response.end('{}'));
  await expect(client.request({ ...get, path: 'https://evil.example/x' })).rejects.toMatchObject({ kind: 'invalid' });
});

test('a long Retry-After is handed on at once, as the limit that it is', async () => {
  let calls = 0;
  const client = await clientOf((_request, response) => {
    calls += 1;
    response.writeHead(429, { 'retry-after': '60' }).end();
  });
  await expect(client.request(get)).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 60_000 });
  expect(calls).toBe(1);
});
