import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorkspace } from '@draftsmith/simulators/zaf';
import { startZendesk, type ZendeskSeed, type ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { buildPackage, writeFolder } from '@draftsmith/zendesk-sidebar';
import { createFakeAssist, type FakeAssist } from '@draftsmith/zendesk-sidebar/fake-assist';
import { VIEW } from '@draftsmith/zendesk-sidebar/samples';

export const TICKET = 1001;
export const OTHER_TICKET = 1002;
const AGENT = 501;
const KEY = 'shared-key-of-the-tests';

/** The built app beside a ticket of a simulated account, with an assist server that tests steer. */
export interface SidebarStage {
  zendesk: ZendeskSimulator;
  assist: FakeAssist;
  /** The workspace's page. */
  url(view?: { theme?: 'light' | 'dark'; locale?: string; width?: number }): string;
  /** Starts the assist server's story anew. */
  reset(view?: typeof VIEW): void;
  stop(): Promise<void>;
}

export async function startSidebarStage(): Promise<SidebarStage> {
  const cleanup = new AsyncDisposableStack();
  const stage = { assist: createFakeAssist(VIEW) };
  const server = await listen((request, body) => answer(stage.assist, request, body));
  cleanup.defer(() => close(server));
  const backend = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const appDir = await mkdtemp(join(tmpdir(), 'draftsmith-sidebar-'));
  cleanup.defer(() => rm(appDir, { recursive: true, force: true }));
  await writeFolder((await buildPackage(new URL(backend))).files, appDir);
  const zendesk = await startZendesk({ seed: seed() });
  cleanup.defer(() => zendesk.close());
  const settings = { backend_url: backend, shared_secret: KEY };
  const workspace = await startWorkspace({ zendesk, appDir, settings, agentId: AGENT, requestsPerMinute: 1_000 });
  cleanup.defer(() => workspace.stop());
  return {
    zendesk,
    get assist() {
      return stage.assist;
    },
    url: (view) => workspace.url(TICKET, view),
    reset: (view = VIEW) => {
      stage.assist = createFakeAssist(view);
      stage.assist.quick = true;
    },
    stop: () => cleanup.disposeAsync(),
  };
}

/** Only what Zendesk signed with the shared key, for this account and agent, is answered. */
function answer(assist: FakeAssist, request: IncomingMessage, body: string) {
  const { method = '', url = '' } = request;
  if (!isSigned(request.headers.authorization)) return { status: 401, body: { message: 'Not signed.', code: 'auth' } };
  return assist.handle(method, url, body === '' ? undefined : JSON.parse(body));
}

function isSigned(authorization = ''): boolean {
  const [head, claims = '', signature] = authorization.replace(/^Bearer /, '').split('.');
  const wanted = createHmac('sha256', KEY).update(`${head}.${claims}`).digest('base64url');
  if (signature !== wanted) return false;
  const { iss, sub, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  return iss === 'acme' && sub === String(AGENT) && Number(exp) * 1000 > Date.now();
}

function listen(
  reply: (request: IncomingMessage, body: string) => { status: number; body?: unknown },
): Promise<Server> {
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { status, body: answered } = reply(request, body);
      // Nothing at all, as of a server that is gone.
      if (status === 0) return void request.socket.destroy();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(answered === undefined ? undefined : JSON.stringify(answered));
    });
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

function seed(): ZendeskSeed {
  const asks = (body: string) => [{ authorId: 601, public: true, body, createdAt: '2026-11-22T09:58:00Z' }];
  const ticket = { requesterId: 601, assigneeId: AGENT, status: 'open', channel: 'email' } as const;
  return {
    account: { id: 1, subdomain: 'acme', name: 'Acme', locale: 'en-US' },
    brand: { id: 2, name: 'Acme Lamps' },
    groups: [],
    forms: [],
    organizations: [],
    users: [
      { id: AGENT, name: 'Maria', email: 'maria@example.com', role: 'agent', locale: 'en-US' },
      { id: 502, name: 'Oleg', email: 'oleg@example.com', role: 'agent', locale: 'ru' },
      { id: 601, name: 'Ann', email: 'ann@example.org', role: 'end-user', locale: 'en-US' },
    ],
    articles: [],
    macros: [],
    tickets: [
      {
        ...ticket,
        id: TICKET,
        subject: 'The lamp does not fit',
        comments: asks('Hello, the lamp is too big for our shelf. Can I send it back, and when do I get my money?'),
      },
      { ...ticket, id: OTHER_TICKET, subject: 'Another question', comments: asks('Do you sell shades, too?') },
    ],
  };
}
