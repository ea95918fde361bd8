import { expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

it('waits as long as a timer can where somebody wants to wait for ever', () => {
  vi.useFakeTimers();
  const fired = vi.fn();
  const stop = systemClock.after(Number.POSITIVE_INFINITY, fired);
  vi.advanceTimersByTime(24 * 60 * 60 * 1000);
  stop();
  vi.useRealTimers();
  expect(fired).not.toHaveBeenCalled();
});
