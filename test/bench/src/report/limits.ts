import type { CpuUse } from '../process/cpu-watch.ts';

/** From here on a thread counts as full: sampling and waking up eat the rest. */
const FULL_THREAD = 0.85;
const FULL_MACHINE = 0.9;

/** What kept a figure from being higher, in words, from how busy everything was. */
export function limitOf(cpu: CpuUse, cores: number): string {
  const ours = cpu.shares.filter((share) => share.cores >= 0.01);
  const list = ours.map((share) => `${share.name} ${share.cores.toFixed(2)}`).join(', ');
  const busy = `${list}, all else ${cpu.others.toFixed(2)} of ${cores} cores`;
  const full = ours.filter(({ mainThread }) => mainThread >= FULL_THREAD).map(({ name }) => name);
  const total = ours.reduce((sum, share) => sum + share.cores, cpu.others);
  if (full.length > 0) return `the one thread of the ${full.join(' and the ')} (${busy})`;
  if (total < cores * FULL_MACHINE) return `waiting for answers, no thread is full (${busy})`;
  const foreign = cpu.others > 0.3 ? '; other programs took part of it' : '';
  return `the machine: every core is busy (${busy})${foreign}`;
}

/** Milliseconds of processor time that one process spent on each of `count` things; the same on a busy machine. */
export function cpuMsEach(cpu: CpuUse, name: string, count: number): { all: number; main: number } {
  const share = cpu.shares.find((one) => one.name === name);
  const each = (cores: number) => (cores * cpu.seconds * 1000) / count;
  return { all: each(share?.cores ?? Number.NaN), main: each(share?.mainThread ?? Number.NaN) };
}
