import { createServer } from 'node:http';
import { closeAtOnce, listenOnLoopback } from '../loopback.ts';
import { createFaults, type FaultSwitches } from '../zendesk/api/faults.ts';
import { type CallLog, createCallLog } from './api/calls.ts';
import { createPartialFaults, type PartialFaults } from './api/partial-faults.ts';
import { NO_LIMITS, type RateLimits } from './api/rate-limits.ts';
import { createStalls } from './api/stalls.ts';
import { createApp } from './app.ts';
import { Portal, type PortalSettings } from './crm/portal.ts';
import { createSeed, SALES_PIPELINE, type Seed } from './crm/seed.ts';
import { UNCONFIRMED } from './facts.ts';
import { AccessTokens } from './oauth/access.ts';
import { type AppSettings, DEFAULT_APP } from './oauth/app.ts';
import { Authorizations } from './oauth/authorize.ts';
import { Grants } from './oauth/grants.ts';
import { createOAuthSwitches, type OAuthSwitches } from './oauth/switches.ts';
import { createCallOut } from './platform/call-out.ts';
import { type CardFetch, createCardFetch } from './platform/card-fetch.ts';
import { type ActionSwitches, WorkflowActions } from './platform/workflow-actions.ts';
import { createPortalActs, createPortalState, type PortalActs, type PortalState } from './portal-handle.ts';
import { createWebhooks, type WebhookSwitches } from './webhooks/webhooks.ts';

export interface HubSpotOptions {
  /** Accounts; one with id 12345678 when there are none. */
  portals?: readonly (Partial<PortalSettings> & { id: number })[];
  app?: Partial<AppSettings>;
  /** 0, the default, takes a free port. */
  port?: number;
  clock?: () => Date;
  /** None by default; `PUBLISHED_LIMITS` for HubSpot's. */
  limits?: Partial<RateLimits>;
  /** Waits before each retry of a webhook; `[0]` for tests. */
  webhookRetryDelaysMs?: readonly number[];
  /** HubSpot waits 5 s. */
  webhookTimeoutMs?: number;
  /** Waits before each retry of a workflow action, in place of `Retry-After` and the growing ones. */
  actionRetryDelaysMs?: readonly number[];
  /** Workflow actions carry v3 signatures as well; only v2 is documented. */
  actionsSignV3?: boolean;
}

/** One account. */
export interface PortalHandle {
  readonly id: number;
  readonly settings: PortalSettings;
  readonly seed: Seed;
  readonly acts: PortalActs;
  readonly state: PortalState;
  /** `hubspot.fetch` of a card, carried out and signed by the platform. The first owner asks unless told otherwise. */
  readonly cardFetch: CardFetch;
  readonly actions: ActionSwitches;
  /** A bearer of a static app: does not expire. All scopes of the app unless told otherwise. */
  staticToken(scopes?: readonly string[]): string;
}

