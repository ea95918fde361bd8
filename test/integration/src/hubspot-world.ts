import type { ProposalSettings, ProposalSettingsView } from '@draftsmith/contracts';
import { DEFAULT_PROPOSAL_SETTINGS } from '@draftsmith/contracts';
import type { TestBackend } from '@draftsmith/database/testing';
import { type RunningServer, readServerSettings, startServer } from '@draftsmith/server';
import { type HubSpotOptions, type HubSpotSimulator, startHubSpot } from '@draftsmith/simulators/hubspot';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { type ChildServer, startChild } from './child-server.ts';
import { type Gate, openGate } from './gate.ts';
import { openStorage, type Storage } from './harness.ts';
import { type Admin, signInAsAdmin } from './hubspot-admin.ts';
import { uploadedApp } from './hubspot-app.ts';
import { type CardOptions, cardOn, type DealCard } from './hubspot-card.ts';
import { captureLog, type LogCapture } from './log-capture.ts';

export interface HubSpotWorldOptions {
  backend: TestBackend;
  portals?: readonly number[];
  /** As DRAFTSMITH_ROUTES; the suite's own words by default. */
  routes?: string;
  reply?: NonNullable<Parameters<typeof startModels>[0]>['reply'];
  hubspot?: Omit<HubSpotOptions, 'portals'>;
}

/** HubSpot accounts, a model and storage, which outlive the server's processes. Whoever opens it closes it. */
export interface HubSpotWorld {
  hubspot: HubSpotSimulator;
  models: ModelServer;
  /** Between the server and HubSpot's API. */
  gate: Gate;
  storage: Storage;
  log: LogCapture;
  /** A server in this process. One at a time; `close` stops it. */
  serve(): Promise<HubSpotServer>;
  /** A server as a process that can be killed. */
  spawn(): Promise<ChildServer>;
  close(): Promise<void>;
}

export interface HubSpotServer {
  /** By which HubSpot calls it. */
  url: string;
  admin: Admin;
  card(portalId: number, dealId: string, options?: CardOptions): DealCard;
  /** Connects by consent, as the console does, and waits until all is set up. */
  connect(portalId: number): Promise<void>;
  decide(portalId: number, settings: Partial<ProposalSettings>): Promise<void>;
  stop(): Promise<void>;
}

export const PORTAL = 101;

export async function openHubSpotWorld(options: HubSpotWorldOptions): Promise<HubSpotWorld> {
  const cleanup = new AsyncDisposableStack();
  try {
    const redirectUrls: string[] = [];
    const { subscriptions: _, ...scopes } = uploadedApp();
    const hubspot = await startHubSpot({
      webhookRetryDelaysMs: [0],
      actionRetryDelaysMs: [0],
      ...options.hubspot,
      app: { ...scopes, ...options.hubspot?.app, redirectUrls },
      portals: (options.portals ?? [PORTAL]).map((id) => ({ id, name: `Account ${id}` })),
    });
    cleanup.defer(() => hubspot.close());
    // As every account that may make quotes has one.
    for (const { seed } of hubspot.portals) seed.quoteTemplate('Standard', 'cpq_template');
    const models = await startModels(options.reply ? { reply: options.reply } : {});
    cleanup.defer(() => models.close());
    const gate = await openGate(hubspot.baseUrl);
    cleanup.defer(() => gate.close());
    const storage = await openStorage(options.backend);
    cleanup.defer(() => storage.close());
    const log = captureLog();
    const { clientId, clientSecret, appId } = hubspot.app;
    const raw = {
      ...storage.raw,
      ...{ PORT: '0', DRAFTSMITH_ROUTES: options.routes ?? 'offline' },
      ...{ OPENAI_API_KEY: 'sk-simulated', OPENAI_BASE_URL: `${models.baseUrl}/v1` },
      ...{ HUBSPOT_BASE_URL: gate.baseUrl, HUBSPOT_AUTHORIZE_URL: hubspot.baseUrl },
      ...{ HUBSPOT_CLIENT_ID: clientId, HUBSPOT_CLIENT_SECRET: clientSecret, HUBSPOT_APP_ID: String(appId) },
    };
    return {
      ...{ hubspot, models, gate, storage, log },
      async serve() {
        const settings = readServerSettings(raw);
        const server = await startServer({ settings, raw, logger: log.logger, retryDelaySeconds: 0 });
        const stop = onlyOnce(() => server.stop());
        cleanup.defer(stop);
        redirectUrls.splice(0, Infinity, `${server.url}/connect/callback`);
        return serverOf(hubspot, server, stop);
      },
      async spawn() {
        const child = await startChild(raw);
        cleanup.defer(() => child.kill());
        // The address is signed: only the server's own name for itself will do.
        return { ...child, url: child.url.replace('//127.0.0.1:', '//localhost:') };
      },
      close: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

async function serverOf(
  hubspot: HubSpotSimulator,
  { url = '', setupLink }: RunningServer,
  stop: () => Promise<void>,
): Promise<HubSpotServer> {
  const admin = await signInAsAdmin(url, setupLink);
  return {
    ...{ url, admin, stop },
    card: (portalId, dealId, options) => cardOn(hubspot.portal(portalId), url, dealId, options),
    async connect(portalId) {
      const { url: consent } = await admin.send<{ url: string }>('POST', '/api/connections/hubspot/authorize', {
        ...{ given: {}, way: 'oauth' },
      });
      await admin.visit(hubspot.oauth.allow(consent, portalId));
      const at = `/api/connections/hubspot/${portalId}/steps`;
      await admin.send('POST', at, {});
      await admin.until<{ steps: { step: string; state: string }[] }>(at, ({ steps }) =>
        // A draft is tried by a person.
        steps.every(({ step, state }) => step === 'draft' || state === 'done'),
      );
    },
    async decide(portalId, settings) {
      const views = await admin.send<ProposalSettingsView[]>('GET', '/api/proposals/settings');
      const before = views.find(({ account }) => account === String(portalId));
      await admin.send('PUT', `/api/proposals/hubspot/${portalId}/settings`, {
        settings: { ...DEFAULT_PROPOSAL_SETTINGS, company: 'Larkspur Systems', ...before?.settings, ...settings },
        revision: before?.revision ?? 0,
      });
    },
  };
}

function onlyOnce(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
