import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HubSpotSimulator, type PortalHandle, startHubSpot } from '@draftsmith/simulators/hubspot';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { type EngineName, openStorage } from '../engines.ts';
import { runProcess } from '../process/run-process.ts';
import { benchDeal, type DealSize } from './bench-deal.ts';
import { type Click, clickOnce } from './click.ts';
import { writesSections } from './model.ts';
import { plainReads } from './plain-reads.ts';

export interface ProposalFigures {
  engine: EngineName;
  /** The first in the life of the process; not among the others. */
  cold: Click;
  /** Milliseconds, as they were measured. */
  clicks: readonly Click[];
  /** Calls of HubSpot's API: to open the card, and from the click on. */
  calls: { opened: number; drafted: number };
  /** The same reads one after the other: milliseconds each, and how many calls. */
  plain: { times: readonly number[]; calls: number };
}

interface World {
  hubspot: HubSpotSimulator;
  portal: PortalHandle;
  models: ModelServer;
  token: string;
  folder: string;
}

const ROOT = join(import.meta.dirname, '../../../..');
const PORTAL = 101;

/** Simulators in this process, the server in one of its own; whatever was started is ended, also after a failure. */
export async function runProposalBench(options: {
  engines: readonly EngineName[];
  clicks: number;
  size: DealSize;
  latency: number;
  say: (line: string) => void;
}): Promise<ProposalFigures[]> {
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'draftsmith-bench-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const hubspot = await startHubSpot({ portals: [{ id: PORTAL }] });
  cleanup.defer(() => hubspot.close());
  const models = await startModels({ reply: writesSections });
  cleanup.defer(() => models.close());
  const portal = hubspot.portal(PORTAL);
  if (options.latency > 0) hubspot.faults.set({ match: { path: /./ }, response: { delayMs: options.latency } });
  const world: World = { hubspot, portal, models, token: portal.staticToken(), folder };
  const measured: ProposalFigures[] = [];
  let number = 0;
  const nextDeal = () => {
    number += 1;
    return benchDeal(portal, number, options.size);
  };
  for (const engine of options.engines) {
    options.say(
      `${engine}: ${options.clicks + 1} proposals, ${options.size.lineItems} line items and ${options.size.activities} activities each`,
    );
    measured.push(await measure(world, engine, options.clicks, nextDeal));
  }
  return measured;
}

async function measure(
  world: World,
  engine: EngineName,
  count: number,
  nextDeal: () => string,
): Promise<ProposalFigures> {
  const { hubspot, portal, token, folder } = world;
  const storage = await openStorage(engine, folder);
  try {
    const server = await startServer(world, storage.env);
    try {
      const cold = await clickOnce(portal, server.url, nextDeal());
      const clicks: Click[] = [];
      const times: number[] = [];
      let [opened, drafted, plain] = [0, 0, 0];
      for (let n = 0; n < count; n += 1) {
        const deal = nextDeal();
        // In turn, so that what else the machine does falls on both alike.
        const begun = performance.now();
        plain = await plainReads(hubspot.baseUrl, token, deal);
        times.push(performance.now() - begun);
        hubspot.calls.clear();
        clicks.push(await clickOnce(portal, server.url, deal));
        const all = hubspot.calls.all();
        // The card opens with the deal itself, and the job begins with it again.
        const second = all.findLastIndex(({ endpoint }) => endpoint === 'GET /crm/objects/deals/{id}');
        [opened, drafted] = [second, all.length - second];
      }
      return { engine, cold, clicks, calls: { opened, drafted }, plain: { times, calls: plain } };
    } finally {
      await server.stop();
    }
  } finally {
    await storage.remove();
  }
}

async function startServer({ hubspot, models, token, folder }: World, storage: Readonly<Record<string, string>>) {
  const { clientId, clientSecret, appId } = hubspot.app;
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
  const [, ...words] = scripts.start.split(' ');
  const at = words.findIndex((word) => !word.startsWith('-'));
  const server = await runProcess({
    ...{ file: join(ROOT, words[at] ?? ''), args: words.slice(at + 1), nodeOptions: words.slice(0, at), cwd: folder },
    env: {
      ...storage,
      ...{ PORT: '0', LOG_LEVEL: 'error', DRAFTSMITH_ROUTES: 'openai/gpt-5-mini' },
      ...{ OPENAI_API_KEY: 'sk-simulated', OPENAI_BASE_URL: `${models.baseUrl}/v1` },
      ...{ HUBSPOT_BASE_URL: hubspot.baseUrl, HUBSPOT_PORTAL_ID: String(PORTAL), HUBSPOT_ACCESS_TOKEN: token },
      ...{ HUBSPOT_CLIENT_ID: clientId, HUBSPOT_CLIENT_SECRET: clientSecret, HUBSPOT_APP_ID: String(appId) },
    },
    channel: 'stderr',
    ready: (line) => /^Draftsmith is ready: (\S+)$/.exec(line)?.[1],
  });
  return { url: server.answer, stop: () => server.stop() };
}
