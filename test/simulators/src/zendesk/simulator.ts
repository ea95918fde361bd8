import { createServer } from 'node:http';
import { closeAtOnce, listenOnLoopback } from '../loopback.ts';
import { type Actions, createActions } from './actions/actions.ts';
import { createRemovals } from './actions/removals.ts';
import { createFaults, type FaultSwitches } from './api/faults.ts';
import type { RateLimits } from './api/rate-limits.ts';
import { createApp } from './app.ts';
import { type ContentSwitches, createContentSwitches } from './content-switches.ts';
import { createAuthorizations } from './oauth/authorizations.ts';
import { createClients } from './oauth/clients.ts';
import { createOAuthSwitches, type OAuthSwitches } from './oauth/switches.ts';
import type { TokenContext } from './oauth/token-endpoint.ts';
import { TokenStore } from './oauth/token-store.ts';
import type { ZendeskSeed } from './seed.ts';
import { loadSeed } from './state/load-seed.ts';
import type { ZendeskStore } from './state/store.ts';
import { createStateView, type StateView } from './state/view.ts';
import { type CircuitLimits, ZENDESK_CIRCUIT } from './webhooks/circuit-breaker.ts';
import { createDeliverer, type Delivery } from './webhooks/deliver.ts';
import { createDeliveryLog } from './webhooks/delivery-log.ts';
import { createDispatcher } from './webhooks/dispatch.ts';
import { createHttpSender } from './webhooks/http-send.ts';
import { createWebhookSwitches, type WebhookSwitches } from './webhooks/switches.ts';

export interface SimulatorLogger {
  debug(message: string, fields?: Record<string, unknown>): void;
}

export interface ZendeskOptions {
  seed: ZendeskSeed;
  /** 0, the default, takes a free port. */
  port?: number;
  clock?: () => Date;
  /** Accepted as `Authorization: Bearer`; acts as the first admin of the seed. */
  token?: string;
  /** Also accept `Basic base64(email/token:apiToken)`, as accounts from before the end of API tokens do. */
  legacyBasic?: { email: string; apiToken: string };
  /** Waits before each webhook retry; `[0]` for tests. Replaces Retry-After as well. */
  webhookRetryDelaysMs?: readonly number[];
  /** Zendesk gives up after 10 to 12 s; sources differ. */
  webhookTimeoutMs?: number;
  limits?: Partial<RateLimits>;
  circuit?: Partial<CircuitLimits>;
  logger?: SimulatorLogger;
}

export interface ZendeskSimulator extends Actions {
  /** `http://127.0.0.1:PORT`; the API is below `/api/v2`. */
  readonly baseUrl: string;
  readonly token: string;
  readonly state: StateView;
  readonly faults: FaultSwitches;
  readonly webhooks: WebhookSwitches;
  readonly oauth: OAuthSwitches;
  readonly content: ContentSwitches;
  /** The token of a browser session: somebody signed in. It does not end, and no admin revokes it with a client's. */
  signIn(userId: number): string;
  /** Calls back with the ticket of every change; answers how to end it. */
  onTicketChange(listener: (ticketId: number) => void): () => void;
  /** Every attempt to deliver a webhook, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Resolves when no delivery is under way and no retry is waiting. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Accepted unless `token` says otherwise. */
export const DEFAULT_TOKEN = 'simulator-oauth-token';

const DEFAULT_LIMITS: RateLimits = {
  requestsPerMinute: 100_000,
  updatesPerMinute: 100_000,
  updatesPerTicket: 30,
  webhooks: 1_000,
};
const SESSION = { scopes: ['read', 'write'], expiresIn: null, refreshExpiresIn: null } as const;
const DEFAULT_WEBHOOK_TIMEOUT_MS = 10_000;

/** Starts a Zendesk account on loopback. Throws `unavailable` when the port is taken. */
export async function startZendesk(options: ZendeskOptions): Promise<ZendeskSimulator> {
  const server = createServer();
  const baseUrl = await listenOnLoopback(server, options.port ?? 0);
  const clock = options.clock ?? (() => new Date());
  const token = options.token ?? DEFAULT_TOKEN;
  const timeoutMs = options.webhookTimeoutMs ?? DEFAULT_WEBHOOK_TIMEOUT_MS;

  const store = loadSeed(options.seed, { baseUrl, clock });
  const log = createDeliveryLog();
  const sender = createHttpSender();
  const deliverer = createDeliverer({
    sender,
    clock,
    accountId: store.account.id,
    timeoutMs,
    retryDelaysMs: options.webhookRetryDelaysMs,
    circuit: { ...ZENDESK_CIRCUIT, ...options.circuit },
    onAttempt(delivery) {
      log.add(delivery);
      const { webhookId, invocationId, attempt, outcome, status } = delivery;
      options.logger?.debug('webhook attempt', { webhookId, invocationId, attempt, outcome, status });
    },
  });
  const dispatcher = createDispatcher(store, deliverer);
  const removals = createRemovals(store, dispatcher);
  const actions = createActions(store, dispatcher, removals);
  const faults = createFaults();
  const oauth = createOAuth(store, token);
  const oauthSwitches = createOAuthSwitches({ ...oauth, clock });
  const app = createApp({
    store,
    faults,
    actions,
    removals,
    dispatcher,
    deliverer,
    log,
    sender,
    timeoutMs,
    oauth,
    oauthSwitches,
    ...(options.legacyBasic ? { legacyBasic: options.legacyBasic } : {}),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
  });
  server.on('request', app);

  return {
    ...actions,
    baseUrl,
    token,
    state: createStateView(store),
    faults: { set: faults.set, clear: faults.clear, list: faults.list },
    webhooks: createWebhookSwitches(store, dispatcher),
    oauth: oauthSwitches,
    content: createContentSwitches(store),
    signIn: (userId) => oauth.tokens.issue({ clientId: null, userId, ...SESSION }).accessToken,
    onTicketChange: dispatcher.onChange,
    get deliveries() {
      return log.all();
    },
    settled: deliverer.settled,
    async close() {
      deliverer.close();
      sender.close();
      await closeAtOnce(server);
    },
  };
}

function createOAuth(store: ZendeskStore, staticToken: string): TokenContext {
  const clients = createClients(store);
  return {
    clients,
    authorizations: createAuthorizations(clients, store.clock),
    tokens: new TokenStore(store, staticToken),
    creatorId: store.defaultAgent()?.id ?? 0,
  };
}
