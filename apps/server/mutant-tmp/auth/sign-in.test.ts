import { sessions } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, PASSWORD, startTestServer, type TestServer } from './testing.ts';

const SESSION = 'draftsmith.session_token';
const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(testBackends)('sign-in on %s', (backend) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(backend);
  });
  beforeEach(() => server.reset());
  afterEach(() => vi.useRealTimers());
  afterAll(() => server.close());

  const signIn = (browser: Browser, email: string, password: string) =>
    browser.send('POST', '/api/auth/sign-in/email', { email, password });
  const session = (browser: Browser) => browser.send('GET', '/api/session');

  it('opens a session with the right password and says who it is', async () => {
    await server.auth.users.create({ name: 'Ada', email: 'ada@example.com', role: 'viewer', password: PASSWORD });
    const browser = server.browser();
    const reply = await signIn(browser, ' Ada@Example.com ', PASSWORD);
    const view = { name: 'Ada', email: 'ada@example.com', role: 'viewer', demo: false };
    expect([reply.status, reply.json]).toEqual([200, view]);
    expect((await session(browser)).json).toEqual(view);
  });

  it('keeps the session in a cookie that scripts and other sites cannot use', async () => {
    await server.auth.users.create({ name: 'Ada', email: 'ada@example.com', role: 'viewer', password: PASSWORD });
    const { setCookies } = await signIn(server.browser(), 'ada@example.com', PASSWORD);
    expect(setCookies).toHaveLength(1);
    expect(setCookies[0]).toMatch(/^draftsmith\.session_token=[^;]{40,};/);
    const flags = setCookies[0]!.split('; ').slice(1).sort();
    expect(flags).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Strict']);
  });

  it('never answers with a session token, a password or its hash', async () => {
    const admin = await server.signedIn('admin');
    const rows = await server.database.orm.select().from(sessions);
    const replies = [
      await signIn(server.browser(), 'admin@example.com', PASSWORD),
      await session(admin),
      await admin.send('GET', '/api/users'),
      await admin.send('POST', '/api/users', { name: 'B', email: 'b@example.com', role: 'viewer', password: PASSWORD }),
    ];
    for (const { text, status } of replies) {
      expect(status).toBeLessThan(300);
      expect(text).not.toMatch(/password|hash|token/i);
      expect(text).not.toContain(rows[0]!.token);
    }
  });

  it('answers a wrong password and an unknown address alike', async () => {
    await server.auth.users.create({ name: 'Ada', email: 'ada@example.com', role: 'viewer', password: PASSWORD });
    const wrong = await signIn(server.browser(), 'ada@example.com', 'not the password');
    const unknown = await signIn(server.browser(), 'nobody@example.com', 'not the password');
    expect(wrong.status).toBe(401);
    expect(wrong.json).toEqual({
      code: 'auth.wrong-password',
      message: 'The e-mail address or the password is wrong',
    });
    const comparable = ({ status, text, setCookies }: typeof wrong) => ({ status, text, setCookies });
    expect(comparable(unknown)).toEqual(comparable(wrong));
  });

  it('answers 401 without a cookie, with a tampered one and with a forged one', async () => {
    const browser = await server.signedIn('viewer');
    const good = browser.cookies.get(SESSION)!;
    const [token, signature] = decodeURIComponent(good).split('.') as [string, string];
    const flipped = (text: string) => (text[0] === 'A' ? 'B' : 'A') + text.slice(1);
    const forgeries = [
      undefined,
      '',
      'x',
      token,
      `${flipped(token)}.${signature}`,
      `${token}.${flipped(signature)}`,
      `${token}.`,
      '%E0%A4%A',
    ];
    for (const forged of forgeries) {
      const cookie = forged === undefined ? undefined : `${SESSION}=${forged}`;
      const reply = await server.browser().send('GET', '/api/session', undefined, { cookie });
      expect([forged, reply.status]).toEqual([forged, 401]);
      expect(reply.json).toEqual({ code: 'auth.signed-out', message: 'Please sign in' });
    }
    expect((await session(browser)).status).toBe(200);
  });

  it('does not accept a cookie that was signed with another key', async () => {
    const browser = await server.signedIn('viewer');
    server.restart({ secret: 'another key, as long as the one before' });
    expect((await session(browser)).status).toBe(401);
    server.restart();
  });

  it('ends the session on sign-out, for copies of the cookie too', async () => {
    const browser = await server.signedIn('viewer');
    const copy = `${SESSION}=${browser.cookies.get(SESSION)}`;
    const reply = await browser.send('POST', '/api/auth/sign-out');
    expect([reply.status, browser.cookies.size]).toEqual([200, 0]);
    expect((await server.browser().send('GET', '/api/session', undefined, { cookie: copy })).status).toBe(401);
  });

  it('lets a session end after seven days without use', async () => {
    const browser = await server.signedIn('viewer');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * DAY_MS - 60_000 });
    expect((await browser.send('GET', '/api/session', undefined, {})).status).toBe(200);

    const idle = await server.signedIn('viewer', 'idle@example.com');
    vi.setSystemTime(Date.now() + 7 * DAY_MS + 1000);
    expect((await session(idle)).status).toBe(401);
  });

  it('prolongs a session that is used, cookie included', async () => {
    const browser = await server.signedIn('viewer');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    for (let use = 1; use <= 3; use += 1) {
      vi.setSystemTime(Date.now() + 6 * DAY_MS);
      const reply = await session(browser);
      expect([use, reply.status]).toEqual([use, 200]);
      expect(reply.setCookies.join()).toContain('Max-Age=604800');
    }
  });

  it('changes a password only with the old one, and ends the other sessions', async () => {
    const browser = await server.signedIn('viewer');
    const elsewhere = server.browser();
    await signIn(elsewhere, 'viewer@example.com', PASSWORD);
    const change = (currentPassword: string, newPassword: string) =>
      browser.send('POST', '/api/auth/change-password', { currentPassword, newPassword });

    expect((await change('not the password', 'a new long password')).json.code).toBe('auth.wrong-password');
    expect((await change(PASSWORD, 'short')).json.message).toBe('The password needs at least 12 characters');
    expect((await session(elsewhere)).status).toBe(200);

    expect((await change(PASSWORD, 'a new long password')).status).toBe(200);
    expect((await session(browser)).status).toBe(200);
    expect((await session(elsewhere)).status).toBe(401);
    expect((await signIn(server.browser(), 'viewer@example.com', PASSWORD)).status).toBe(401);
    expect((await signIn(server.browser(), 'viewer@example.com', 'a new long password')).status).toBe(200);
  });

  it('offers none of the other endpoints of the library', async () => {
    const admin = await server.signedIn('admin');
    const paths = ['sign-up/email', 'update-user', 'delete-user', 'change-email', 'sign-in/social', 'link-social'];
    for (const path of paths)
      for (const browser of [server.browser(), admin]) {
        const reply = await browser.send('POST', `/api/auth/${path}`, {
          email: 'x@example.com',
          password: PASSWORD,
          name: 'X',
        });
        expect([path, [401, 404].includes(reply.status)]).toEqual([path, true]);
      }
    for (const path of ['get-session', 'list-sessions', 'ok', 'error', 'reference'])
      expect((await admin.send('GET', `/api/auth/${path}`)).status).toBe(404);
    expect(await server.auth.users.list()).toHaveLength(1);
  });

  describe('limits', () => {
    const failTenTimes = async (email: (i: number) => string) => {
      for (let i = 0; i < 10; i += 1)
        expect((await signIn(server.browser(), email(i), 'not the password')).status).toBe(401);
    };

    it('refuses the eleventh failed attempt from one network, whatever the address', async () => {
      await failTenTimes((i) => `person${i}@example.com`);
      const reply = await signIn(server.browser(), 'person11@example.com', 'not the password');
      expect(reply.status).toBe(429);
      expect(reply.json).toEqual({
        code: 'auth.too-many-attempts',
        message: 'Too many failed attempts. Try again in 10 minutes',
      });
      expect(Number(reply.headers['retry-after'])).toBe(600);
      server.world.peer = '203.0.113.9';
      expect((await signIn(server.browser(), 'person11@example.com', 'not the password')).status).toBe(401);
    });

    it('refuses the eleventh failed attempt on one address, whatever the network, and the right password with it', async () => {
      await server.signedIn('viewer');
      for (let i = 0; i < 10; i += 1) {
        server.world.peer = `203.0.113.${i}`;
        expect((await signIn(server.browser(), 'viewer@example.com', 'not the password')).status).toBe(401);
      }
      server.world.peer = '203.0.113.200';
      expect((await signIn(server.browser(), 'VIEWER@example.com', PASSWORD)).status).toBe(429);
    });

    it('outlives a restart and ends with the window', async () => {
      await server.signedIn('viewer');
      await failTenTimes(() => 'viewer@example.com');
      server.restart();
      expect((await signIn(server.browser(), 'viewer@example.com', PASSWORD)).status).toBe(429);
      server.world.now = new Date(server.world.now.getTime() + 10 * 60 * 1000);
      expect((await signIn(server.browser(), 'viewer@example.com', PASSWORD)).status).toBe(200);
    });

    it('believes no forwarding header', async () => {
      await failTenTimes((i) => `person${i}@example.com`);
      const reply = await server
        .browser()
        .send(
          'POST',
          '/api/auth/sign-in/email',
          { email: 'a@example.com', password: 'x' },
          { 'x-forwarded-for': '198.51.100.7' },
        );
      expect(reply.status).toBe(429);
    });

    it('does not count sign-ins that succeed', async () => {
      await server.signedIn('viewer');
      for (let i = 0; i < 12; i += 1)
        expect((await signIn(server.browser(), 'viewer@example.com', PASSWORD)).status).toBe(200);
    });

    it('counts attempts that come at the same moment', async () => {
      const replies = await Promise.all(
        Array.from({ length: 15 }, () => signIn(server.browser(), 'nobody@example.com', 'not the password')),
      );
      expect(replies.filter(({ status }) => status === 401)).toHaveLength(10);
      expect(replies.filter(({ status }) => status === 429)).toHaveLength(5);
    });
  });

  it('refuses bodies that are not what it asks for, without repeating them', async () => {
    for (const body of [
      undefined,
      '[]',
      '"x"',
      {},
      { email: 1, password: PASSWORD },
      { email: 'no address', password: PASSWORD },
      { email: 'a@example.com' },
    ]) {
      const reply = await server.browser().send('POST', '/api/auth/sign-in/email', body);
      expect([body, reply.status, reply.json.code]).toEqual([body, 400, 'request.invalid']);
      expect(reply.text).not.toContain(PASSWORD);
    }
  });
});
