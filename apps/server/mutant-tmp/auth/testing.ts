import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import { rateLimits, setupLinks, users } from '@draftsmith/database/schema';
import { openTestDatabase, type TestBackend } from '@draftsmith/database/testing';
import { createHttpShell, type HttpShellOptions } from '../http/app.ts';
import { type Auth, type AuthOptions, createAuth } from './index.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  setCookies: string[];
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  json: any;
}

type Headers = Record<string, string | undefined>;

/** One browser: keeps its cookies, sends what the console sends. A header given as undefined is left out. */
export interface Browser {
  cookies: Map<string, string>;
  send(method: string, path: string, body?: unknown, headers?: Headers): Promise<Reply>;
}

export interface TestServer {
  port: number;
  origin: string;
  auth: Auth;
  database: Awaited<ReturnType<typeof openTestDatabase>>;
  /** Moves set-up links and rate limits through time; `peer` is where requests seem to come from. */
  world: { now: Date; peer: string };
  browser(): Browser;
  /** A browser that is signed in as a new user. */
  signedIn(role: 'admin' | 'viewer', email?: string): Promise<Browser>;
  /** Forgets all people, links and attempts. */
  reset(): Promise<void>;
  /** The same database behind a new instance, as after a restart. */
  restart(changed?: Partial<AuthOptions>): void;
  close(): Promise<void>;
}

export const PASSWORD = 'correct horse battery';

const SECRET = 'a key for tests, not for anybody else';

export async function startTestServer(
  backend: TestBackend,
  authOptions: Partial<AuthOptions> = {},
  shellOptions: Partial<HttpShellOptions> = {},
): Promise<TestServer> {
  const database = await openTestDatabase(backend);
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const origin = `http://localhost:${port}`;
  const world = { now: new Date(), peer: '127.0.0.1' };

  const build = (changed: Partial<AuthOptions> = {}): Auth => {
    const peerAddress = () => world.peer;
    const auth = createAuth({
      db: database.orm,
      baseUrl: origin,
      secret: SECRET,
      now: () => world.now,
      peerAddress,
      ...authOptions,
      ...changed,
    });
    const metrics = async () => 'up 1\n';
    server.removeAllListeners('request');
    server.on('request', createHttpShell({ auth, https: false, metrics, peerAddress, ...shellOptions }));
    return auth;
  };

  const running: TestServer = {
    port,
    origin,
    auth: build(),
    database,
    world,
    browser: () => createBrowser(port, origin),
    async signedIn(role, email = `${role}@example.com`) {
      await running.auth.users.create({ name: role, email, role, password: PASSWORD });
      const browser = createBrowser(port, origin);
      await browser.send('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });
      return browser;
    },
    async reset() {
      world.now = new Date();
      world.peer = '127.0.0.1';
      for (const table of [users, setupLinks, rateLimits]) await database.orm.delete(table);
    },
    restart(changed) {
      running.auth = build(changed);
    },
    async close() {
      await new Promise((closed) => server.close(closed).closeAllConnections());
      await database.close();
    },
  };
  return running;
}

function createBrowser(port: number, origin: string): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(method, path, body, headers = {}) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const writing = method === 'GET' ? {} : { 'x-draftsmith-csrf': '1', origin };
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const all: Headers = { host: new URL(origin).host, cookie: cookie || undefined, ...writing, ...json, ...headers };
      const reply = await exchange(port, method, path, all, body);
      for (const line of reply.setCookies) keep(cookies, line);
      return reply;
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';', 1);
  const [name = '', value = ''] = pair.split('=', 2);
  if (/max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

function exchange(port: number, method: string, path: string, headers: Headers, body: unknown): Promise<Reply> {
  const present = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers: present, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = incoming.headers['content-type']?.includes('json') && text;
        const setCookies = incoming.headers['set-cookie'] ?? [];
        const json: unknown = isJson ? JSON.parse(text) : undefined;
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, setCookies, text, json });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body));
  });
}
