import { describe, expect, it } from 'vitest';
import { createSingleFlight } from './single-flight.ts';

function setUp() {
  const starts: { resolve: (value: string) => void; reject: (error: Error) => void; signal: AbortSignal }[] = [];
  const fly = createSingleFlight<string>();
  const start = (signal: AbortSignal) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    starts.push({ resolve, reject, signal });
    return promise;
  };
  return { starts, join: (key: string, signal?: AbortSignal) => fly(key, start, signal) };
}

describe('single flight', () => {
  it('makes one call of identical ones and tells who made it', async () => {
    const { starts, join } = setUp();
    const both = Promise.all([join('a'), join('a'), join('b')]);
    expect(starts).toHaveLength(2);
    starts[0]?.resolve('A');
    starts[1]?.resolve('B');
    expect(await both).toEqual([
      { value: 'A', leader: true },
      { value: 'A', leader: false },
      { value: 'B', leader: true },
    ]);
  });

  it('starts anew after the end, and after a failure', async () => {
    const { starts, join } = setUp();
    const first = join('a');
    starts[0]?.reject(new Error('down'));
    await expect(first).rejects.toThrow('down');
    const second = join('a');
    expect(starts).toHaveLength(2);
    starts[1]?.resolve('A');
    expect(await second).toEqual({ value: 'A', leader: true });
  });

  it('goes on for the others when the one who began it gives up', async () => {
    const { starts, join } = setUp();
    const caller = new AbortController();
    const first = join('a', caller.signal);
    const second = join('a');
    caller.abort();
    await expect(first).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(starts[0]?.signal.aborted).toBe(false);
    starts[0]?.resolve('A');
    expect(await second).toEqual({ value: 'A', leader: false });
  });

  it('ends when the last one gives up, and nobody joins the dead', async () => {
    const { starts, join } = setUp();
    const caller = new AbortController();
    const first = join('a', caller.signal);
    caller.abort();
    await expect(first).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(starts[0]?.signal.aborted).toBe(true);
    const second = join('a');
    expect(starts).toHaveLength(2);
    starts[1]?.resolve('A');
    await second;
  });

  it('does not begin for somebody who has already given up', async () => {
    const { starts, join } = setUp();
    await expect(join('a', AbortSignal.abort())).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(starts).toHaveLength(0);
  });
});
