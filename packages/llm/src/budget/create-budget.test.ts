import { beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../testing/manual-clock.ts';
import type { Budget, Refusal, Reservation } from './budget.ts';
import { type BudgetOptions, createBudget } from './create-budget.ts';
import { createMemoryBudgetStore } from './memory-store.ts';
import { parseLimits } from './parse-limits.ts';
import { createSpyStore, type SpyStore } from './testing/spy-store.ts';

const USD = 10n ** 12n;
const acme = { account: 'acme' };
const globex = { account: 'globex' };
const TODAY = 'day:2026-11-20:suite:';

let clock: ManualClock;
let store: SpyStore;
beforeEach(() => {
  clock = createManualClock(Date.UTC(2026, 10, 20, 12));
  store = createSpyStore(createMemoryBudgetStore({ clock }));
});

function budgetOf(limits: string, more: Partial<BudgetOptions> = {}): Budget {
  return createBudget({ limits: parseLimits(limits), store, clock, ...more });
}

function granted(result: Reservation | Refusal): Reservation {
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

async function sums(key = TODAY) {
  const [state] = await store.read([key]);
  store.asked();
  return state && { spent: state.spent / USD, held: state.held / USD, presumed: state.presumed / USD };
}

describe('the way to a call', () => {
  it('without a limit that applies nothing is asked or written', async () => {
    const budget = budgetOf('user=1/day');
    granted(await budget.reserve(acme, 5n * USD)).settle(3n * USD);
    await budget.close();
    expect(store.asked()).toEqual([]);
  });

  it('one question to the store serves many calls, and the next block comes before it is needed', async () => {
    const budget = budgetOf('suite=1000/day');
    const calls: Reservation[] = [];
    for (let call = 0; call < 20; call++) {
      calls.push(granted(await budget.reserve(acme, USD)));
      await clock.advance(0);
    }
    expect(store.asked()).toEqual([8n, 15n, 22n].map((total) => `take ${total * USD}`));
    for (const call of calls) call.settle(USD / 2n);
    await clock.advance(0);
    expect(store.asked(), 'somebody elsewhere may wait for the first').toEqual(['account']);
    await clock.advance(250);
    expect(store.asked(), 'the others are written together').toEqual(['account']);
    expect(await sums()).toMatchObject({ spent: 10n });
  });

  it('calls that come at once are served by one question', async () => {
    const budget = budgetOf('suite=1000/day');
    const results = await Promise.all(Array.from({ length: 50 }, () => budget.reserve(acme, USD)));
    results.map(granted);
    expect(store.asked()).toHaveLength(2);
  });

  it('near the limit a block is exactly one call', async () => {
    const budget = budgetOf('suite=10/day');
    const results = [];
    for (let call = 0; call < 11; call++) results.push(await budget.reserve(acme, USD));
    expect(results.filter((result) => 'settle' in result)).toHaveLength(10);
    expect(results[10]).toEqual({
      refused:
        'The budget of the whole suite for 2026-11-20 has no room for a call that may cost 1: 0 of 10 US dollars are spent and 10 set aside for running calls. It starts anew on 2026-11-21 at 00:00 UTC',
    });
  });

  it('a small call fits where a large one does not, whoever came first', async () => {
    const budget = budgetOf('suite=10/day');
    const [first, large, small] = await Promise.all([8n, 5n, 2n].map((usd) => budget.reserve(acme, usd * USD)));
    expect([first, large, small].map((result) => result && 'settle' in result)).toEqual([true, false, true]);
  });
});

describe('what a call cost', () => {
  it('is booked, and the rest can be spent again', async () => {
    const budget = budgetOf('suite=10/day');
    granted(await budget.reserve(acme, 9n * USD)).settle(2n * USD);
    const next = granted(await budget.reserve(acme, 8n * USD));
    expect(await budget.reserve(acme, USD)).toHaveProperty('refused');
    next.settle(8n * USD);
    await clock.advance(0);
    expect(await sums()).toEqual({ spent: 10n, held: 0n, presumed: 0n });
    expect(await budget.reserve(acme, 1n)).toHaveProperty('refused');
  });

  it('counts once, and not below zero', async () => {
    const budget = budgetOf('suite=10/day');
    const call = granted(await budget.reserve(acme, 4n * USD));
    call.settle(3n * USD);
    call.settle(4n * USD);
    granted(await budget.reserve(acme, USD)).settle(-5n * USD);
    await budget.close();
    expect(await sums()).toEqual({ spent: 3n, held: 0n, presumed: 0n });
  });

  it('is booked as it is when it is more than the worst case, and nothing but the running calls goes on', async () => {
    const budget = budgetOf('suite=10/day');
    const [over, other] = (await Promise.all([budget.reserve(acme, 2n * USD), budget.reserve(acme, 3n * USD)])).map(
      granted,
    );
    over?.settle(12n * USD);
    expect(await budget.reserve(acme, USD)).toHaveProperty('refused');
    await clock.advance(0);
    expect(await sums()).toEqual({ spent: 12n, held: 3n, presumed: 0n });
    other?.settle(USD);
    await clock.advance(0);
    expect(await sums()).toEqual({ spent: 13n, held: 0n, presumed: 0n });
  });

  it('is booked although it should have been free', async () => {
    const budget = budgetOf('suite=10/day');
    granted(await budget.reserve(acme, 0n)).settle(2n * USD);
    await clock.advance(1_000);
    expect(await sums()).toEqual({ spent: 2n, held: 0n, presumed: 0n });
  });

  it('belongs to the day and month in which the call began', async () => {
    clock = createManualClock(Date.UTC(2026, 10, 30, 23, 59, 59));
    store = createSpyStore(createMemoryBudgetStore({ clock }));
    const budget = budgetOf('suite=10/day, suite=100/month');
    const call = granted(await budget.reserve(acme, 10n * USD));
    await clock.advance(2_000);
    granted(await budget.reserve(acme, 10n * USD)).settle(7n * USD);
    call.settle(4n * USD);
    await budget.close();
    const keys = ['day:2026-11-30', 'month:2026-11-01', 'day:2026-12-01', 'month:2026-12-01'];
    const spent = await Promise.all(keys.map((key) => sums(`${key}:suite:`)));
    expect(spent.map((state) => state?.spent)).toEqual([4n, 4n, 7n, 7n]);
  });
});

describe('a limit of zero', () => {
  it('lets nothing paid through, without asking anybody', async () => {
    const budget = budgetOf('suite=10/day, account:acme=0/month');
    expect(await budget.reserve(acme, 1n)).toHaveProperty(
      'refused',
      expect.stringContaining('The budget of account acme for 2026-11 has no room'),
    );
    expect(store.asked()).toEqual([]);
    granted(await budget.reserve(globex, USD));
  });

  it('lets through what is free', async () => {
    const budget = budgetOf('suite=0/day');
    granted(await budget.reserve(acme, 0n)).settle(0n);
    await budget.close();
    expect(store.asked()).toEqual([]);
  });
});

describe('what is set aside and not used', () => {
  it('is given back within a second', async () => {
    const budget = budgetOf('suite=1000/day');
    const call = granted(await budget.reserve(acme, USD));
    expect(await sums()).toMatchObject({ held: 8n });
    await clock.advance(1_000);
    expect(await sums()).toMatchObject({ held: 1n });
    call.settle(USD);
    await clock.advance(1_000);
    expect(await sums()).toEqual({ spent: 1n, held: 0n, presumed: 0n });
    await clock.advance(60_000);
    store.asked();
    await clock.advance(60_000);
    expect(store.asked(), 'nobody asks when nobody spends').toEqual([]);
  });

  it('is used at once by another payer of this process', async () => {
    const budget = budgetOf('suite=128/day, account=1000/day');
    granted(await budget.reserve(acme, USD));
    expect(await sums()).toMatchObject({ held: 8n });
    granted(await budget.reserve(globex, 127n * USD));
    expect(await sums()).toMatchObject({ held: 128n });
  });

  it('is given back at the end', async () => {
    const budget = budgetOf('suite=1000/day');
    granted(await budget.reserve(acme, USD)).settle(USD / 2n);
    const running = granted(await budget.reserve(acme, USD));
    await budget.close();
    expect(await sums()).toMatchObject({ held: 1n });
    await expect(budget.reserve(acme, USD)).rejects.toMatchObject({ kind: 'unavailable', code: 'llm.budget-store' });
    running.settle(USD);
    await clock.advance(0);
    expect(await sums()).toEqual({ spent: 1n, held: 0n, presumed: 0n });
  });
});

it('a call that would cost less than nothing is a mistake of the caller', async () => {
  await expect(budgetOf('suite=1/day').reserve(acme, -1n)).rejects.toMatchObject({ kind: 'invalid' });
});

it('a clock that is set back stops nobody, and what is unused is given back all the same', async () => {
  let back = 0;
  const shifted = { ...clock, now: () => clock.now() - back };
  const budget = budgetOf('suite=1000/day', { clock: shifted });
  const call = granted(await budget.reserve(acme, USD));
  back = 3_600_000;
  await clock.advance(1_000);
  expect(await sums()).toMatchObject({ held: 1n });
  granted(await budget.reserve(acme, USD)).settle(USD);
  call.settle(USD);
  await clock.advance(1_000);
  expect(await sums()).toEqual({ spent: 2n, held: 0n, presumed: 0n });
  expect(await budget.standing(acme)).toMatchObject({ left: 0.998 });
});
