import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { AssistOperation, AssistRequest, AssistView } from '@draftsmith/contracts';
import { type Database, openDatabase } from '@draftsmith/database';
import { openTestDatabase, type TestBackend } from '@draftsmith/database/testing';
import { secretNames } from '@draftsmith/installations';
import { silentLogger } from '@draftsmith/logger';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { startZendesk, type ZendeskSeed, type ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { SignJWT } from 'jose';
import { openSealing } from '../secrets/open-sealing.ts';
import { readServerSettings } from '../settings.ts';
import { type RunningServer, startServer } from '../start-server.ts';

/** Milliseconds between two looks, as an app would: without a pause a slow machine meets the limit of an agent's requests. */
const POLL_EVERY = 100;

/** The app of one installation, played over HTTP. */
export const SECRET = 'the secret of the app beside the ticket';

export interface Claims {
  iss?: string;
  sub?: string;
  /** Seconds from now. */
  expiresIn?: number;
  secret?: string;
  alg?: string;
}

export async function tokenFor({
  iss = 'acme',
  sub = '12',
  expiresIn = 60,
  secret = SECRET,
  alg = 'HS256',
}: Claims = {}) {
  return new SignJWT()
    .setProtectedHeader({ alg })
    .setIssuer(iss)
    .setSubject(sub)
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
    .sign(new TextEncoder().encode(secret));
}

export interface AppReply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any;
}

export interface AppServer {
  url: string;
  zendesk: ZendeskSimulator;
  models: ModelServer;
  server: RunningServer;
  send(method: string, path: string, body?: unknown, token?: string | null): Promise<AppReply>;
  /** The app of an agent beside a ticket. */
  app(agent: number, ticket: number): App;
  /** A second connection; PostgreSQL only. */
  database: Database | undefined;
  close(): Promise<void>;
}

export interface App {
  view(): Promise<AssistView>;
  start(revise: AssistRequest['revise'], more?: Partial<AssistRequest>): Promise<AppReply>;
  /** Resolves when the operation has ended. */
  done(revise: AssistRequest['revise'], more?: Partial<AssistRequest>): Promise<AssistOperation>;
  ended(id: string): Promise<AssistOperation>;
  send(method: string, path: string, body?: unknown): Promise<AppReply>;
}

export interface AppServerOptions {
  backend: TestBackend;
  seed: ZendeskSeed;
  routes?: string;
  reply?: NonNullable<Parameters<typeof startModels>[0]>['reply'];
}

/** A real server with a simulated account and models, and the app's secret in its store. */
export async function startAppServer({
  backend,
  seed,
  routes = 'offline',
  reply,
}: AppServerOptions): Promise<AppServer> {
  const cleanup = new AsyncDisposableStack();
  try {
    const zendesk = await startZendesk({ seed });
    cleanup.defer(() => zendesk.close());
    const models = await startModels(reply ? { reply } : {});
    cleanup.defer(() => models.close());
    const folder = await mkdtemp(join(tmpdir(), 'draftsmith-assist-'));
    cleanup.defer(() => rm(folder, { recursive: true, force: true }));
    const shared = backend === 'postgres' ? await openTestDatabase('postgres') : undefined;
    if (shared) cleanup.defer(() => shared.close());
    const raw = {
      ...{ PORT: '0', DRAFTSMITH_DATA: folder, DRAFTSMITH_ROUTES: routes },
      ...(shared?.url && { DATABASE_URL: shared.url }),
      ...{ OPENAI_API_KEY: 'sk-simulated', OPENAI_BASE_URL: `${models.baseUrl}/v1` },
      ...{ ZENDESK_SUBDOMAIN: 'acme', ZENDESK_BASE_URL: zendesk.baseUrl, ZENDESK_OAUTH_TOKEN: zendesk.token },
      ZENDESK_WEBHOOK_SECRET: 'unused',
      // Else the first calls, before an answer tells the limits, keep to those of the smallest plan.
      ...{ ZENDESK_REQUESTS_PER_MINUTE: '100000', ZENDESK_UPDATES_PER_MINUTE: '100000' },
    };
    const settings = readServerSettings(raw);
    await storeSecret(shared ?? (await openDatabase({ dataDir: folder })), settings, shared === undefined);
    const server = await startServer({ settings, raw, logger: silentLogger, retryDelaySeconds: 0 });
    cleanup.defer(() => server.stop());
    const url = (server.url ?? '').replace('//localhost:', '//127.0.0.1:');
    const send = sender(url);
    return {
      ...{ url, zendesk, models, server, send, database: shared },
      app: (agent, ticket) => appOf(send, agent, ticket),
      close: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

async function storeSecret(
  database: Database,
  settings: ReturnType<typeof readServerSettings>,
  isOurs: boolean,
): Promise<void> {
  const { secrets } = await openSealing(settings, database.orm, new Date());
  await secrets.put(secretNames({ connector: 'zendesk', account: 'acme' }).sidebar, SECRET);
  if (isOurs) await database.close();
}

function sender(url: string): AppServer['send'] {
  return async (method, path, body, token) => {
    const authorization = token === null ? undefined : `Bearer ${token ?? (await tokenFor())}`;
    const response = await fetch(`${url}/assist/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
}

function appOf(send: AppServer['send'], agent: number, ticket: number): App {
  const call = async (method: string, path: string, body?: unknown) =>
    send(method, `zendesk/acme/tickets/${ticket}/${path}`, body, await tokenFor({ sub: String(agent) }));
  const app: App = {
    send: call,
    view: async () => (await call('GET', 'view')).body,
    start: (revise, more = {}) => call('POST', 'operations', { requestId: randomUUID(), revise, ...more }),
    async ended(id) {
      // Bounded by the test's own time; nothing waits longer than the work takes.
      for (;;) {
        const { body } = await call('GET', `operations/${id}`);
        if (body.state !== 'running') return body;
        await pauseFor(POLL_EVERY);
      }
    },
    async done(revise, more) {
      const { body } = await app.start(revise, more);
      return app.ended(body.id);
    },
  };
  return app;
}
