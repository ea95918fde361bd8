import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureConsole } from '@draftsmith/console/build';
import { createLogger } from '@draftsmith/logger/winston';
import { defaultRoutes, type RunningServer, readServerSettings, startServer } from '@draftsmith/server';
import { environment } from '@draftsmith/settings';
import { type HubSpotSimulator, startHubSpot } from '@draftsmith/simulators/hubspot';
import { startZendesk, type ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { loadCompany } from './company.ts';
import { connectSimulator } from './connect-simulator.ts';
import { deliverTickets } from './deliver-tickets.ts';
import { propose } from './propose.ts';
import { createTable, proposalLines, summaryLines } from './table.ts';

/** The simulated company's number at HubSpot. */
const PORTAL = 4_711_000;

/** Milliseconds for all tickets; with a model behind them, drafts take their time. */
const PATIENCE = 10 * 60_000;

/** @returns the exit code. */
export async function runDemo({ once, port }: { once: boolean; port?: string }): Promise<number> {
  const started = Date.now();
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  await using cleanup = new AsyncDisposableStack();

  const company = loadCompany();
  const { account, tickets, articles, macros } = company;
  say(
    `Draftsmith demo: ${account.name}, ${tickets.length} tickets, ${articles.length} articles, ${macros.length} macros.`,
  );
  say('Nothing leaves this machine unless a provider key is set.');
  const dataDir = await mkdtemp(join(tmpdir(), 'draftsmith-demo-'));
  cleanup.defer(() => rm(dataDir, { recursive: true, force: true }));
  const zendesk = await startZendesk({ seed: company });
  cleanup.defer(() => zendesk.close());
  const hubspot = await startHubSpot({ portals: [{ id: PORTAL, name: company.account.name }] });
  cleanup.defer(() => hubspot.close());

  const server = await startDemoServer({
    ...{ zendesk, hubspot, dataDir },
    subdomain: company.account.subdomain,
    ...(port && { port }),
  });
  cleanup.defer(() => server.stop());

  say('');
  const table = createTable(company, process.stdout.columns);
  say(table.header);
  const outcomes = await deliverTickets({
    zendesk,
    server,
    ticketIds: company.tickets.filter(({ incoming }) => incoming).map(({ id }) => id),
    patienceMs: PATIENCE,
    onOutcome: (item) => say(table.line(item)),
  });
  for (const line of summaryLines(outcomes, started, Date.now())) say(line);
  const made = await propose({
    ...{ hubspot, serverUrl: server.url ?? '' },
    // One of its own: a name that is always the same belongs to whoever ran the demo first.
    folder: once ? await mkdtemp(join(tmpdir(), 'draftsmith-proposal-')) : join(dataDir, 'proposal'),
  });
  for (const line of proposalLines(made)) say(line);

  if (!once) {
    say(`\nThe console: ${server.url}   (Ctrl+C ends the demo)`);
    await stopSignal();
  }
  const complete =
    outcomes.missing.length === 0 &&
    outcomes.items.every(({ outcome }) => outcome !== null && outcome.kind !== 'failed');
  return complete ? 0 : 1;
}

interface DemoServerOptions {
  zendesk: ZendeskSimulator;
  hubspot: HubSpotSimulator;
  dataDir: string;
  subdomain: string;
  port?: string;
}

/** The real server with its real settings; only the addresses of Zendesk and HubSpot are others. */
async function startDemoServer({
  zendesk,
  hubspot,
  dataDir,
  subdomain,
  port,
}: DemoServerOptions): Promise<RunningServer> {
  const own = {
    LOG_LEVEL: 'error',
    ...withoutAccounts(environment()),
    ...(port && { PORT: port }),
    DRAFTSMITH_DATA: dataDir,
  };
  const settings = readServerSettings(own);
  const installed = await connectSimulator(zendesk, `http://127.0.0.1:${settings.PORT}/hooks/zendesk/${subdomain}`);
  const raw = {
    ...own,
    ZENDESK_SUBDOMAIN: subdomain,
    ZENDESK_BASE_URL: zendesk.baseUrl,
    ZENDESK_OAUTH_TOKEN: zendesk.token,
    ZENDESK_WEBHOOK_SECRET: installed.secret,
    ...{ HUBSPOT_BASE_URL: hubspot.baseUrl, HUBSPOT_PORTAL_ID: String(PORTAL) },
    ...{ HUBSPOT_ACCESS_TOKEN: hubspot.portal().staticToken(), HUBSPOT_CLIENT_SECRET: hubspot.app.clientSecret },
  };
  process.stdout.write(`Providers, in order: ${defaultRoutes(settings).replaceAll(',', ' -> ')}\n`);
  return startServer({
    settings,
    raw,
    logger: createLogger({ level: settings.LOG_LEVEL }),
    demo: true,
    buildConsole: ensureConsole,
    retryDelaySeconds: 1,
  });
}

/** The demo must not touch a real account or database that happens to be configured here. */
function withoutAccounts(given: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name]) => !/^(ZENDESK_|HUBSPOT_|DATABASE_URL$|DRAFTSMITH_(HOST|URL|DATA)$)/.test(name),
    ),
  );
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