export interface HubSpotSimulator {
  /** `http://127.0.0.1:PORT`: api.hubapi.com and app.hubspot.com in one. */
  readonly baseUrl: string;
  readonly app: AppSettings;
  readonly portals: readonly PortalHandle[];
  /** The account with the id; the first without. Throws when there is none. */
  portal(id?: number): PortalHandle;
  readonly oauth: OAuthSwitches;
  readonly faults: FaultSwitches;
  /** Some inputs of a batch fail with 207. */
  readonly partial: Pick<PartialFaults, 'set' | 'clear'>;
  /** The next answers (1 unless said) of matching requests begin and never end: a deadline must cover the body too. */
  stall(path: RegExp, times?: number): void;
  readonly calls: CallLog;
  readonly webhooks: WebhookSwitches;
  /** Calls of an origin go to another: `route('https://svc.example', 'http://127.0.0.1:3000')`; signed as the first. */
  route(origin: string, to: string): void;
  /** Resolves when no delivery is under way and no retry is waiting. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const DEFAULT_PORTAL: PortalSettings = {
  id: 12_345_678,
  name: 'Example',
  companyCurrency: 'USD',
  additionalCurrencies: [],
  timeZone: 'US/Eastern',
  uiDomain: 'app.hubspot.com',
  dataHostingLocation: 'na1',
  quotes: 'both',
  paymentProcessor: false,
  dealAmountFollowsLineItems: false,
  searchLagMs: 10_000,
  largestFile: UNCONFIRMED.largestFile,
};
const ENDLESS_SECONDS = 1e9;
const WEBHOOK_TIMEOUT_MS = 5_000;

/** Starts HubSpot on loopback. Throws `unavailable` when the port is taken. */
export async function startHubSpot(options: HubSpotOptions = {}): Promise<HubSpotSimulator> {
  const server = createServer();
  const baseUrl = await listenOnLoopback(server, options.port ?? 0);
  const platform = createPlatform(options);
  const { app, clock, callOut, webhooks, closed } = platform;
  const tokens = new AccessTokens(clock);
  const grants = new Grants(app, clock);
  const faults = createFaults();
  const partial = createPartialFaults();
  const stalls = createStalls();
  const calls = createCallLog((authorization) => tokens.portalOf(authorization));

  const accounts = (options.portals ?? [{ id: DEFAULT_PORTAL.id }]).map((given) =>
    openAccount(given, platform, tokens),
  );
  const find = (id: number) => accounts.find(({ portal }) => portal.id === id);
  const findPortal = (id: number) => find(id)?.portal;
  const authorizations = new Authorizations(grants, findPortal);

  const simulator: HubSpotSimulator = {
    baseUrl,
    app,
    portals: accounts.map(({ handle }) => handle),
    portal(id = accounts[0]?.portal.id ?? 0) {
      const found = find(id);
      if (!found) throw new Error(`No portal ${id}`);
      return found.handle;
    },
    oauth: createOAuthSwitches({ baseUrl, grants, tokens, authorizations }),
    faults: { set: faults.set, clear: faults.clear, list: faults.list },
    partial: { set: partial.set, clear: partial.clear },
    stall: stalls.set,
    calls: { all: calls.all, count: calls.count, byEndpoint: calls.byEndpoint, clear: calls.clear },
    webhooks: webhooks.switches,
    route: callOut.route,
    settled: webhooks.settled,
    async close() {
      closed.abort();
      webhooks.close();
      callOut.close();
      await closeAtOnce(server);
    },
  };
  const limits = { ...NO_LIMITS, ...options.limits };
  const portals = () => accounts.map(({ portal }) => portal);
  const actionsOf = (id: number) => find(id)?.actions;
  const api = { baseUrl, grants, tokens, authorizations, calls, partial, clock, limits, appId: app.appId };
  server.on(
    'request',
    createApp({
      ...api,
      faults: [faults.middleware, stalls.middleware],
      findPortal,
      portals,
      actionsOf,
      sim: simulator,
    }),
  );
  return simulator;
}

/** How HubSpot reaches out: webhooks, cards, workflow actions. */
function createPlatform(options: HubSpotOptions) {
  const app: AppSettings = { ...DEFAULT_APP, ...options.app };
  const clock = options.clock ?? (() => new Date());
  const callOut = createCallOut();
  const webhooks = createWebhooks({
    appId: app.appId,
    clientSecret: app.clientSecret,
    callOut,
    clock,
    timeoutMs: options.webhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
    retryDelaysMs: options.webhookRetryDelaysMs,
  });
  return { app, clock, callOut, webhooks, closed: new AbortController(), options };
}

function openAccount(
  given: Partial<PortalSettings> & { id: number },
  { app, clock, callOut, webhooks, closed, options }: ReturnType<typeof createPlatform>,
  tokens: AccessTokens,
): { portal: Portal; actions: WorkflowActions; handle: PortalHandle } {
  const settings = { ...DEFAULT_PORTAL, ...given };
  const portal = new Portal(settings, clock);
  const { id: portalId } = settings;
  const seed = createSeed(portal);
  seed.pipeline(SALES_PIPELINE);
  const firstOwner = seed.owner();
  portal.listeners.add((change) => webhooks.notice(portalId, change));
  const out = { portalId, clientSecret: app.clientSecret, clock, callOut };
  const actions = new WorkflowActions({
    ...out,
    retryDelaysMs: options.actionRetryDelaysMs,
    withV3: options.actionsSignV3 ?? false,
    closed: closed.signal,
  });
  const handle: PortalHandle = {
    id: portalId,
    settings,
    seed,
    acts: createPortalActs(portal),
    state: createPortalState(portal),
    actions,
    cardFetch: createCardFetch({ portalId, app, clock, callOut, defaultUser: () => firstOwner }),
    staticToken(scopes = app.requiredScopes) {
      return tokens.issue({ portalId, scopes, userId: firstOwner.userId, kind: 'static' }, ENDLESS_SECONDS);
    },
  };
  return { portal, actions, handle };
}
