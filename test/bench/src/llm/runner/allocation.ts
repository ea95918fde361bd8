import { GCProfiler, getHeapStatistics } from 'node:v8';

/** Collections that empty something; the others are steps of these and would be counted twice. */
const EMPTYING = /^(?:Scavenge|MinorMarkSweep|MarkSweepCompact)$/;

/** Begins to count; the function that comes back tells how many bytes were taken from the JavaScript heap since. */
export function countAllocation(): () => number {
  const profiler = new GCProfiler();
  profiler.start();
  const start = getHeapStatistics().used_heap_size;
  return () => {
    const end = getHeapStatistics().used_heap_size;
    const collections = profiler.stop()?.statistics.filter(({ gcType }) => EMPTYING.test(gcType)) ?? [];
    let allocated = 0;
    let used = start;
    for (const { beforeGC, afterGC } of collections) {
      allocated += beforeGC.heapStatistics.usedHeapSize - used;
      used = afterGC.heapStatistics.usedHeapSize;
    }
    return allocated + end - used;
  };
}

/** Bytes in use after everything that can go is gone. Needs --expose-gc. */
export async function retainedHeap(): Promise<number> {
  if (!globalThis.gc) throw new Error('Start this process with --expose-gc');
  globalThis.gc();
  // What finalizers let go of goes in the second round.
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc();
  return getHeapStatistics().used_heap_size;
}
