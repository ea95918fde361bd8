import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { ensureConsole } from '@draftsmith/console/build';
import { createLogger } from '@draftsmith/logger/winston';
import { readServerSettings, startServer } from '@draftsmith/server';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { startZendesk, type ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { launchOptions } from './chromium.ts';
import { CLIENT, MODEL_ANSWER, storySeed } from './zendesk-story-account.ts';

/** A server on its first start, a simulated account and model, and a browser: all that the story needs. */
export interface StoryStage extends AsyncDisposable {
  zendesk: ZendeskSimulator;
  models: ModelServer;
  /** Of the server. */
  url: string;
  setupLink: string;
  dataDir: string;
  /** A new window, as somebody's own browser. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** What pages complained of, in all windows. */
  problems: string[];
  /** Everything that the server logged. */
  log(): string;
  /** Lets time pass in Zendesk: people read before they answer. */
  later(ms: number): void;
  stopServer(): Promise<void>;
}

export async function startStory(): Promise<StoryStage> {
  const cleanup = new AsyncDisposableStack();
  try {
    let passed = 0;
    const clock = () => new Date(Date.now() + passed);
    const zendesk = await startZendesk({ seed: storySeed(), webhookRetryDelaysMs: [0], clock });
    cleanup.defer(() => zendesk.close());
    const models = await startModels({ reply: () => MODEL_ANSWER });
    cleanup.defer(() => models.close());
    const dataDir = await mkdtemp(join(tmpdir(), 'draftsmith-story-'));
    cleanup.defer(() => rm(dataDir, { recursive: true, force: true }));
    const { server, log } = await startLoggedServer({
      ...{ PORT: '0', DRAFTSMITH_DATA: dataDir, ZENDESK_BASE_URL: zendesk.baseUrl },
      ...{ DRAFTSMITH_ROUTES: 'openai/gpt-5-mini', OPENAI_API_KEY: 'sk-simulated' },
      OPENAI_BASE_URL: `${models.baseUrl}/v1`,
    });
    let stopping: Promise<void> | undefined;
    const stopServer = () => {
      stopping ??= server.stop();
      return stopping;
    };
    cleanup.defer(stopServer);
    const { url = '', setupLink } = server;
    zendesk.oauth.registerClient({ ...CLIENT, redirectUris: [`${url}/connect/callback`] });
    const browser = await chromium.launch(launchOptions);
    cleanup.defer(() => browser.close());
    const problems: string[] = [];
    return {
      ...{ zendesk, models, url, setupLink: setupLink ?? '', dataDir, problems, log, stopServer },
      open: (options) => openWindow(browser, problems, options),
      later: (ms) => {
        passed += ms;
      },
      [Symbol.asyncDispose]: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

export async function startLoggedServer(raw: Record<string, string>) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  const server = await startServer({
    ...{ settings: readServerSettings(raw), raw, retryDelaySeconds: 0, buildConsole: ensureConsole },
    logger: createLogger({ level: 'debug', stream }),
  });
  return { server, log: () => written.join('') };
}

export async function openWindow(
  browser: Browser,
  problems: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 1440, height: 1000 }, locale: 'en-GB', reducedMotion: 'reduce' },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) problems.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  return page;
}
