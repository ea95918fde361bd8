import { expect, test } from 'vitest';
import { cpuSecondsOf, machineCpuSeconds, memoryOf, parseCpuSeconds, parseMemory } from './proc-files.ts';

test('memory is in MB of a million bytes, from kilobytes of 1,024', () => {
  const status = 'Name:\tnode\nVmPeak:\t 9999999 kB\nVmHWM:\t  500000 kB\nVmRSS:\t  250000 kB\n';
  expect(parseMemory(status)).toEqual({ residentMb: 256, peakMb: 512 });
});

test('a process name with spaces and parentheses does not shift the fields', () => {
  const stat = '42 (node (a) b) R 1 42 42 0 -1 4194304 100 0 0 0 250 50 0 0 20 0 11 0 100 1 2';
  expect(parseCpuSeconds(stat)).toBe(3);
});

test('idle and waiting for disks is no work', () => {
  expect(machineCpuSeconds('cpu  100 20 30 9999 8888 4 6 0 0 0\ncpu0 1 2 3\n')).toBeCloseTo(1.6);
});

test.runIf(process.platform === 'linux')('reads this very process, and a missing one as nothing', () => {
  expect(memoryOf(process.pid).residentMb).toBeGreaterThan(1);
  expect(memoryOf(process.pid).peakMb).toBeGreaterThanOrEqual(memoryOf(process.pid).residentMb * 0.5);
  const { all, main } = cpuSecondsOf(process.pid);
  expect(all).toBeGreaterThan(0);
  expect(main).toBeLessThanOrEqual(all);
  expect(cpuSecondsOf(2 ** 30)).toEqual({ all: 0, main: 0 });
});
