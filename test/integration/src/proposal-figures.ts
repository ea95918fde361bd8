import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, DEFAULT_PROPOSAL_SETTINGS, type ProposalTemplateView } from '@draftsmith/contracts';
import { openTestDatabase } from '@draftsmith/database/testing';
import { hubspot as connector } from '@draftsmith/hubspot';
import { silentLogger } from '@draftsmith/logger';
import { createProposalProcessor, createProposals, type ProposalsDeps } from '@draftsmith/proposals';
import { seededRandom } from '@draftsmith/seeded-random';
import { startHubSpot } from '@draftsmith/simulators/hubspot';
import { LOCALE_TAGS, makeFiguresDeal } from './proposal-figures-deal.ts';
import { liar, nobody } from './proposal-figures-model.ts';
import { countFigures, type Figures } from './proposal-figures-read.ts';

const PORTAL = 101;
const NEVER = new AbortController().signal;

/** The suite's own, as the store of templates lists it. */
const STANDARD: ProposalTemplateView = {
  ...{ id: 'standard', revision: 0, name: 'Standard', locale: null, terms: '', nextSteps: '', hints: {} },
  ...{ hasDocument: false, hasLogo: false, updatedAt: new Date(0).toISOString() },
};

const SETTINGS = { ...DEFAULT_PROPOSAL_SETTINGS, company: 'Brightline', locales: [...LOCALE_TAGS] };

const PORTS = {
  settings: { of: async () => SETTINGS },
  templates: { list: async () => [STANDARD], find: async () => STANDARD },
  rateCard: { items: async () => [] },
};

/** Nothing rests longer than the measurement. */
const UNSEALED: ProposalsDeps['sealer'] = { seal: (plain) => plain, open: (sealed) => sealed, isCurrent: () => true };

/**
 * Generated deals on the whole way: read over HTTP from a simulated account, priced, written (by nobody and by a lying
 * model, in turn), locked, proven, stored, opened and rendered. Adds up what the text says.
 */
export async function measureFigures(seeds: { from: number; count: number }, sum: Figures): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const hubspot = await startHubSpot({ portals: [{ id: PORTAL }] });
  cleanup.defer(() => hubspot.close());
  const portal = hubspot.portal(PORTAL);
  const taxRates = ['19', '7', '5.5'].map((percentageRate) => portal.seed.taxRate({ name: 'VAT', percentageRate }));
  const database = await openTestDatabase('pglite');
  cleanup.defer(() => database.close());
  const settings = connector.settings.schema.parse({
    ...{ portalId: String(PORTAL), accessToken: portal.staticToken(), baseUrl: hubspot.baseUrl },
    clientSecret: hubspot.app.clientSecret,
  });
  const now = () => new Date();
  const connection = connector.connect(settings, { fetch, now, warn: () => undefined });
  const shared = { ...PORTS, database, sealer: UNSEALED, now, connectionOf: () => connection };
  let operationId = '';
  const suite = createProposals({
    ...shared,
    enqueue: async (id) => {
      operationId = id;
    },
    isOpen: async () => true,
  });
  for (let at = 0; at < seeds.count; at += 1) {
    const number = seeds.from + at;
    const random = seededRandom(number);
    const deal = makeFiguresDeal(portal, random, taxRates, number);
    const resource = { connector: 'hubspot', account: String(PORTAL), type: 'deal', id: deal.id };
    const process = createProposalProcessor({
      ...shared,
      policyOf: async () => DEFAULT_POLICY,
      models: { complete: number % 2 === 0 ? nobody : liar(random) },
      people: { note: async () => 'noted' },
      logger: silentLogger,
    });
    const asked = { requestId: randomUUID(), what: 'generate', choices: {} } as const;
    const started = await suite.start(resource, asked, { id: '1' });
    if (!started.ok) throw new Error(`Deal ${number}: ${started.problem.code}`);
    await process({ operationId }, { signal: NEVER, enqueuedAt: now(), lastTry: true, mayWait: false });
    const version = await suite.version(resource, 1);
    if (!version.ok) {
      const ended = await suite.operation(resource, started.value.id);
      throw new Error(`Deal ${number}: ${JSON.stringify(ended.ok ? ended.value.problem : ended.problem)}`);
    }
    if (version.value.locale !== deal.locale) throw new Error(`Deal ${number} is written in ${version.value.locale}`);
    countFigures(version.value, deal, sum);
  }
}
