import type { ProposalOperation } from '@draftsmith/contracts';
import { testBackends } from '@draftsmith/database/testing';
import { answers, type FaultResponse } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answerOf, type DealCard } from './hubspot-card.ts';
import { completeDeal } from './hubspot-deal.ts';
import { type HubSpotServer, type HubSpotWorld, openHubSpotWorld, PORTAL } from './hubspot-world.ts';

type What = 'generate' | 'attach' | 'quote';

/** Requests of each operation that something can befall: one that reads, and each that writes. */
const REQUESTS: readonly { what: What; name: string; method: 'GET' | 'POST'; path: (dealId: string) => RegExp }[] = [
  { what: 'generate', name: 'the deal', method: 'GET', path: (id) => new RegExp(`deals/${id}\\?`) },
  { what: 'generate', name: 'its links', method: 'GET', path: (id) => new RegExp(`deals/${id}/associations`) },
  { what: 'generate', name: 'its line items', method: 'POST', path: () => /line_items\/batch\/read/ },
  { what: 'generate', name: 'its notes', method: 'POST', path: () => /notes\/batch\/read/ },
  { what: 'attach', name: 'a file', method: 'POST', path: () => /\/files\/v3\/files$/ },
  { what: 'attach', name: 'the note', method: 'POST', path: () => /\/notes$/ },
  { what: 'quote', name: 'the quote', method: 'POST', path: () => /\/quotes$/ },
  { what: 'quote', name: 'its lines', method: 'POST', path: () => /line_items\/batch\/create/ },
];

const HTML = '<html><head><title>Sorry</title></head><body>dana@northwind.example</body></html>';

/** All of these pass. */
const FAULTS: Readonly<Record<string, FaultResponse>> = {
  'the limit of a second': answers.rateLimited('SECONDLY'),
  'the limit of ten seconds': answers.rateLimited('TEN_SECONDLY_ROLLING'),
  'a lock': answers.locked(),
  'an account that is moved': answers.migrating(1),
  'a page of the edge': { status: 502, body: HTML },
  'a page with status 200': { status: 200, body: HTML },
  'an outage': answers.unavailable(),
  'no connection': 'reset',
  'an answer lost after its effect': { afterEffect: 'reset' },
  'a page in place of its answer, after its effect': { afterEffect: { status: 502, body: HTML } },
};

interface Case {
  title: string;
  fault: string;
  what: What;
  request: (typeof REQUESTS)[number];
  response: FaultResponse;
}

const CASES: readonly Case[] = REQUESTS.flatMap((request) =>
  Object.entries(FAULTS).map(([fault, response]) => ({
    ...{ title: `${request.what}, ${request.name}: ${fault}`, fault, what: request.what, request, response },
  })),
);

