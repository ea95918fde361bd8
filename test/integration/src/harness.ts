import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_RULES, type DraftingRules } from '@draftsmith/contracts';
import { type Database, openDatabase } from '@draftsmith/database';
import { openTestDatabase, type TestBackend, testBackends } from '@draftsmith/database/testing';
import { createRules } from '@draftsmith/rules';
import { type RunningServer, readServerSettings, startServer } from '@draftsmith/server';
import type { RawSettings } from '@draftsmith/settings';
import type { ModelServer } from '@draftsmith/simulators/models';
import {
  startZendesk,
  type ZendeskOptions,
  type ZendeskSeed,
  type ZendeskSimulator,
} from '@draftsmith/simulators/zendesk';
import { type ConnectedAccount, connectAccount } from './connect-account.ts';
import { type Gate, openGate } from './gate.ts';
import { captureLog, endsJob, type LogCapture } from './log-capture.ts';
import { type Outcomes, watchOutcomes } from './outcomes.ts';
import { PATIENT, SUBDOMAIN } from './seed.ts';

/** For what does not depend on storage: PostgreSQL where there is one, because it starts in half the time. */
export const ANY_BACKEND: TestBackend = testBackends.at(-1) ?? 'pglite';

export interface HarnessOptions {
  backend: TestBackend;
  seed: ZendeskSeed;
  /** OpenAI, Anthropic and the local server at once; `routes` says which of them are asked. */
  models?: ModelServer;
  /** As DRAFTSMITH_ROUTES; the offline drafter alone by default, so that no test depends on keys of this machine. */
  routes?: string;
  /** What the account's admin decided before the server started. */
  rules?: Partial<DraftingRules>;
  /** Further settings of the server. */
  raw?: RawSettings;
  zendesk?: Partial<ZendeskOptions>;
}

/** A real server connected to a simulated account. Whoever starts it closes it. */
export interface Harness {
  zendesk: ZendeskSimulator;
  /** Between the server and Zendesk's API. */
  gate: Gate;
  server: RunningServer;
  account: ConnectedAccount;
  log: LogCapture;
  outcomes: Outcomes;
  /** Resolves when so many jobs have ended since the start, with whatever outcome. */
  jobsEnded(count: number): Promise<void>;
  /** Stops the server, if it still runs, and opens what it stored. */
  database(): Promise<Database>;
  close(): Promise<void>;
}

/** Starts simulator and server on free ports and lets the account's webhook point to the server. */
export async function startHarness(options: HarnessOptions): Promise<Harness> {
  const cleanup = new AsyncDisposableStack();
  try {
    const zendesk = await startZendesk({
      seed: options.seed,
      webhookRetryDelaysMs: [0],
      ...PATIENT,
      ...options.zendesk,
    });
    cleanup.defer(() => zendesk.close());
    const gate = await openGate(zendesk.baseUrl);
    cleanup.defer(() => gate.close());
    const account = await connectAccount(zendesk);
    const storage = await openStorage(options.backend);
    cleanup.defer(() => storage.close());
    if (options.rules) await saveRules(storage, options.rules);
    const log = captureLog();
    const raw = {
      ...storage.raw,
      ...accountSettings({ token: zendesk.token, baseUrl: gate.baseUrl }, account),
      ...modelSettings(options.models),
      DRAFTSMITH_ROUTES: options.routes ?? 'offline',
      ...options.raw,
    };
    const server = await startServer({
      settings: readServerSettings(raw),
      raw,
      logger: log.logger,
      retryDelaySeconds: 0,
    });
    const stop = once(() => server.stop());
    cleanup.defer(stop);
    if (server.url) await account.pointTo(server.url);
    return {
      zendesk,
      gate,
      server,
      account,
      log,
      outcomes: watchOutcomes(server),
      async jobsEnded(count) {
        await log.until(endsJob, count);
      },
      async database() {
        await stop();
        return storage.open();
      },
      close: () => cleanup.disposeAsync(),
    };
  } catch (error) {
    await cleanup.disposeAsync();
    throw error;
  }
}

/** What a server needs to find the simulated account. */
export function accountSettings(
  { token, baseUrl }: Pick<ZendeskSimulator, 'token' | 'baseUrl'>,
  { secret }: Pick<ConnectedAccount, 'secret'>,
) {
  return {
    PORT: '0',
    ZENDESK_SUBDOMAIN: SUBDOMAIN,
    ZENDESK_BASE_URL: baseUrl,
    ZENDESK_OAUTH_TOKEN: token,
    ZENDESK_WEBHOOK_SECRET: secret,
    // Each process that a test starts would have to learn it anew.
    ZENDESK_REQUESTS_PER_MINUTE: '100000',
    ZENDESK_UPDATES_PER_MINUTE: '100000',
  };
}

/** All three ways to a model lead to the same simulated server. */
export function modelSettings(models: Pick<ModelServer, 'baseUrl'> | undefined): Record<string, string> {
  if (!models) return {};
  return {
    OPENAI_API_KEY: 'sk-simulated-openai',
    OPENAI_BASE_URL: `${models.baseUrl}/v1`,
    ANTHROPIC_API_KEY: 'sk-ant-simulated',
    ANTHROPIC_BASE_URL: models.baseUrl,
    DRAFTSMITH_LOCAL_URL: `${models.baseUrl}/v1`,
    DRAFTSMITH_LOCAL_MODEL: 'local-simulated',
  };
}

export interface Storage {
  /** The settings that lead a server to it. */
  raw: Record<string, string>;
  /** For PGlite only when no server has it open. */
  open(): Promise<Database>;
  close(): Promise<void>;
}

/** A data folder of its own, and for PostgreSQL a database of its own; `close` removes both. */
export async function openStorage(backend: TestBackend): Promise<Storage> {
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-integration-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  if (backend === 'pglite') {
    let opened: Database | undefined;
    return {
      raw: { DRAFTSMITH_DATA: folder },
      async open() {
        opened ??= await openDatabase({ dataDir: folder });
        return opened;
      },
      async close() {
        await opened?.close();
        await removeFolder();
      },
    };
  }
  const database = await openTestDatabase('postgres');
  return {
    raw: { DRAFTSMITH_DATA: folder, DATABASE_URL: database.url ?? '' },
    open: async () => database,
    async close() {
      await database.close();
      await removeFolder();
    },
  };
}

async function saveRules({ raw, open }: Storage, changed: Partial<DraftingRules>): Promise<void> {
  const change = { connector: 'zendesk', account: SUBDOMAIN, rules: { ...DEFAULT_RULES, ...changed }, revision: 0 };
  if (raw.DATABASE_URL) {
    await createRules((await open()).orm).save({ ...change, by: null });
    return;
  }
  // The embedded database belongs to one process at a time: the server opens it next.
  const database = await openDatabase({ dataDir: raw.DRAFTSMITH_DATA ?? '' });
  await createRules(database.orm).save({ ...change, by: null });
  await database.close();
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
