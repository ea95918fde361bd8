import { listAudit } from '@draftsmith/audit';
import { auditLog } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, startTestServer, type TestServer } from './testing.ts';

describe.each(testBackends)('acts of people on %s', (backend) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(backend);
  });
  beforeEach(async () => {
    await server.reset();
    await server.database.orm.delete(auditLog);
  });
  afterAll(() => server.close());

  const idOf = async (email: string) => (await server.auth.users.list()).find((user) => user.email === email)?.id;
  const signIn = (email: string, password: string) =>
    server.browser().send('POST', '/api/auth/sign-in/email', { email, password });
  /** Entries of one moment have no order. */
  const later = () => {
    server.world.now = new Date(server.world.now.getTime() + 1_000);
  };
  const entries = async (action: string) => (await listAudit(server.database.orm, { limit: 100, action })).items;

  it('on users are on record with who did them, and roles by name', async () => {
    const admin = await server.signedIn('admin');
    const actor = { kind: 'user', id: await idOf('admin@example.com'), name: 'admin' };
    const added = await admin.send('POST', '/api/users', {
      ...{ name: 'Eve', email: 'eve@example.com', role: 'viewer', password: PASSWORD },
    });
    const path = `/api/users/${added.json.id}`;
    later();
    await admin.send('PATCH', path, { role: 'admin', name: 'Eva', password: 'another long password' });
    later();
    await admin.send('PATCH', path, { name: 'Eva' });
    later();
    await admin.send('DELETE', path);
    const subject = added.json.id;
    expect((await entries('user')).filter((entry) => entry.subject === subject)).toMatchObject([
      { actor, action: 'user.removed', detail: { role: 'admin' } },
      { actor, action: 'user.changed', detail: { changed: [] } },
      { actor, action: 'user.changed', detail: { changed: ['name', 'role', 'password'], from: 'viewer', to: 'admin' } },
      { actor, action: 'user.created', detail: { role: 'viewer' } },
    ]);
  });

  it('that were refused are not', async () => {
    const admin = await server.signedIn('admin');
    await server.database.orm.delete(auditLog);
    await admin.send('DELETE', `/api/users/${await idOf('admin@example.com')}`);
    await admin.send('PATCH', '/api/users/nobody', { role: 'admin' });
    await admin.send('POST', '/api/users', {
      name: 'A',
      email: 'admin@example.com',
      role: 'admin',
      password: PASSWORD,
    });
    expect(await entries('user')).toEqual([]);
  });

  it('the first admin, sign-ins and password changes are on record', async () => {
    const token = new URL((await server.auth.ensureSetupLink()) ?? '').searchParams.get('token');
    const browser = server.browser();
    await browser.send('POST', '/api/setup', { token, name: 'Ada', email: 'ada@example.com', password: PASSWORD });
    const id = await idOf('ada@example.com');
    await signIn('ada@example.com', PASSWORD);
    await browser.send('POST', '/api/auth/change-password', {
      ...{ currentPassword: PASSWORD, newPassword: 'another long password' },
    });
    const { items } = await listAudit(server.database.orm, { limit: 100 });
    expect(items.map(({ action, actor, subject }) => [action, actor, subject]).sort()).toEqual(
      ['password.changed', 'session.opened', 'session.opened', 'setup.completed'].map((action) => [
        ...[action, { kind: 'user', id, name: 'Ada' }, id],
      ]),
    );
  });

  it('a lock-out is on record once, without whom it was tried on', async () => {
    await server.auth.users.create({ name: 'Ada', email: 'ada@example.com', role: 'viewer', password: PASSWORD });
    const replies = [];
    for (let i = 0; i < 13; i++) replies.push((await signIn('ada@example.com', 'a wrong password')).status);
    expect(replies).toEqual([...Array(10).fill(401), 429, 429, 429]);
    const refused = await entries('session');
    expect(refused).toMatchObject([
      { actor: { kind: 'system' }, action: 'session.refused', subject: null, detail: { reason: 'too-many-attempts' } },
    ]);
    expect(JSON.stringify(await server.database.orm.select().from(auditLog))).not.toContain('example.com');
  });
});
