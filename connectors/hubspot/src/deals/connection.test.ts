import { afterEach, expect, test } from 'vitest';
import { type DealAccount, NO_SIGNAL, seedDeal, startDealAccount } from './testing/deal-account.ts';

let account: DealAccount | undefined;
afterEach(async () => account?.hubspot.close());

async function open() {
  account = await startDealAccount();
  return { ...account, portal: account.hubspot.portal() };
}

test('stages carry their pipeline where there are several', async () => {
  const { portal, deals, clock } = await open();
  expect((await deals.stages(NO_SIGNAL))[5]).toEqual({ id: 'closedwon', name: 'Closed Won' });
  portal.seed.pipeline({ id: 'renewals', label: 'Renewals', stages: [{ id: 'r1', label: 'Due' }] });
  clock.forward(10 * 60_000);
  expect(await deals.stages(NO_SIGNAL)).toContainEqual({ id: 'r1', name: 'Renewals: Due' });
});

test('owners and the person of a request', async () => {
  const { portal, deals } = await open();
  const { id, userId } = portal.seed.owner({ firstName: 'Rita', lastName: 'Rep' });
  expect(await deals.owners(NO_SIGNAL)).toContainEqual({ id, name: 'Rita Rep' });
  expect(await deals.person(String(userId), NO_SIGNAL)).toEqual({ id: String(userId), name: 'Rita Rep' });
  expect(await deals.person('404', NO_SIGNAL)).toBeUndefined();
});

test('the newest deals, at most as many as asked for', async () => {
  const { portal, clock, ...it } = await open();
  const old = seedDeal(it).id;
  clock.forward(60_000);
  const young = portal.seed.deal({ properties: { dealname: 'Young' } }).id;
  const url = expect.stringContaining(`/record/0-3/${young}`);
  expect(await it.deals.recent(1, NO_SIGNAL)).toEqual([{ id: young, name: 'Young', url }]);
  expect((await it.deals.recent(5, NO_SIGNAL)).map(({ id }) => id)).toEqual([young, old]);
});

test('a workflow that no longer waits is no error', async () => {
  const { deals } = await open();
  await expect(
    deals.completeAction?.('ap-1-2-3', { ok: true, url: 'https://x.example' }, NO_SIGNAL),
  ).resolves.toBeUndefined();
});
