import { beforeEach, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../testing/manual-clock.ts';
import type { Standing } from './budget.ts';
import { createMemoryBudgetStore } from './memory-store.ts';
import { parseLimits } from './parse-limits.ts';
import type { BudgetStore } from './store.ts';
import { createFragile, type Fragile } from './testing/fragile.ts';
import { USUAL_TIMING } from './timing.ts';

const USD = 10n ** 12n;
const payer = { account: 'acme', connector: 'zendesk', user: 'u1' };

let clock: ManualClock;
let store: BudgetStore;
beforeEach(() => {
  clock = createManualClock(Date.UTC(2026, 10, 20, 12));
  store = createMemoryBudgetStore({ clock });
});

function processOn(limits: string): Fragile {
  return createFragile({ limits: parseLimits(limits), store, clock, orphans: 'charge' });
}

async function standing(one: Fragile): Promise<Standing> {
  return one.budget.standing(payer);
}

async function spend(one: Fragile, amount: bigint): Promise<void> {
  const result = await one.budget.reserve(payer, amount);
  if ('settle' in result) result.settle(amount);
}

it('is that of the tightest budget, and names it', async () => {
  const one = processOn('suite=100/month, account=10/day, user=1000/day');
  expect(await standing(one)).toMatchObject({ left: 1 });
  await spend(one, 9n * USD);
  expect(await standing(one)).toEqual({
    left: 0.1,
    detail: 'The budget of account acme for 2026-11-20 is 90 % used',
  });
});

it('without a limit that applies everything is left, and there is nothing to say', async () => {
  expect(await standing(processOn('account:globex=1/day'))).toEqual({ left: 1 });
});

it('nothing is left of a limit of zero', async () => {
  expect(await standing(processOn('suite=100/day, connector:zendesk=0/day'))).toEqual({
    left: 0,
    detail: 'The budget of connector zendesk for 2026-11-20 is 100 % used',
  });
});

it('says 100 % only when nothing is left', async () => {
  const one = processOn('suite=1000/day');
  await spend(one, 999_999n * (USD / 1_000n));
  expect(await standing(one)).toMatchObject({ detail: 'The budget of the whole suite for 2026-11-20 is 99 % used' });
});

it('counts what calls have reserved, and not what merely lies ready for them here', async () => {
  const one = processOn('suite=100/day');
  await one.budget.reserve(payer, USD);
  expect(await standing(one)).toMatchObject({ left: 0.99 });
});

it('knows of other processes after some seconds, and at once while it spends itself', async () => {
  const [one, other] = [processOn('suite=100/day'), processOn('suite=100/day')];
  await standing(one);
  await spend(other, 50n * USD);
  expect(await standing(one)).toMatchObject({ left: 1 });
  await clock.advance(USUAL_TIMING.staleMs + 1);
  expect(await standing(one)).toMatchObject({ left: 0.5 });
  await spend(other, 40n * USD);
  await spend(one, USD);
  expect(await standing(one)).toMatchObject({ left: 0.09 });
});

it('is answered without a wait while it is fresh', async () => {
  const one = processOn('suite=100/day');
  await standing(one);
  expect(one.budget.standing(payer)).not.toBeInstanceOf(Promise);
});

it('goes by what was heard last while the store fails, and by nothing when nothing was heard', async () => {
  const one = processOn('suite=100/day');
  await spend(one, 50n * USD);
  await clock.advance(2_000);
  one.trouble('lost-request');
  await clock.advance(2 * USUAL_TIMING.staleMs);
  expect(await standing(one)).toMatchObject({ left: 0.5 });
  const another = processOn('suite=100/day');
  another.trouble('lost-request');
  expect(await standing(another)).toEqual({
    left: 0,
    detail: 'The budgets cannot be read: does the database answer?',
  });
});

it('does not make every call wait for a store that is silent', async () => {
  const one = processOn('suite=100/day');
  one.trouble('silence');
  const first = standing(one);
  await clock.advance(USUAL_TIMING.answerMs);
  expect(await first).toMatchObject({ left: 0 });
  expect(one.budget.standing(payer)).toMatchObject({ left: 0 });
});