describe.each(testBackends)('HubSpot in trouble (%s)', (backend) => {
  let world: HubSpotWorld;
  let server: HubSpotServer;
  const portal = () => world.hubspot.portal(PORTAL);
  beforeAll(async () => {
    world = await openHubSpotWorld({ backend });
    server = await world.serve();
    await server.connect(PORTAL);
    await server.decide(PORTAL, { quotes: true });
  });
  afterAll(() => world.close());

  /** A deal on which everything before the operation is done. */
  async function ready(what: What): Promise<{ id: string; card: DealCard }> {
    const { id } = completeDeal(portal());
    const card = server.card(PORTAL, id);
    if (what !== 'generate') expect(await card.done({ what: 'generate', choices: {} })).toMatchObject({ version: 1 });
    return { id, card };
  }
  const run = (card: DealCard, what: What) =>
    card.done(what === 'generate' ? { what, choices: {} } : { what, version: 1 });
  const left = async (id: string, card: DealCard) => {
    const notes = portal()
      .state.notes(id)
      .filter(({ properties }) => (properties.hs_attachment_ids ?? '') !== '');
    const names = portal()
      .state.files()
      .filter(({ folderPath }) => folderPath.endsWith(`deal-${id}`));
    const quotes = portal().state.quotes(id);
    return {
      versions: answerOf(await card.view()).versions.length,
      notes: notes.map(({ properties }) => (properties.hs_attachment_ids ?? '').split(';').length),
      files: names
        .map(({ name, extension }) => `${name}.${extension}`.replace(/^.*-(v\d)-[0-9a-f]{8}/, '$1'))
        .toSorted(),
      quotes: quotes.map((quote) => portal().state.lineItemsOf('quotes', quote.id).length),
    };
  };
  const NOTHING = { versions: 1, notes: [], files: [], quotes: [] };
  const ENDS: Record<What, object> = {
    generate: NOTHING,
    attach: { ...NOTHING, notes: [2], files: ['v1.docx', 'v1.pdf'] },
    quote: { ...NOTHING, quotes: [3] },
  };

  describe('each passes, and leaves one of everything', () => {
    const ends = new Map<Case, { operation: ProposalOperation; left: object }>();

    // One fault after the other; of one, each request's in its turn as soon as the one before was met. An operation that
    // tries again may meet its neighbour's as well, and has tries for all that lie on its way.
    beforeAll(async () => {
      for (const fault of Object.keys(FAULTS)) {
        const prepared = await inTurn(
          CASES.filter((one) => one.fault === fault),
          async (one) => ({ one, ...(await ready(one.what)) }),
        );
        const running = await inTurn(prepared, async ({ one: { what, request, response }, id, card }) => {
          world.hubspot.faults.set({ match: { method: request.method, path: request.path(id) }, times: 1, response });
          const ending = run(card, what);
          await vi.waitFor(() => expect(world.hubspot.faults.list()).toEqual([]), { interval: 5, timeout: 20_000 });
          return { ending };
        });
        for (const [at, { one, id, card }] of prepared.entries()) {
          const operation = await running[at]?.ending;
          if (operation) ends.set(one, { operation, left: await left(id, card) });
        }
      }
    }, 240_000);

    test.each(CASES)('$title', (one) => {
      const end = ends.get(one);
      expect(end?.operation).toMatchObject({ state: 'done', problem: null, version: 1 });
      expect(end?.left).toEqual(ENDS[one.what]);
    });

    test('nothing of it was published, or taken badly by HubSpot', () => {
      expect(portal().state.published()).toEqual([]);
      expect(portal().state.violations()).toEqual([]);
    });

    test('nothing that HubSpot answered is in a log, and nobody is named there', () => {
      expect(world.log.text()).not.toMatch(/<html|Sorry|whitfield|dana|northwind/i);
    });
  });

  describe('what does not pass says what it is', () => {
    const missing = {
      status: 403,
      body: {
        status: 'error',
        category: 'MISSING_SCOPES',
        errors: [{ context: { requiredGranularScopes: ['files'] } }],
      },
    };
    const gone = { status: 404, body: { status: 'error', category: 'OBJECT_NOT_FOUND' } };
    test.each([
      ['attach', /\/files\/v3\/files$/, missing, 'permission'],
      ['attach', /\/notes$/, { status: 400, body: { status: 'error', category: 'VALIDATION_ERROR' } }, 'broke-off'],
      ['generate', /objects\/[\d-]+\/deals\/\d+\?/, gone, 'not-found'],
      ['generate', /associations/, { status: 503, body: HTML }, 'source-down'],
    ] as const)('%s, %s', async (what, path, response, code) => {
      const { id, card } = await ready(what);
      world.hubspot.faults.set({ match: { path }, response });
      const ended = await run(card, what).finally(() => world.hubspot.faults.clear());
      expect(ended).toMatchObject({ state: 'failed', problem: { code } });
      expect(JSON.stringify(ended)).not.toMatch(/html|VALIDATION|northwind/i);
      // Mended, it goes on from there.
      expect(await run(card, what)).toMatchObject({ state: 'done' });
      expect(await left(id, card)).toEqual(ENDS[what]);
    });

    test('partial answers of a batch are made whole', async () => {
      const { id, card } = await ready('quote');
      world.hubspot.partial.set({ path: /line_items\/batch\/create/, inputs: (at) => at > 0, times: 2 });
      expect(await run(card, 'quote')).toMatchObject({ state: 'done' });
      expect(await left(id, card)).toEqual(ENDS.quote);
    });
  });

  test('the first answer of every POST of the card is lost: each is done once', async () => {
    const { id } = completeDeal(portal());
    const card = server.card(PORTAL, id, { loseFirstAnswer: true });
    const text = 'You asked for fewer picking errors.';
    const wishes = [
      { what: 'generate', choices: {} },
      { what: 'regenerate', version: 1, section: 'scope', steer: 'stress the short start-up time' },
      { what: 'edit', version: 1, section: 'summary', text },
      { what: 'restore', version: 1 },
      { what: 'attach', version: 1 },
      { what: 'quote', version: 1 },
    ] as const;
    for (const wish of wishes) expect(await card.done(wish), wish.what).toMatchObject({ state: 'done', problem: null });
    // Without a model there is nothing new to say in a section, and that makes no version.
    const { versions } = answerOf(await card.view());
    expect(versions.map(({ how }) => how)).toEqual(['restore', 'edit', 'generate']);
    expect(await left(id, card)).toEqual({ ...ENDS.attach, versions: 3, quotes: [3] });
  });

  test('two reps click at once, one of them twice: one proposal, and the other is told', async () => {
    const { id } = completeDeal(portal());
    const [one, other] = [server.card(PORTAL, id, { userId: 501 }), server.card(PORTAL, id, { userId: 502 })];
    // It takes as long as it takes for all to have clicked.
    const letGo = Promise.withResolvers<void>();
    const reading = { path: new RegExp(`deals/${id}\\?`) };
    world.hubspot.faults.set({ match: reading, times: 1, response: { until: letGo.promise } });
    const wish = { what: 'generate', choices: {} } as const;
    const started = await Promise.all([
      one.start(wish, 'click-00001'),
      one.start(wish, 'click-00001'),
      other.start(wish, 'click-00002'),
    ]);
    letGo.resolve();
    const refused = started.filter(({ ok }) => !ok);
    expect(refused.every((answer) => !answer.ok && answer.problem.code === 'busy' && answer.problem.retryable)).toBe(
      true,
    );
    const ids = new Set(started.flatMap((answer) => (answer.ok ? answer.value.id : [])));
    expect(ids.size).toBe(1);
    expect(refused.length).toBeGreaterThan(0);
    await expect.poll(async () => answerOf(await one.view()).running).toBeNull();
    expect(await left(id, one)).toEqual(ENDS.generate);
  });

  test('a rep of another account sees nothing of a deal, and an operation belongs to its deal', async () => {
    const { id, card } = await ready('attach');
    const operation = await run(card, 'attach');
    const elsewhere = server.card(PORTAL, completeDeal(portal()).id);
    expect(await elsewhere.operation(operation.id)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    const forged = `${server.url}/proposals/hubspot/deals/${id}/view?portalId=${PORTAL}&userId=1&userEmail=a%40b.example&appId=1`;
    expect((await fetch(forged)).status).toBe(401);
  });
});

async function inTurn<One, Done>(ones: readonly One[], work: (one: One) => Promise<Done>): Promise<Done[]> {
  const done: Done[] = [];
  for (const one of ones) done.push(await work(one));
  return done;
}
