import { sessions, userAccounts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, PASSWORD, startTestServer, type TestServer } from './testing.ts';

describe.each(testBackends)('users on %s', (backend) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(backend);
  });
  beforeEach(() => server.reset());
  afterAll(() => server.close());

  const idOf = async (email: string) => (await server.auth.users.list()).find((user) => user.email === email)!.id;
  const add = (browser: Browser, email: string, role = 'viewer') =>
    browser.send('POST', '/api/users', { name: 'New', email, role, password: PASSWORD });

  it('are for admins: nobody gets 401, a viewer 403', async () => {
    const viewer = await server.signedIn('viewer');
    const id = await idOf('viewer@example.com');
    const calls: [string, string, unknown?][] = [
      ['GET', '/api/users'],
      ['POST', '/api/users', { name: 'E', email: 'e@example.com', role: 'admin', password: PASSWORD }],
      ['PATCH', `/api/users/${id}`, { role: 'admin' }],
      ['DELETE', `/api/users/${id}`],
    ];
    for (const [method, path, body] of calls) {
      const stranger = await server.browser().send(method, path, body);
      expect([method, stranger.status, stranger.json.code]).toEqual([method, 401, 'auth.signed-out']);
      const refused = await viewer.send(method, path, body);
      expect([method, refused.status, refused.json.code]).toEqual([method, 403, 'auth.admin-only']);
    }
    expect((await server.auth.users.list()).map(({ email, role }) => [email, role])).toEqual([
      ['viewer@example.com', 'viewer'],
    ]);
  });

  it('are added by an admin and can sign in', async () => {
    const admin = await server.signedIn('admin');
    const added = await add(admin, 'New@Example.com');
    expect(added.status).toBe(201);
    expect(added.json).toEqual({
      id: expect.any(String),
      name: 'New',
      email: 'new@example.com',
      role: 'viewer',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect((await admin.send('GET', '/api/users')).json).toContainEqual(added.json);
    const signIn = { email: 'new@example.com', password: PASSWORD };
    expect((await server.browser().send('POST', '/api/auth/sign-in/email', signIn)).json.role).toBe('viewer');
  });

  it('are refused with a sentence when a field is wrong or the address is taken', async () => {
    const admin = await server.signedIn('admin');
    const taken = await add(admin, 'ADMIN@example.com');
    expect([taken.status, taken.json.code]).toEqual([409, 'users.exists']);
    expect((await add(admin, 'x@example.com', 'owner')).json.message).toBe('The role is either admin or viewer');
    expect((await add(admin, 'x')).json.message).toBe('This is not an e-mail address');
    const gone = await admin.send('PATCH', '/api/users/nobody', { role: 'admin' });
    expect([gone.status, gone.json.code]).toEqual([404, 'users.not-found']);
    expect((await admin.send('DELETE', '/api/users/nobody')).status).toBe(404);
    expect((await admin.send('PATCH', '/api/users/nobody', { role: null })).status).toBe(400);
  });

  it('have their new role at once', async () => {
    const admin = await server.signedIn('admin');
    const viewer = await server.signedIn('viewer');
    const path = `/api/users/${await idOf('viewer@example.com')}`;
    expect((await admin.send('PATCH', path, { role: 'admin' })).json.role).toBe('admin');
    expect((await viewer.send('GET', '/api/users')).status).toBe(200);
    expect((await admin.send('PATCH', path, { role: 'viewer' })).status).toBe(200);
    expect((await viewer.send('GET', '/api/users')).status).toBe(403);
  });

  it('lose their sessions and their password with the account', async () => {
    const admin = await server.signedIn('admin');
    const viewer = await server.signedIn('viewer');
    expect((await admin.send('DELETE', `/api/users/${await idOf('viewer@example.com')}`)).status).toBe(204);
    expect((await viewer.send('GET', '/api/session')).status).toBe(401);
    expect(await server.database.orm.select().from(userAccounts)).toHaveLength(1);
    expect(await server.database.orm.select().from(sessions)).toHaveLength(1);
  });

  it('lose their sessions when an admin sets a new password', async () => {
    const admin = await server.signedIn('admin');
    const viewer = await server.signedIn('viewer');
    const path = `/api/users/${await idOf('viewer@example.com')}`;
    expect((await admin.send('PATCH', path, { password: 'a new long password' })).status).toBe(200);
    expect((await viewer.send('GET', '/api/session')).status).toBe(401);
    const signIn = (password: string) =>
      server.browser().send('POST', '/api/auth/sign-in/email', { email: 'viewer@example.com', password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn('a new long password')).status).toBe(200);
  });

  it('always keep one admin', async () => {
    const admin = await server.signedIn('admin');
    await server.signedIn('viewer');
    const path = `/api/users/${await idOf('admin@example.com')}`;
    const demoted = await admin.send('PATCH', path, { role: 'viewer' });
    expect([demoted.status, demoted.json]).toEqual([
      409,
      { code: 'users.last-admin', message: 'This is the last admin. Make somebody else an admin first' },
    ]);
    expect((await admin.send('DELETE', path)).json.code).toBe('users.last-admin');
    expect((await admin.send('GET', '/api/users')).status).toBe(200);
  });

  it('keep one admin when two demote or remove each other at the same moment', async () => {
    for (const method of ['PATCH', 'DELETE']) {
      await server.reset();
      const [a, b] = [await server.signedIn('admin', 'a@example.com'), await server.signedIn('admin', 'b@example.com')];
      const [idA, idB] = [await idOf('a@example.com'), await idOf('b@example.com')];
      const body = method === 'PATCH' ? { role: 'viewer' } : undefined;
      await Promise.all([a.send(method, `/api/users/${idB}`, body), b.send(method, `/api/users/${idA}`, body)]);
      const left = (await server.auth.users.list()).filter(({ role }) => role === 'admin');
      expect([method, left.length]).toEqual([method, 1]);
    }
  });
});
