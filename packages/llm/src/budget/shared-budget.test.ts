import { beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../testing/manual-clock.ts';
import type { Budget, Refusal, Reservation } from './budget.ts';
import { createMemoryBudgetStore } from './memory-store.ts';
import { parseLimits } from './parse-limits.ts';
import type { BudgetStore, Orphans } from './store.ts';
import { createFragile, type Fragile } from './testing/fragile.ts';
import { USUAL_TIMING } from './timing.ts';

const USD = 10n ** 12n;
const acme = { account: 'acme' };
const { leaseMs, waitMs, answerMs } = USUAL_TIMING;

let clock: ManualClock;
let store: BudgetStore;
beforeEach(() => {
  clock = createManualClock(Date.UTC(2026, 10, 20, 12));
  store = createMemoryBudgetStore({ clock });
});

function processes(limits: string, orphans: Orphans = 'charge'): [Fragile, Fragile] {
  const start = () => createFragile({ limits: parseLimits(limits), store, clock, orphans });
  return [start(), start()];
}

function granted(result: Reservation | Refusal): Reservation {
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

async function sums() {
  const [state] = await store.read(['day:2026-11-20:suite:']);
  return state && { spent: state.spent / USD, held: state.held / USD, presumed: state.presumed / USD };
}

/** The result and how long it took. Milliseconds. */
async function timed(budget: Budget, worst: bigint): Promise<{ ok: boolean; ms: number }> {
  const from = clock.now();
  const asked = budget.reserve(acme, worst).then((result) => ({ ok: 'settle' in result, ms: clock.now() - from }));
  await clock.advance(answerMs);
  return asked;
}

describe('a full window', () => {
  it('waits for what another process does not use', async () => {
    const [one, other] = processes('suite=128/day');
    granted(await one.budget.reserve(acme, USD));
    expect(await sums()).toMatchObject({ held: 8n });
    const { ok, ms } = await timed(other.budget, 127n * USD);
    expect(ok).toBe(true);
    expect(ms).toBeLessThanOrEqual(USUAL_TIMING.flushMs + USUAL_TIMING.pollMs);
  });

  it('gets it from a process that goes on spending too', async () => {
    const [busy, other] = processes('suite=128/day');
    const spend = async () => granted(await busy.budget.reserve(acme, USD)).settle(0n);
    await spend();
    const asked = other.budget.reserve(acme, 128n * USD);
    let done = false;
    void asked.then(() => {
      done = true;
    });
    for (let call = 0; call < 30 && !done; call++) {
      await spend();
      await clock.advance(50);
    }
    granted(await asked);
  });

  it('waits for calls that run elsewhere, but not for long', async () => {
    const [one, other] = processes('suite=10/day');
    const running = granted(await one.budget.reserve(acme, 9n * USD));
    expect(await timed(other.budget, 2n * USD)).toEqual({ ok: false, ms: waitMs });
    const again = other.budget.reserve(acme, 2n * USD);
    await clock.advance(waitMs / 2);
    running.settle(8n * USD);
    await clock.advance(USUAL_TIMING.pollMs);
    granted(await again);
  });

  it('refuses at once what cannot fit', async () => {
    const [one, other] = processes('suite=10/day');
    granted(await one.budget.reserve(acme, 9n * USD)).settle(9n * USD);
    await clock.advance(0);
    expect(await timed(other.budget, 2n * USD)).toEqual({ ok: false, ms: 0 });
    granted(await other.budget.reserve(acme, USD));
    expect(await timed(other.budget, USD)).toEqual({ ok: false, ms: 0 });
  });

  it('two processes that both wait do not keep each other from what is there', async () => {
    const [one, other] = processes('suite=10/day');
    const [a, b] = [
      granted(await one.budget.reserve(acme, 5n * USD)),
      granted(await other.budget.reserve(acme, 5n * USD)),
    ];
    a.settle(0n);
    b.settle(0n);
    const asked = [one.budget.reserve(acme, 8n * USD), other.budget.reserve(acme, 8n * USD)];
    await clock.advance(waitMs);
    const results = await Promise.all(asked);
    expect(results.filter((result) => 'settle' in result)).toHaveLength(1);
  });
});

describe('a process that vanishes', () => {
  it('is taken for dead when its lease ends, and what it held for spent', async () => {
    const [dead, other] = processes('suite=10/day');
    granted(await dead.budget.reserve(acme, 7n * USD));
    granted(await other.budget.reserve(acme, USD));
    dead.kill();
    await clock.advance(leaseMs / 2);
    expect(await sums()).toEqual({ spent: 0n, held: 8n, presumed: 0n });
    await clock.advance(leaseMs);
    expect(await sums()).toEqual({ spent: 0n, held: 1n, presumed: 7n });
    expect(await timed(other.budget, 3n * USD)).toEqual({ ok: false, ms: 0 });
    granted(await other.budget.reserve(acme, 2n * USD));
  });

  it('or leaves it to others, where that is wanted', async () => {
    const [dead, other] = processes('suite=10/day', 'release');
    granted(await dead.budget.reserve(acme, 7n * USD));
    dead.kill();
    await clock.advance(leaseMs + 1);
    expect(await timed(other.budget, 10n * USD)).toEqual({ ok: true, ms: 0 });
  });

  it.each([
    ['charge' as const, { spent: 3n, held: 0n, presumed: 0n }],
    ['release' as const, { spent: 3n, held: 0n, presumed: 0n }],
  ])('and was only asleep books what it really spent: %s', async (orphans, end) => {
    const [sleeper, other] = processes('suite=10/day', orphans);
    const call = granted(await sleeper.budget.reserve(acme, 7n * USD));
    const small = granted(await other.budget.reserve(acme, USD));
    sleeper.sleep();
    await clock.advance(2 * leaseMs);
    expect(await sums()).toMatchObject(orphans === 'charge' ? { presumed: 7n } : { presumed: 0n, held: 1n });
    sleeper.wake();
    call.settle(3n * USD);
    small.settle(0n);
    await clock.advance(1_000);
    expect(await sums()).toEqual(end);
  });

  it('draws no more from what was taken from it', async () => {
    const [sleeper, other] = processes('suite=128/day');
    granted(await sleeper.budget.reserve(acme, USD));
    sleeper.sleep();
    await clock.advance(leaseMs + 1);
    await store.reap('charge');
    expect(await sums()).toEqual({ spent: 0n, held: 0n, presumed: 8n });
    sleeper.wake();
    granted(await sleeper.budget.reserve(acme, USD));
    await clock.advance(1_000);
    // Its running call is still presumed; what lay unused beside it is not.
    expect(await sums()).toEqual({ spent: 0n, held: 1n, presumed: 1n });
    granted(await other.budget.reserve(acme, 126n * USD));
  });
});

describe('a store that fails', () => {
  const failure = { kind: 'unavailable', code: 'llm.budget-store', retryable: true };

  it('stops what needs it, and nothing else', async () => {
    const [one] = processes('suite=1000/day, account:globex=1/day');
    const call = granted(await one.budget.reserve(acme, USD));
    one.trouble('lost-request');
    for (let left = 7; left > 0; left--) granted(await one.budget.reserve(acme, USD)).settle(USD);
    await expect(one.budget.reserve(acme, USD)).rejects.toMatchObject(failure);
    await expect(one.budget.reserve({ account: 'globex' }, USD)).rejects.toMatchObject(failure);
    call.settle(USD);
    one.trouble('none');
    await clock.advance(2_000);
    expect(await sums()).toEqual({ spent: 8n, held: 0n, presumed: 0n });
  });

  it('that falls silent is waited for only so long', async () => {
    const [one] = processes('suite=1000/day');
    one.trouble('silence');
    const asked = one.budget.reserve(acme, USD);
    const refused = expect(asked).rejects.toMatchObject(failure);
    await clock.advance(answerMs);
    await refused;
    one.trouble('none');
    granted(await one.budget.reserve(acme, USD)).settle(USD);
    await clock.advance(answerMs + 2_000);
    expect(await sums()).toEqual({ spent: 1n, held: 0n, presumed: 0n });
  });

  it('whose answers are lost keeps nothing for ever', async () => {
    const [one] = processes('suite=1000/day');
    one.trouble('lost-answer');
    await expect(one.budget.reserve(acme, USD)).rejects.toMatchObject(failure);
    expect(await sums()).toMatchObject({ held: 8n });
    one.trouble('none');
    await clock.advance(2_000);
    expect(await sums()).toEqual({ spent: 0n, held: 0n, presumed: 0n });
  });
});
