import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second (`getconf CLK_TCK`) on every platform that Node runs on. */
const TICK_SECONDS = 0.01;

export interface Memory {
  /** Resident now, in MB of 10^6 bytes. */
  residentMb: number;
  /** The most that was ever resident. */
  peakMb: number;
}

/** @param status text of /proc/PID/status */
export function parseMemory(status: string): Memory {
  return { residentMb: kilobytes(status, 'VmRSS') / 1000, peakMb: kilobytes(status, 'VmHWM') / 1000 };
}

export function memoryOf(pid: number): Memory {
  return parseMemory(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** "kB" in /proc means 1,024 bytes. */
function kilobytes(status: string, field: string): number {
  const found = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return found === undefined ? Number.NaN : (Number(found) * 1024) / 1000;
}

/**
 * @param stat text of /proc/PID/stat
 * @returns seconds of processor time, in the program and in the kernel together
 */
export function parseCpuSeconds(stat: string): number {
  // The name stands in parentheses and may hold spaces and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_SECONDS;
}

/** Seconds; 0 for a process that is gone. `main` is the first thread alone, where JavaScript runs. */
export function cpuSecondsOf(pid: number): { all: number; main: number } {
  const read = (path: string) => {
    try {
      return parseCpuSeconds(readFileSync(path, 'utf8'));
    } catch {
      return 0;
    }
  };
  return { all: read(`/proc/${pid}/stat`), main: read(`/proc/${pid}/task/${pid}/stat`) };
}

/** Seconds that all processors together spent on anything, since the machine started. */
export function machineCpuSeconds(stat = readFileSync('/proc/stat', 'utf8')): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (stat.split('\n')[0] ?? '')
    .replace(/^cpu\s+/, '')
    .split(' ')
    .map(Number);
  return (user + nice + system + irq + softirq) * TICK_SECONDS;
}

/** Processes whose command line holds all these words. */
export function pidsOf(...words: readonly string[]): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return words.every((word) => command.includes(word)) ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
