import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type {
  Answer,
  ProposalOperation,
  ProposalRequest,
  ProposalVersionView,
  ProposalView,
} from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { openTestDatabase, type TestBackend } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import { type HubSpotOptions, type HubSpotSimulator, startHubSpot } from '@draftsmith/simulators/hubspot';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { readServerSettings } from '../settings.ts';
import { type RunningServer, startServer } from '../start-server.ts';

/** By which HubSpot calls us; its requests end on loopback. */
export const PUBLIC_URL = 'https://drafts.example.com';
export const PORTAL = 101;

/** Milliseconds between two looks: a card looks every two seconds, a test has less patience. */
const POLL_EVERY = 100;

type Asked = ProposalRequest extends infer One
  ? One extends { requestId: string }
    ? Omit<One, 'requestId'>
    : never
  : never;

/** The card of a rep on a deal, through HubSpot. */
export interface Card {
  view(): Promise<Answer<ProposalView>>;
  start(asked: Asked, requestId?: string): Promise<Answer<ProposalOperation>>;
  /** Resolves when the operation has ended. */
  done(asked: Asked): Promise<ProposalOperation>;
  version(number: number): Promise<Answer<ProposalVersionView>>;
  send(method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; body: unknown }>;
}

export interface DealServer {
  url: string;
  hubspot: HubSpotSimulator;
  models: ModelServer;
  server: RunningServer;
  card(dealId: string, userId?: number): Card;
  /** A second connection; PostgreSQL only. */
  database: Database | undefined;
  close(): Promise<void>;
}

export interface DealServerOptions {
  backend: TestBackend;
  routes?: string;
  reply?: NonNullable<Parameters<typeof startModels>[0]>['reply'];
  hubspot?: HubSpotOptions;
  /** False: nothing is connected yet. */
  connected?: boolean;
}

/** A real server with a simulated account and models. */
export async function startDealServer(options: DealServerOptions): Promise<DealServer> {
  const { backend, routes = 'offline', reply, connected = true } = options;
  const cleanup = new AsyncDisposableStack();
  try {
    const hubspot = await startHubSpot({
      portals: [{ id: PORTAL }],
      webhookRetryDelaysMs: [0],
      ...options.hubspot,
      app: { redirectUrls: [`${PUBLIC_URL}/connect/callback`], ...options.hubspot?.app },
    });
    cleanup.defer(() => hubspot.close());
    const models = await startModels(reply ? { reply } : {});
    cleanup.defer(() => models.close());
    const folder = await mkdtemp(join(tmpdir(), 'draftsmith-deals-'));
    cleanup.defer(() => rm(folder, { recursive: true, force: true }));
    const shared = backend === 'postgres' ? await openTestDatabase('postgres') : undefined;
    if (shared) cleanup.defer(() => shared.close());
    const { clientId, clientSecret, appId } = hubspot.app;
    const raw = {
      ...{ PORT: '0', DRAFTSMITH_DATA: folder, DRAFTSMITH_ROUTES: routes, DRAFTSMITH_URL: PUBLIC_URL },
      ...(shared?.url && { DATABASE_URL: shared.url }),
      ...{ OPENAI_API_KEY: 'sk-simulated', OPENAI_BASE_URL: `${models.baseUrl}/v1` },
      ...{ HUBSPOT_BASE_URL: hubspot.baseUrl, HUBSPOT_AUTHORIZE_URL: hubspot.baseUrl },
      ...{ HUBSPOT_CLIENT_ID: clientId, HUBSPOT_CLIENT_SECRET: clientSecret, HUBSPOT_APP_ID: String(appId) },
      ...(connected && {
        HUBSPOT_PORTAL_ID: String(PORTAL),
        HUBSPOT_ACCESS_TOKEN: hubspot.portal(PORTAL).staticToken(),
      }),
    };
    const settings = readServerSettings(raw);
    const server = await startServer({ settings, raw, logger: silentLogger, retryDelaySeconds: 0 });
    cleanup.defer(() => server.stop());
    const url = loopbackOf(server.port);
    hubspot.route(PUBLIC_URL, url);
    return {
      ...{ url, hubspot, models, server, database: shared },
      card: (dealId, userId) => cardOf(hubspot, dealId, userId),
      close: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

const loopbackOf = (port: number | undefined) => `http://127.0.0.1:${port}`;

function cardOf(hubspot: HubSpotSimulator, dealId: string, userId?: number): Card {
  const send: Card['send'] = async (method, path, body) => {
    const response = await hubspot
      .portal(PORTAL)
      .cardFetch(
        `${PUBLIC_URL}/proposals/hubspot/deals/${dealId}/${path}`,
        { method, ...(body && { body: { ...body } }) },
        ...(userId === undefined ? [] : [{ userId, email: `user-${userId}@example.com` }]),
      );
    return { status: response.status, body: response.body };
  };
  const ask = async <T>(method: 'GET' | 'POST', path: string, body?: object) =>
    (await send(method, path, body)).body as Answer<T>;
  const card: Card = {
    send,
    view: () => ask('GET', 'view'),
    start: (asked, requestId = randomUUID()) => ask('POST', 'operations', { requestId, ...asked }),
    version: (number) => ask('GET', `versions/${number}`),
    async done(asked) {
      let answer = await card.start(asked);
      // Bounded by the test's own time.
      while (answer.ok && answer.value.state === 'running') {
        await pauseFor(POLL_EVERY);
        answer = await ask('GET', `operations/${answer.value.id}`);
      }
      if (!answer.ok) throw new Error(`${answer.problem.code}: ${answer.problem.message}`);
      return answer.value;
    },
  };
  return card;
}
