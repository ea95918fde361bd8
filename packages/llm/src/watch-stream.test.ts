import { describe, expect, it } from 'vitest';
import { createManualClock } from './testing/manual-clock.ts';
import { watchStream } from './watch-stream.ts';

const limits = { firstTokenMs: 1_000, idleMs: 500, endGraceMs: 50 };

/** A stream that a test feeds; it notes whether it was aborted. */
function setUp(signal = new AbortController().signal) {
  const clock = createManualClock();
  const feed: ((event: IteratorResult<string>) => void)[] = [];
  const got: string[] = [];
  let request: AbortSignal | undefined;
  const events = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise<IteratorResult<string>>((resolve) => feed.push(resolve)),
    }),
  };
  const open = async (watched: AbortSignal) => {
    request = watched;
    return events;
  };
  const run = (async () => {
    const watched = watchStream<string>(open, {
      title: 'The model',
      limits,
      clock,
      signal,
      isProgress: (event) => event !== 'ping',
      isFinished: () => got.includes('end'),
    });
    for await (const event of watched) got.push(event);
  })();
  run.catch(() => undefined);
  const push = async (value: string) => {
    await clock.advance(0);
    feed.shift()?.({ value, done: false });
    await clock.advance(0);
  };
  const close = async () => {
    await clock.advance(0);
    feed.shift()?.({ value: undefined, done: true });
  };
  return { clock, run, got, push, close, aborted: () => request?.aborted };
}

describe('watchStream', () => {
  it('passes on what comes and leaves a finished request alone', async () => {
    const { run, push, close, got, aborted } = setUp();
    await push('a');
    await push('b');
    await close();
    await run;
    expect(got).toEqual(['a', 'b']);
    expect(aborted()).toBe(false);
  });

  it('ends a request that never begins', async () => {
    const { clock, run, aborted } = setUp();
    await clock.advance(1_000);
    await expect(run).rejects.toMatchObject({ code: 'llm.first-token', message: 'The model sent nothing within 1 s' });
    expect(aborted()).toBe(true);
  });

  it('ends a request that stops, however many keep-alives it sends', async () => {
    const { clock, run, push } = setUp();
    await push('a');
    await clock.advance(499);
    await push('ping');
    await clock.advance(1);
    await expect(run).rejects.toMatchObject({ code: 'llm.stall', message: 'The model stopped mid-answer for 0.5 s' });
  });

  it('waits on while pieces keep coming', async () => {
    const { clock, run, push, close } = setUp();
    for (let piece = 0; piece < 5; piece++) {
      await push('a');
      await clock.advance(499);
    }
    await close();
    await run;
  });

  it('needs no end mark after the last word', async () => {
    const { clock, run, push, got, aborted } = setUp();
    await push('end');
    await clock.advance(50);
    await run;
    expect(got).toEqual(['end']);
    expect(aborted()).toBe(true);
  });

  it("gives the outer signal's reason", async () => {
    const outer = new AbortController();
    const { run } = setUp(outer.signal);
    outer.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
  });
});
