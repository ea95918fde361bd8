import { createServer } from 'node:http';
import { closeAtOnce, listenOnLoopback } from '../loopback.ts';
import { createFaults, type FaultSwitches } from '../zendesk/api/faults.ts';
import { type CallLog, createCallLog } from './api/calls.ts';
import { createPartialFaults, type PartialFaults } from './api/partial-faults.ts';
import { NO_LIMITS, type RateLimits } from './api/rate-limits.ts';
import { createApp } from './app.ts';
import { Portal, type PortalSettings } from './crm/portal.ts';
import { createSeed, SALES_PIPELINE, type Seed } from './crm/seed.ts';
import { UNCONFIRMED } from './facts.ts';
import { AccessTokens } from './oauth/access.ts';
import { type AppSettings, DEFAULT_APP } from './oauth/app.ts';
import { Grants } from './oauth/grants.ts';
import { createOAuthSwitches, type OAuthSwitches } from './oauth/switches.ts';
import { createPortalActs, createPortalState, type PortalActs, type PortalState } from './portal-handle.ts';

export interface HubSpotOptions {
  /** Accounts; one with id 12345678 when there are none. */
  portals?: readonly (Partial<PortalSettings> & { id: number })[];
  app?: Partial<AppSettings>;
  /** 0, the default, takes a free port. */
  port?: number;
  clock?: () => Date;
  /** None by default; `PUBLISHED_LIMITS` for HubSpot's. */
  limits?: Partial<RateLimits>;
}

/** One account. */
export interface PortalHandle {
  readonly id: number;
  readonly settings: PortalSettings;
  readonly seed: Seed;
  readonly acts: PortalActs;
  readonly state: PortalState;
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
  readonly calls: Omit<CallLog, 'middleware'>;
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

/** Starts HubSpot on loopback. Throws `unavailable` when the port is taken. */
export async function startHubSpot(options: HubSpotOptions = {}): Promise<HubSpotSimulator> {
  const server = createServer();
  const baseUrl = await listenOnLoopback(server, options.port ?? 0);
  const clock = options.clock ?? (() => new Date());
  const appSettings: AppSettings = { ...DEFAULT_APP, ...options.app };
  const tokens = new AccessTokens(clock);
  const grants = new Grants(appSettings, clock);
  const faults = createFaults();
  const partial = createPartialFaults();
  const calls = createCallLog((authorization) => tokens.portalOf(authorization));

  const portals = (options.portals ?? [{ id: DEFAULT_PORTAL.id }]).map((given) =>
    openPortal(given, { clock, tokens, app: appSettings }),
  );
  const findPortal = (id: number) => portals.find((one) => one.portal.id === id)?.portal;
  const app = createApp({
    baseUrl,
    grants,
    tokens,
    calls,
    faults,
    partial,
    clock,
    findPortal,
    appId: appSettings.appId,
    limits: { ...NO_LIMITS, ...options.limits },
  });
  server.on('request', app);

  return {
    baseUrl,
    app: appSettings,
    portals: portals.map(({ handle }) => handle),
    portal(id) {
      const found = id === undefined ? portals[0] : portals.find((one) => one.portal.id === id);
      if (!found) throw new Error(`No portal ${id}`);
      return found.handle;
    },
    oauth: createOAuthSwitches({ baseUrl, grants, tokens }),
    faults: { set: faults.set, clear: faults.clear, list: faults.list },
    partial: { set: partial.set, clear: partial.clear },
    calls: { all: calls.all, count: calls.count, byEndpoint: calls.byEndpoint, clear: calls.clear },
    close: () => closeAtOnce(server),
  };
}

function openPortal(
  given: Partial<PortalSettings> & { id: number },
  { clock, tokens, app }: { clock: () => Date; tokens: AccessTokens; app: AppSettings },
): { portal: Portal; handle: PortalHandle } {
  const settings = { ...DEFAULT_PORTAL, ...given };
  const portal = new Portal(settings, clock);
  const seed = createSeed(portal);
  seed.pipeline(SALES_PIPELINE);
  seed.owner();
  const handle: PortalHandle = {
    id: settings.id,
    settings,
    seed,
    acts: createPortalActs(portal),
    state: createPortalState(portal),
    staticToken(scopes = app.requiredScopes) {
      const userId = portal.owners[0]?.userId ?? 1;
      return tokens.issue({ portalId: settings.id, scopes, userId, kind: 'static' }, ENDLESS_SECONDS);
    },
  };
  return { portal, handle };
}
