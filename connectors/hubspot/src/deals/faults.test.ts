import type { DealConnection, ResourceRef } from '@draftsmith/contracts';
import type { HubSpotSimulator, SeededDeal } from '@draftsmith/simulators/hubspot';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  attachment,
  type DealAccount,
  NO_SIGNAL,
  NOW,
  quoteOf,
  seedDeal,
  startDealAccount,
  untilDone,
} from './testing/deal-account.ts';

/** Whatever happens on the way, repeating the same write ends in one artefact of each. */

let account: DealAccount;
let approver: string;
beforeAll(async () => {
  account = await startDealAccount();
  const { seed } = account.hubspot.portal();
  seed.quoteTemplate('New', 'cpq_template');
  approver = seed.owner().id;
});
beforeEach(() => {
  account.hubspot.faults.clear();
  account.hubspot.partial.clear();
  account.wire.send = fetch;
});
afterAll(async () => account.hubspot.close());

type Write = (
  deals: DealConnection,
  on: { resource: ResourceRef; deal: SeededDeal },
  signal: AbortSignal,
) => Promise<unknown>;

const WRITES: Readonly<Record<'attach' | 'draftQuote' | 'askApproval', Write>> = {
  attach: (deals, { resource }, signal) => deals.attach(attachment(resource, { userId: '882761001' }), signal),
  draftQuote: (deals, { resource, deal }, signal) => deals.draftQuote(quoteOf(resource, deal.lineItems), signal),
  askApproval: (deals, { resource }, signal) =>
    deals.askApproval(
      { resource, idempotencyKey: 'version-3', approver, subject: 'Agree?', body: 'Look', dueAt: NOW.toISOString() },
      signal,
    ),
};
const NAMES = Object.keys(WRITES) as (keyof typeof WRITES)[];

function newDeal() {
  const deal = seedDeal(account);
  return { deal, resource: account.ref(deal.id) };
}

/** What the deal has in the end; the files are those of its folder. */
function endOf({ deal }: { deal: SeededDeal }) {
  const { state } = account.hubspot.portal();
  const files = state.files().filter(({ folderPath }) => folderPath.endsWith(`deal-${deal.id}`));
  const quotes = state.quotes(deal.id);
  return {
    notes: state.notes(deal.id).length,
    files: files.map(({ name, extension }) => `${name}.${extension}`).toSorted(),
    quotes: quotes.map(({ id }) => state.lineItemsOf('quotes', id).map(({ properties }) => properties.amount)),
    tasks: state.tasks(deal.id).length,
    own: state.linked('deals', deal.id, 'line_items').length,
  };
}

const EMPTY = { notes: 0, files: [] as string[], quotes: [] as string[][], tasks: 0, own: 3 };
const ENDS = {
  attach: { ...EMPTY, notes: 1, files: ['rollout-v3-1a2b3c4d.docx', 'rollout-v3-1a2b3c4d.pdf'] },
  draftQuote: { ...EMPTY, quotes: [['1876.48', '269.70', '1500.00']] },
  askApproval: { ...EMPTY, tasks: 1 },
} as const;

type FaultSetting = Parameters<HubSpotSimulator['faults']['set']>[0];

const FAULTS: Readonly<Record<string, FaultSetting['response']>> = {
  'the answer lost after the write': { afterEffect: 'reset' },
  'HTML after the write': { afterEffect: { status: 502, body: '<html>Bad gateway</html>' } },
  'no JSON after the write': { afterEffect: { status: 200, body: '<html>Hello</html>' } },
  'no connection': 'reset',
  'the burst limit': { status: 429, body: { status: 'error', policyName: 'TEN_SECONDLY_ROLLING' } },
  'the second’s limit': { status: 429, body: { status: 'error', policyName: 'SECONDLY' } },
  'the day’s limit': { status: 429, body: { status: 'error', policyName: 'DAILY' } },
  'a lock': { status: 423, body: { status: 'error' } },
  'a migration': { status: 477, headers: { 'retry-after': '3600' } },
  HTML: { status: 503, body: '<html>Sorry</html>' },
};

