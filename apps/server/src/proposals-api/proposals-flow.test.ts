import { testBackends } from '@draftsmith/database/testing';
import { sampleDeal } from '@draftsmith/simulators/hubspot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DealServer, PORTAL, startDealServer } from './testing.ts';

describe.each(testBackends)('a rep opens a deal (%s)', (backend) => {
  let world: DealServer;
  beforeAll(async () => {
    world = await startDealServer({ backend });
  });
  afterAll(() => world.close());

  test('generates, reads, attaches: one note with two private files, nothing published', async () => {
    const portal = world.hubspot.portal(PORTAL);
    const deal = sampleDeal(portal.seed);
    const card = world.card(deal.id);
    const before = await card.view();
    expect(before).toMatchObject({
      ok: true,
      value: { uses: { company: 'Northwind Logistics', lineItems: 3 }, versions: [] },
    });
    const made = await card.done({ what: 'generate', choices: {} });
    expect(made).toMatchObject({ state: 'done', version: 1, problem: null });
    const version = await card.version(1);
    expect(version).toMatchObject({ ok: true, value: { number: 1, prices: { currency: 'USD' } } });
    const attached = await card.done({ what: 'attach', version: 1 });
    expect(attached).toMatchObject({ state: 'done', problem: null });
    const notes = portal.state.notes(deal.id);
    expect(notes.filter(({ properties }) => (properties.hs_attachment_ids ?? '') !== '')).toHaveLength(1);
    expect(portal.state.published()).toEqual([]);
    expect(portal.state.violations()).toEqual([]);
  });
});
