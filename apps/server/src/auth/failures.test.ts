import { PassThrough } from 'node:stream';
import { createLogger } from '@draftsmith/logger/winston';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from './testing.ts';

let log = '';
const stream = new PassThrough().on('data', (chunk) => {
  log += String(chunk);
});
const logger = createLogger({ level: 'debug', stream });
const consoles = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer('pglite', { logger }, { logger });
});
beforeEach(() => {
  log = '';
  for (const spy of consoles) spy.mockClear();
});
afterAll(() => server.close());

it('logs a refusal nowhere, and never on the console', async () => {
  await server.browser().send('POST', '/api/auth/sign-in/email', { email: 'a@example.com', password: PASSWORD });
  const viewer = await server.signedIn('viewer');
  await viewer.send('POST', '/api/auth/sign-out', undefined, { origin: undefined });
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled();
  expect(log).toBe('');
});

it('answers a broken database with a sentence and logs it without what was sent', async () => {
  const viewer = await server.signedIn('viewer', 'other@example.com');
  await server.database.orm.execute(sql`alter table users rename to users_away`);
  const given = { email: 'ada@example.com', password: PASSWORD };
  const signIn = await server.browser().send('POST', '/api/auth/sign-in/email', given);
  const session = await viewer.send('GET', '/api/session');
  await server.database.orm.execute(sql`alter table users_away rename to users`);

  expect([signIn.status, signIn.json]).toEqual([
    503,
    { code: 'auth.unavailable', message: 'Sign-in does not work at the moment. Try again shortly' },
  ]);
  expect([session.status, session.json.code]).toEqual([500, 'internal']);
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled();
  expect(log).toContain('"code":"auth.unavailable"');
  expect(log).not.toMatch(/ada@|other@|correct horse|select "/);
});

it('works again when the database does', async () => {
  const viewer = await server.signedIn('viewer', 'third@example.com');
  expect((await viewer.send('GET', '/api/session')).status).toBe(200);
});