const POSTS = {
  attach: [/\/files\/v3\/files$/, /objects\/[\d-]+\/notes$/],
  draftQuote: [/objects\/[\d-]+\/quotes$/, /line_items\/batch\/create/],
  askApproval: [/objects\/[\d-]+\/tasks$/],
} as const;

describe.each(NAMES)('%s', (name) => {
  const cases = POSTS[name].flatMap((path) => Object.keys(FAULTS).map((fault) => [path, fault] as const));

  test.each(cases)('%s: %s', async (path, fault) => {
    const on = newDeal();
    account.hubspot.faults.set({ match: { method: 'POST', path }, times: 1, response: FAULTS[fault] ?? 'reset' });
    await untilDone(() => WRITES[name](account.deals, on, NO_SIGNAL), 2);
    expect(account.hubspot.faults.list()).toEqual([]);
    expect(endOf(on)).toEqual(ENDS[name]);
  });

  test('no links at all are normal', async () => {
    const bare = account.hubspot.portal().seed.deal({});
    expect(await account.deals.gather(account.ref(bare.id), { characters: 1, relevant: [] }, NO_SIGNAL)).toMatchObject({
      kind: 'deal',
      context: { contacts: [], lineItems: [], activities: [] },
    });
  });

  test('killed before or after each of its calls', async () => {
    const { length: calls } = await callsOf(name);
    expect(calls).toBeGreaterThan(1);
    for (let at = 0; at < calls; at += 1) {
      for (const sent of [false, true]) {
        const on = newDeal();
        await killedAt(at, sent, (signal) => WRITES[name](account.deals, on, signal));
        await untilDone(() => WRITES[name](account.deals, on, NO_SIGNAL), 0);
        expect(endOf(on)).toEqual(ENDS[name]);
      }
    }
  });
});

test('some lines of a batch, and not the others: the rest follows', async () => {
  const on = newDeal();
  account.hubspot.partial.set({ path: /line_items\/batch\/create/, inputs: (i) => i > 0, times: 2 });
  await untilDone(() => WRITES.draftQuote(account.deals, on, NO_SIGNAL), 0);
  expect(endOf(on)).toEqual(ENDS.draftQuote);
});

test('any faults on any of the ways, in any order: one of each in the end', async () => {
  const path = fc.constantFrom(
    ...Object.values(POSTS).flat(),
    /associations/,
    /batch\/read/,
    /quote_templates/,
    /owners/,
  );
  const fault = fc.record({ path, fault: fc.constantFrom(...Object.keys(FAULTS)) });
  const order = fc.shuffledSubarray(NAMES, { minLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 6 }), order, async (faults, names) => {
      const on = newDeal();
      account.hubspot.faults.clear();
      for (const one of faults)
        account.hubspot.faults.set({ match: { path: one.path }, times: 1, response: FAULTS[one.fault] ?? 'reset' });
      for (const name of names) await untilDone(() => WRITES[name](account.deals, on, NO_SIGNAL), faults.length);
      expect(endOf(on)).toEqual({ ...ENDS.attach, quotes: ENDS.draftQuote.quotes, tasks: 1 });
    }),
    { numRuns: 12 },
  );
});

async function callsOf(name: keyof typeof WRITES): Promise<readonly unknown[]> {
  account.requests.length = 0;
  await WRITES[name](account.deals, newDeal(), NO_SIGNAL);
  return [...account.requests];
}

/** The process ends at one of its calls: after it, nothing of it runs any more. */
async function killedAt(at: number, sent: boolean, run: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const life = new AbortController();
  let count = 0;
  account.wire.send = async (input, init) => {
    if (count++ !== at) return fetch(input, init);
    // Its effect is there; the answer reaches nobody. Aborting first would take the request back.
    if (sent) await fetch(input, { ...init, signal: null }).then((answer) => answer.arrayBuffer());
    life.abort();
    throw new Error('killed');
  };
  await expect(run(life.signal)).rejects.toThrow();
  account.wire.send = fetch;
}
