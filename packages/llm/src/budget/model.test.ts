import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Payer } from '../contract/request.ts';
import type { Limit } from './budget.ts';
import type { Trouble } from './testing/fragile.ts';
import { createWorld, type Step, type World } from './testing/world.ts';
import { USUAL_TIMING } from './timing.ts';

/**
 * Random histories of three processes on one budget, across the end of a month. Amounts are small, so that limits are
 * met all the time. After every step nothing is overspent, by not a millionth of a millionth, and no call was refused
 * for which there was room.
 */

const LIMITS: readonly Limit[] = [
  { scope: 'suite', period: 'month', amount: 900n },
  { scope: 'suite', period: 'day', amount: 700n },
  { scope: 'account', period: 'day', amount: 400n },
  { scope: 'account', id: 'small', period: 'month', amount: 60n },
  { scope: 'connector', id: 'zendesk', period: 'day', amount: 500n },
  { scope: 'user', period: 'day', amount: 90n },
];
const PAYERS: readonly Payer[] = [
  { account: 'acme', connector: 'zendesk', user: 'u1' },
  { account: 'acme', connector: 'hubspot' },
  { account: 'small', connector: 'zendesk' },
  { account: 'globex', user: 'u2' },
];
const PROCESSES = 3;
const START = Date.UTC(2026, 10, 30, 23, 59, 45);
const LONG = USUAL_TIMING.leaseMs + 11_000;

const process = fc.nat({ max: PROCESSES - 1 });
const reserve: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('reserve'),
  process,
  payer: fc.constantFrom(...PAYERS),
  worst: fc.oneof({ arbitrary: fc.bigInt(1n, 40n), weight: 9 }, fc.constant(0n)),
  calls: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })),
});
const settle: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('settle'),
  first: fc.nat(),
  calls: fc.integer({ min: 1, max: 20 }),
  eighths: fc.nat(8),
});
const ms = fc.oneof(fc.nat(400), fc.nat(4_000));
const advance: fc.Arbitrary<Step> = fc.record({ do: fc.constant('advance'), ms });
const accident: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('kill', 'sleep', 'wake', 'wake'), process }),
  fc.record({ do: fc.constant('advance'), ms: fc.constant(LONG) }),
);
const troubles: readonly Trouble[] = ['none', 'none', 'lost-request', 'lost-answer', 'silence', 'slow'];
const trouble: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('trouble'),
  process,
  kind: fc.constantFrom(...troubles),
});

const ordinary = [
  { arbitrary: reserve, weight: 10 },
  { arbitrary: settle, weight: 8 },
  { arbitrary: advance, weight: 6 },
];
const LENGTH = { minLength: 60, maxLength: 250, size: 'max' } as const;
const calm = fc.array(fc.oneof(...ordinary), LENGTH);
const deadly = fc.array(fc.oneof(...ordinary, { arbitrary: accident, weight: 4 }), LENGTH);
const cutOff = fc.array(fc.oneof(...ordinary, { arbitrary: trouble, weight: 4 }), LENGTH);
const everything = fc.array(
  fc.oneof(...ordinary, { arbitrary: accident, weight: 3 }, { arbitrary: trouble, weight: 3 }),
  LENGTH,
);

async function checkNow(world: World): Promise<void> {
  expect(world.problems).toEqual([]);
  for (const { window, state } of await world.states()) {
    const { spent, held, presumed } = state;
    expect(spent + held + presumed, window.key).toBeLessThanOrEqual(window.limit);
    expect(world.truth(window), `${window.key}: set aside for what calls cost`).toBeLessThanOrEqual(
      spent + held + presumed,
    );
  }
}

async function checkEnd(world: World): Promise<void> {
  await checkNow(world);
  const killed = world.everybody.length > PROCESSES;
  expect(world.calls.filter(({ state, process: one }) => state === 'asked' && one.state() !== 'dead')).toEqual([]);
  for (const { window, state } of await world.states()) {
    expect(state.held, 'nothing stays set aside').toBe(0n);
    if (killed) continue;
    expect(state.spent, 'what is booked is what calls cost').toBe(world.truth(window));
    expect(state.presumed, 'nobody vanished').toBe(0n);
  }
}

test.each([
  ['calm', calm],
  ['kills and sleep', deadly],
  ['a store that fails or is slow', cutOff],
  ['everything', everything],
])('never overspent, never stopped without need: %s', async (_, histories) => {
  const seen = { settled: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      const world = createWorld(LIMITS, { start: START, processes: PROCESSES, orphans: 'charge' });
      for (const step of steps) {
        await world.run(step);
        await checkNow(world);
      }
      await world.end();
      await checkEnd(world);
      for (const { state } of world.calls) if (state === 'settled' || state === 'refused') seen[state]++;
    }),
    { numRuns: 15, interruptAfterTimeLimit: 25_000 },
  );
  expect(seen.settled).toBeGreaterThan(1_000);
  expect(seen.refused).toBeGreaterThan(500);
});
