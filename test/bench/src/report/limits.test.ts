import { expect, test } from 'vitest';
import type { CpuUse } from '../process/cpu-watch.ts';
import { cpuMsEach, limitOf } from './limits.ts';

const use = (server: number, simulator: number, others = 0): CpuUse => ({
  seconds: 2,
  shares: [
    { name: 'server', cores: server, mainThread: Math.min(server, 1) },
    { name: 'simulator', cores: simulator, mainThread: simulator },
  ],
  others,
});

test('a full thread is named, whoever it belongs to', () => {
  expect(limitOf(use(0.97, 0.4), 2)).toMatch(/^the one thread of the server \(/);
  expect(limitOf(use(0.3, 0.95), 2)).toMatch(/^the one thread of the simulator \(/);
});

test('a full machine is the limit when no thread is, and says who else worked', () => {
  expect(limitOf(use(0.6, 0.4, 0.95), 2)).toMatch(/^the machine: every core is busy .*other programs took part of it$/);
  expect(limitOf(use(0.8, 0.8, 0.25), 2)).not.toContain('other programs');
});

test('otherwise somebody waits', () => {
  expect(limitOf(use(0.3, 0.1), 2)).toMatch(/^waiting for answers/);
});

test('processor time for each thing is that of the process, not of the wall', () => {
  expect(cpuMsEach(use(1.5, 0), 'server', 100)).toEqual({ all: 30, main: 20 });
  expect(cpuMsEach(use(1.5, 0), 'nobody', 100).all).toBeNaN();
});
