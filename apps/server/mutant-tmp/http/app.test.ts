import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '@draftsmith/errors';
import type { LogFields, Logger } from '@draftsmith/logger';
import { Router, raw } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../auth/testing.ts';

const lines: { message: string; fields: LogFields | undefined }[] = [];
const write = (message: string, fields?: LogFields) => void lines.push({ message, fields });
const logger: Logger = { debug: write, info: write, warn: write, error: write, child: () => logger };

const TOKEN = 'a token for metrics';

let consoleDir: string;
let server: TestServer;

beforeAll(async () => {
  consoleDir = await mkdtemp(join(tmpdir(), 'draftsmith-console-'));
  await mkdir(join(consoleDir, 'assets'));
  await writeFile(join(consoleDir, 'index.html'), '<!doctype html><title>Console</title>');
  await writeFile(join(consoleDir, 'assets', 'main-abc123.js'), 'export {};');
  await writeFile(join(consoleDir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(consoleDir, '.sources'), 'a hash');
  const hooks = Router().post(
    '/zendesk',
    raw({ type: '*/*' }),
    (req, res) => void res.json({ bytes: req.body.length }),
  );
  server = await startTestServer('pglite', {}, { consoleDir, hooks, api: [testRoutes()], metricsToken: TOKEN, logger });
});
beforeEach(async () => {
  await server.reset();
  lines.length = 0;
});
afterAll(async () => {
  await server.close();
  await rm(consoleDir, { recursive: true, force: true });
});

function testRoutes(): Router {
  const router = Router();
  router.get('/ping', (_req, res) => void res.json({ pong: true }));
  router.post('/echo', (req, res) => void res.json(req.body));
  router.get('/limited', () => {
    throw new AppError('rate-limited', 'Zendesk asks to wait', { code: 'zendesk.rate', retryAfterMs: 1500 });
  });
  router.get('/down', async () => {
    throw new AppError('unavailable', 'Zendesk does not answer');
  });
  router.get('/bug', async () => {
    throw new Error('failed query for ada@example.com');
  });
  router.get('/half', (_req, res) => {
    res.write('{"half":');
    throw new Error('broke in the middle');
  });
  return router;
}

const get = (path: string, headers: Record<string, string | undefined> = {}) =>
  server.browser().send('GET', path, undefined, headers);

describe('the API', () => {
  it('is closed to strangers by default, known address or not', async () => {
    for (const path of ['/api/ping', '/api/nowhere', '/api'])
      expect([path, (await get(path)).json]).toEqual([path, { code: 'auth.signed-out', message: 'Please sign in' }]);
    const viewer = await server.signedIn('viewer');
    expect((await viewer.send('GET', '/api/ping')).json).toEqual({ pong: true });
    const lost = await viewer.send('GET', '/api/nowhere');
    expect([lost.status, lost.json.code]).toEqual([404, 'not-found']);
    expect((await viewer.send('GET', '/api/ping')).headers['cache-control']).toBe('no-store');
  });

  it('takes JSON up to 64 kB', async () => {
    const viewer = await server.signedIn('viewer');
    const text = 'x'.repeat(63 * 1024);
    expect((await viewer.send('POST', '/api/echo', { text })).json).toEqual({ text });
    const large = await viewer.send('POST', '/api/echo', { text: `${text}${text}` });
    expect([large.status, large.json.code]).toEqual([413, 'request.too-large']);
    const broken = await viewer.send('POST', '/api/echo', '{"a":');
    expect([broken.status, broken.json.message]).toEqual([400, 'The body of the request is not JSON']);
  });

  it('shows errors that were written for people, and of a bug only where to look', async () => {
    const viewer = await server.signedIn('viewer');
    const limited = await viewer.send('GET', '/api/limited');
    expect([limited.status, limited.headers['retry-after'], limited.json]).toEqual([
      429,
      '2',
      { code: 'zendesk.rate', message: 'Zendesk asks to wait' },
    ]);
    expect((await viewer.send('GET', '/api/down')).status).toBe(503);
    const bug = await viewer.send('GET', '/api/bug');
    expect([bug.status, bug.json.code]).toEqual([500, 'internal']);
    expect(bug.text).not.toContain('ada@example.com');
    const requestId = bug.headers['x-request-id'];
    expect(bug.json.message).toContain(requestId);
    expect(lines.find(({ fields }) => fields?.requestId === requestId)?.message).toBe('A request failed');
  });

  it('ends the connection when an answer breaks in the middle', async () => {
    const viewer = await server.signedIn('viewer');
    await expect(viewer.send('GET', '/api/half')).rejects.toThrow();
    expect(lines).toHaveLength(1);
  });

  it('survives an address that cannot be decoded', async () => {
    const viewer = await server.signedIn('admin');
    expect((await viewer.send('DELETE', '/api/users/%E0%A4%A')).json.code).toBe('request.invalid');
  });
});

describe('every answer', () => {
  it('carries the headers that keep a browser from running or framing what is not ours', async () => {
    for (const path of ['/', '/api/ping', '/metrics', '/nowhere.js']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('has a request id of its own, whatever the request says', async () => {
    const ids = [await get('/', { 'x-request-id': 'mine' }), await get('/')].map(
      (reply) => reply.headers['x-request-id'],
    );
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe.each(['/metrics', '/healthz'])('%s', (path) => {
  it('answers programs on this machine', async () => {
    expect((await get(path)).status).toBe(200);
  });

  it('answers others only with the token', async () => {
    server.world.peer = '192.0.2.1';
    for (const authorization of [
      undefined,
      '',
      TOKEN,
      `Basic ${TOKEN}`,
      'Bearer',
      'Bearer ',
      'Bearer wrong',
      `Bearer ${TOKEN}x`,
    ]) {
      const reply = await get(path, { authorization });
      expect([authorization, reply.status, reply.json.code]).toEqual([authorization, 403, 'operator.token']);
    }
  });

  it('takes a request through a proxy or by a foreign name for one from outside', async () => {
    expect((await get(path, { 'x-forwarded-for': '127.0.0.1' })).status).toBe(403);
    expect((await get(path, { host: 'evil.example' })).status).toBe(403);
  });
});

it('metrics and health answer with the right token from anywhere', async () => {
  server.world.peer = '192.0.2.1';
  const spaced = await startTestServer('pglite', {}, { metricsToken: 'one-word', healthy: async () => false });
  spaced.world.peer = '192.0.2.1';
  const authorization = 'Bearer one-word';
  const metrics = await spaced.browser().send('GET', '/metrics', undefined, { authorization });
  expect([metrics.status, metrics.text, metrics.headers['content-type']]).toEqual([
    200,
    'up 1\n',
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const health = await spaced.browser().send('GET', '/healthz', undefined, { authorization });
  await spaced.close();
  expect([health.status, health.json]).toEqual([503, { status: 'failing' }]);
});

describe('hooks', () => {
  it('get raw bytes, and need no session and no CSRF header', async () => {
    const reply = await server
      .browser()
      .send('POST', '/hooks/zendesk', '{ "a" : 1 }', { 'x-draftsmith-csrf': undefined });
    expect(reply.json).toEqual({ bytes: 11 });
    expect((await server.browser().send('POST', '/hooks/unknown', {})).status).toBe(404);
  });
});

describe('the console', () => {
  const html = { accept: 'text/html' };

  it('is index.html for every address of its own, never cached', async () => {
    for (const path of ['/', '/tickets', '/tickets/12', '/setup?token=x', '/index.html']) {
      const reply = await get(path, html);
      expect([path, reply.status, reply.headers['cache-control']]).toEqual([path, 200, 'no-store']);
      expect(reply.text).toContain('<title>Console</title>');
    }
  });

  it('is cached for ever where the name holds a hash', async () => {
    const script = await get('/assets/main-abc123.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toContain('javascript');
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('answers 404 for a missing file instead of HTML, and for a hidden one', async () => {
    for (const path of ['/assets/gone.js', '/favicon.ico', '/.sources']) {
      const reply = await get(path, { accept: '*/*' });
      expect([path, reply.status, reply.json.code]).toEqual([path, 404, 'not-found']);
    }
  });

  it('never leaves its folder', async () => {
    await writeFile(`${consoleDir}.secret`, 'outside');
    const name = `${basename(consoleDir)}.secret`;
    for (const path of [
      `/../${name}`,
      `/..%2f${name}`,
      `/assets/..%2f..%2f${name}`,
      `/%2e%2e/${name}`,
      `//..//${name}`,
    ])
      expect([path, (await get(path)).text.includes('outside')]).toEqual([path, false]);
    await rm(`${consoleDir}.secret`);
  });

  it('takes only reading', async () => {
    expect((await server.browser().send('POST', '/tickets', {})).status).toBe(404);
  });
});
