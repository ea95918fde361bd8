import { testBackends } from '@draftsmith/database/testing';
import { answers } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from './hubspot-card.ts';
import { completeDeal, LINE_ITEMS } from './hubspot-deal.ts';
import { type HubSpotServer, type HubSpotWorld, openHubSpotWorld, PORTAL } from './hubspot-world.ts';

const GENERATE = { what: 'generate', choices: {} } as const;
const LONGEST_NOTE = 65_536;

describe.each(testBackends)('deals of every size (%s)', (backend) => {
  let world: HubSpotWorld;
  let server: HubSpotServer;
  beforeAll(async () => {
    world = await openHubSpotWorld({ backend });
    server = await world.serve();
    await server.connect(PORTAL);
    await server.decide(PORTAL, { quotes: true });
  });
  afterAll(() => world.close());
  const portal = () => world.hubspot.portal(PORTAL);

  test('99 line items: each in the table and in the quote, the sum right to the cent', async () => {
    // 0.10, 0.20 ... 9.90 with a third off each: binary fractions would be off.
    const lineItems = Array.from({ length: 99 }, (_, i) => ({
      ...{ name: `Part ${i + 1}`, quantity: 3, hs_position_on_quote: i, hs_discount_percentage: '33.33' },
      price: `${Math.floor((i + 1) / 10)}.${(i + 1) % 10}0`,
    }));
    const net = lineItems.reduce((sum, { price }) => {
      const line = BigInt(price.replace('.', '')) * 3n;
      return sum + line - (line * 3333n + 5000n) / 10_000n;
    }, 0n);
    const { id } = completeDeal(portal(), { lineItems });
    const card = server.card(PORTAL, id);
    expect(await card.done(GENERATE)).toMatchObject({ state: 'done' });
    const { prices } = await card.version(1);
    expect(prices.lines.map(({ name }) => name)).toEqual(lineItems.map(({ name }) => name));
    expect(prices.totals).toMatchObject([{ rhythm: 'once', net: cents(net), gross: cents(net) }]);
    expect(await card.done({ what: 'attach', version: 1 })).toMatchObject({ state: 'done' });
    expect(await card.done({ what: 'quote', version: 1 })).toMatchObject({ state: 'done', problem: null });
    const [quote] = portal().state.quotes(id);
    expect(portal().state.lineItemsOf('quotes', quote?.id ?? '')).toHaveLength(99);
    expect(portal().state.lineItemsOf('deals', id)).toHaveLength(99);
  });

  test('5,000 activities: the newest and the relevant are read, in few calls', { timeout: 120_000 }, async () => {
    const { id } = completeDeal(portal());
    const need = 'We need handheld scanner support for the night shift before the season starts.';
    portal().seed.activities(4_999, [['deals', id]], (i) => ({
      object: i % 2 ? 'notes' : 'calls',
      properties:
        i % 2
          ? { hs_note_body: `<p>Small talk ${i}.</p>` }
          : { hs_call_title: `Call ${i}`, hs_call_body: 'Nobody there.' },
    }));
    portal().seed.activity(
      'emails',
      { hs_email_text: need, hs_email_direction: 'INCOMING_EMAIL', hs_email_subject: 'Season' },
      [['deals', id]],
    );
    const card = server.card(PORTAL, id);
    expect(answerOf(await card.view()).uses).toMatchObject({ activities: 5_001 });
    world.hubspot.calls.clear();
    expect(await card.done(GENERATE)).toMatchObject({ state: 'done' });
    const calls = world.hubspot.calls.all().length;
    expect(calls).toBeLessThan(60);
    const version = await card.version(1);
    expect(version.sources.map(({ excerpt }) => excerpt).join('\n')).toContain('handheld scanner support');
  });

  test('a note is never longer than HubSpot takes, and its reference and files are in it', async () => {
    const { id } = completeDeal(portal());
    const card = server.card(PORTAL, id);
    await card.done(GENERATE);
    // Every character of it becomes five.
    const text = Array.from({ length: 60 }, () => `You said ${'&'.repeat(300)}.`).join('\n');
    expect(await card.done({ what: 'edit', version: 1, section: 'summary', text, confirmed: true })).toMatchObject({
      version: 2,
    });
    expect(await card.done({ what: 'attach', version: 2 })).toMatchObject({ state: 'done' });
    const [note] = portal()
      .state.notes(id)
      .filter(({ properties }) => properties.hs_attachment_ids);
    const body = note?.properties.hs_note_body ?? '';
    expect(body.length).toBeLessThanOrEqual(LONGEST_NOTE);
    expect(body.length).toBeGreaterThan(LONGEST_NOTE * 0.9);
    expect(body).toMatch(/ds-[0-9a-f]{16}/);
    expect(note?.properties.hs_attachment_ids?.split(';')).toHaveLength(2);
    expect(portal().state.violations()).toEqual([]);
  });

  test('two currencies in one deal: nothing is added up, and the rep reads why', async () => {
    const [first, ...others] = LINE_ITEMS;
    const { id } = completeDeal(portal(), {
      lineItems: [
        { ...first, hs_line_item_currency_code: 'EUR' },
        ...others.map((item) => ({ ...item, hs_line_item_currency_code: 'USD' })),
      ],
    });
    const card = server.card(PORTAL, id);
    const view = answerOf(await card.view());
    expect(view.gaps).toContainEqual(
      expect.objectContaining({ code: 'mixed-currencies', severity: 'blocks', url: expect.any(String) }),
    );
    expect(view.uses.total).toBeNull();
    expect(await card.start(GENERATE)).toMatchObject({
      ok: false,
      problem: { code: 'gaps', gaps: [{ code: 'mixed-currencies' }] },
    });
    // Also where nobody looked before.
    const unseen = completeDeal(portal(), { lineItems: [{ ...first, hs_line_item_currency_code: 'EUR' }] });
    expect(await server.card(PORTAL, unseen.id).done(GENERATE)).toMatchObject({
      state: 'failed',
      problem: { code: 'gaps' },
    });
  });

  test.each([
    ['the limit of a day', answers.rateLimited('DAILY')],
    ['an account that is moved all day', answers.migrating(86_400)],
  ])('%s: nobody waits for it in front of a spinner', async (_, response) => {
    const { id } = completeDeal(portal());
    world.hubspot.faults.set({ match: { path: new RegExp(`deals/${id}\\?`) }, response });
    const ended = await server
      .card(PORTAL, id)
      .done(GENERATE)
      .finally(() => world.hubspot.faults.clear());
    expect(ended).toMatchObject({ state: 'failed', problem: { code: 'source-down', retryable: true } });
  });
});

const cents = (sum: bigint) => `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`;
