import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adopt, draw, freeOf, giveBack, type Hold, newHold, settle } from './hold.ts';

const LEASE = { from: 0, ms: 1_000 };

function holdOf(granted: bigint): Hold {
  const hold = newHold('h', [], 0);
  adopt(hold, { id: 'h', granted, state: 'held' }, LEASE);
  return hold;
}

test('draws until nothing is free, and not beyond its lease', () => {
  const hold = holdOf(10n);
  expect(draw(hold, 6n, 999)).toBe(true);
  expect(draw(hold, 5n, 999)).toBe(false);
  expect(draw(hold, 4n, 1_000)).toBe(false);
  expect(draw(hold, 4n, 999)).toBe(true);
  expect(freeOf(hold)).toBe(0n);
});

test('a clock that was set back does not make a lease longer', () => {
  const hold = holdOf(10n);
  expect(draw(hold, 1n, -1)).toBe(false);
});

test('a hold that the store gave up is drawn from no more', () => {
  const hold = holdOf(10n);
  adopt(hold, { id: 'h', granted: 10n, state: 'presumed' }, LEASE);
  expect(draw(hold, 1n, 0)).toBe(false);
});

test('an answer that comes late takes nothing back', () => {
  const hold = holdOf(10n);
  adopt(hold, { id: 'h', granted: 4n, state: 'held' }, LEASE);
  expect(hold.granted).toBe(10n);
});

test('a cost above the worst case takes what is free, never what other calls have reserved', () => {
  const hold = holdOf(10n);
  draw(hold, 4n, 0);
  draw(hold, 3n, 0);
  settle(hold, 4n, 9n);
  expect(hold).toMatchObject({ spent: 9n, released: 7n, reserved: 3n });
  expect(freeOf(hold)).toBe(0n);
});

test('whatever calls do, what is reserved and released together is within what was granted', () => {
  const step = fc.record({
    do: fc.constantFrom('draw', 'settle', 'give back', 'grant'),
    amount: fc.bigInt(0n, 20n),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const hold = holdOf(0n);
      const running: bigint[] = [];
      let spent = 0n;
      for (const { do: what, amount } of steps) {
        if (what === 'grant') adopt(hold, { id: 'h', granted: hold.granted + amount, state: 'held' }, LEASE);
        if (what === 'draw' && draw(hold, amount, 0)) running.push(amount);
        if (what === 'give back') giveBack(hold, amount);
        const worst = what === 'settle' ? running.pop() : undefined;
        if (worst !== undefined) {
          settle(hold, worst, amount);
          spent += amount;
        }
        expect(freeOf(hold)).toBeGreaterThanOrEqual(0n);
        expect(hold.reserved).toBe(running.reduce((sum, one) => sum + one, 0n));
        expect(hold.spent).toBe(spent);
      }
    }),
  );
});
