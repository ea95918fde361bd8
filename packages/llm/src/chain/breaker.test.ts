import { expect, it, vi } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createBreaker } from './breaker.ts';

function aBreaker() {
  const clock = createManualClock();
  const onChange = vi.fn();
  const breaker = createBreaker({ clock, threshold: 2, firstPauseMs: 100, longestPauseMs: 300, onChange });
  const fail = (force = false) => breaker.enter(force)?.failed();
  return { clock, breaker, onChange, fail };
}

it('opens after failures in a row, and a success between them starts the count again', () => {
  const { breaker, fail } = aBreaker();
  fail();
  breaker.enter()?.succeeded();
  fail();
  expect(breaker.ready()).toBe(true);
  fail();
  expect(breaker.ready()).toBe(false);
  expect(breaker.enter()).toBeUndefined();
});

it('lets one probe through at a time when its pause is over', async () => {
  const { clock, breaker, fail, onChange } = aBreaker();
  fail();
  fail();
  await clock.advance(100);
  const probe = breaker.enter();
  expect(probe).toBeDefined();
  expect(breaker.enter()).toBeUndefined();
  probe?.leave();
  breaker.enter()?.succeeded();
  expect(breaker.ready()).toBe(true);
  expect(onChange.mock.calls).toEqual([
    ['opened', 100],
    ['closed', 0],
  ]);
});

it('doubles its pause with each failed probe, up to the longest', async () => {
  const { clock, fail, onChange } = aBreaker();
  fail();
  fail();
  for (const pause of [100, 200, 300, 300]) {
    expect(onChange).toHaveBeenLastCalledWith('opened', pause);
    await clock.advance(pause);
    fail();
  }
});

it('does not count failures of calls that began before it opened', async () => {
  const { clock, breaker, fail } = aBreaker();
  const early = breaker.enter();
  fail();
  fail();
  early?.failed();
  await clock.advance(100);
  expect(breaker.ready()).toBe(true);
});

it('closes when a late call succeeds, and lets a call through by force', () => {
  const { breaker, fail } = aBreaker();
  fail();
  fail();
  breaker.enter(true)?.succeeded();
  expect(breaker.ready()).toBe(true);
});
