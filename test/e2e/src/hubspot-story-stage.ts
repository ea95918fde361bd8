import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageProject } from '@draftsmith/hubspot-project';
import { type HubSpotSimulator, type PortalHandle, startHubSpot } from '@draftsmith/simulators/hubspot';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.ts';
import { PORTAL, SERVICE_URL, writes } from './hubspot-story-account.ts';
import { freePort } from './start-demo.ts';
import { openWindow, startLoggedServer } from './zendesk-story-stage.ts';

/** A server on its first start, HubSpot with our app uploaded, a model and a browser: all that the story needs. */
export interface HubSpotStage extends AsyncDisposable {
  hubspot: HubSpotSimulator;
  portal: PortalHandle;
  models: ModelServer;
  /** What the model says from now on. */
  model: { lies: boolean };
  url: string;
  setupLink: string;
  dataDir: string;
  open(options?: BrowserContextOptions): Promise<Page>;
  /** What pages complained of. */
  problems: string[];
  log(): string;
  /** Stops the server and starts it again, as an operator does, with other routes to models. */
  restart(routes: string): Promise<void>;
  stopServer(): Promise<void>;
}

export async function startHubSpotStory(): Promise<HubSpotStage> {
  const cleanup = new AsyncDisposableStack();
  try {
    const folder = await mkdtemp(join(tmpdir(), 'draftsmith-story-'));
    cleanup.defer(() => rm(folder, { recursive: true, force: true }));
    const dataDir = join(folder, 'data');
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const hubspot = await startHubSpot({
      portals: [{ id: PORTAL, name: 'Larkspur', quotes: 'cpq' }],
      webhookRetryDelaysMs: [0],
      app: { ...(await uploadedApp(join(folder, 'project'))), redirectUrls: [`${url}/connect/callback`] },
    });
    cleanup.defer(() => hubspot.close());
    const portal = hubspot.portal(PORTAL);
    portal.seed.quoteTemplate('Standard', 'cpq_template');
    const model = { lies: false };
    const models = await startModels({ reply: (request) => writes(request, model.lies) });
    cleanup.defer(() => models.close());
    const { clientId, clientSecret, appId } = hubspot.app;
    const settings = {
      ...{ PORT: String(port), DRAFTSMITH_DATA: dataDir },
      ...{ OPENAI_API_KEY: 'sk-simulated', OPENAI_BASE_URL: `${models.baseUrl}/v1` },
      ...{ HUBSPOT_BASE_URL: hubspot.baseUrl, HUBSPOT_AUTHORIZE_URL: hubspot.baseUrl },
      ...{ HUBSPOT_CLIENT_ID: clientId, HUBSPOT_CLIENT_SECRET: clientSecret, HUBSPOT_APP_ID: String(appId) },
    };
    const logs: (() => string)[] = [];
    const start = async (routes: string) => {
      const { server, log } = await startLoggedServer({ ...settings, DRAFTSMITH_ROUTES: routes });
      logs.push(log);
      return server;
    };
    let running: Awaited<ReturnType<typeof start>> | undefined = await start('openai/gpt-5-mini');
    const setupLink = running.setupLink ?? '';
    const stopServer = async () => {
      const before = running;
      running = undefined;
      await before?.stop();
    };
    cleanup.defer(stopServer);
    const browser = await chromium.launch(launchOptions);
    cleanup.defer(() => browser.close());
    const problems: string[] = [];
    return {
      ...{ hubspot, portal, models, model, url, setupLink, dataDir, problems, stopServer },
      open: (options) => openWindow(browser, problems, options),
      log: () => logs.map((log) => log()).join(''),
      async restart(routes) {
        await stopServer();
        running = await start(routes);
      },
      [Symbol.asyncDispose]: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

/** The scopes of the app, as the project that an admin uploads has them. */
async function uploadedApp(outDir: string) {
  const { files } = await packageProject({ outDir, serviceUrl: SERVICE_URL });
  const app = files.find(({ path }) => path.endsWith('app-hsmeta.json'));
  const { requiredScopes, optionalScopes } = (JSON.parse(app?.text ?? '') as Hsmeta).config.auth;
  return { requiredScopes, optionalScopes };
}

interface Hsmeta {
  config: { auth: { requiredScopes: string[]; optionalScopes: string[] } };
}
