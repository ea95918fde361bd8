import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIncomingBody } from './incoming-body.ts';

const MARK = 65_536;
const packet = (size: number, fill = 0) => new Uint8Array(size).fill(fill);

/** A body, and what it asked of its connection. */
function start() {
  const asked: string[] = [];
  const sink = createIncomingBody({
    pause: () => asked.push('pause'),
    resume: () => asked.push('resume'),
    drop: () => asked.push('drop'),
  });
  return { sink, asked, reader: sink.body.getReader() };
}

describe('a body', () => {
  it('gives what has come, and then its end, again and again', async () => {
    const { sink, reader } = start();
    sink.push(packet(1, 1));
    sink.push(packet(1, 2));
    sink.end();
    expect(await reader.read()).toEqual({ done: false, value: packet(1, 1) });
    expect(await reader.read()).toEqual({ done: false, value: packet(1, 2) });
    expect(await reader.read()).toEqual({ done: true });
    expect(await reader.read()).toEqual({ done: true });
  });

  it('gives what came before it broke off: the answer may have been whole', async () => {
    const { sink, reader } = start();
    sink.push(packet(1));
    sink.fail(new Error('reset'));
    expect(await reader.read()).toMatchObject({ done: false });
    await expect(reader.read()).rejects.toThrow('reset');
    await expect(reader.read()).rejects.toThrow('reset');
  });

  it.each(['fail', 'abort'] as const)('tells a reader that waits why there is no more: %s', async (how) => {
    const { sink, reader } = start();
    const reading = reader.read();
    sink[how](new Error('why'));
    await expect(reading).rejects.toThrow('why');
  });

  it('is over at once for a reader who has left, and whole is whole', async () => {
    const left = start();
    left.sink.push(packet(1));
    left.sink.abort(new Error('left'));
    await expect(left.reader.read()).rejects.toThrow('left');

    const whole = start();
    whole.sink.push(packet(1));
    whole.sink.end();
    whole.sink.abort(new Error('too late'));
    expect(await whole.reader.read()).toMatchObject({ done: false });
    expect(await whole.reader.read()).toEqual({ done: true });
  });

  it('drops its connection when nobody reads on, unless it has ended', async () => {
    const { sink, asked, reader } = start();
    const reading = reader.read();
    await reader.cancel();
    await reader.cancel();
    sink.push(packet(1));
    sink.fail(new Error('dropped'));
    expect(await reading).toEqual({ done: true });
    expect(await reader.read()).toEqual({ done: true });
    expect(asked).toEqual(['drop']);

    const ended = start();
    ended.sink.end();
    await ended.reader.cancel();
    expect(ended.asked).toEqual([]);
  });

  it('stops its connection while nobody reads, and starts it again', async () => {
    const { sink, asked, reader } = start();
    sink.push(packet(MARK - 1));
    expect(asked).toEqual([]);
    sink.push(packet(1));
    expect(asked).toEqual(['pause']);
    await reader.read();
    expect(asked).toEqual(['pause']);
    await reader.read();
    expect(asked).toEqual(['pause', 'resume']);
  });
});

it('gives everything in its order and holds little of it, however sending and reading take turns', async () => {
  const LARGEST = 40_000;
  const turn = fc.oneof(fc.constant('read' as const), fc.integer({ min: 1, max: LARGEST }));
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 60 }), async (turns) => {
      const { sink, asked, reader } = start();
      const sent: number[] = [];
      const got: number[] = [];
      let held = 0;
      const read = async (): Promise<boolean> => {
        const { done, value } = await reader.read();
        if (!value) return !done;
        got.push(value[0] ?? -1);
        held -= value.byteLength;
        return true;
      };
      let reading: Promise<boolean> | undefined;
      for (const one of turns) {
        if (one === 'read') {
          reading ??= read().finally(() => {
            reading = undefined;
          });
        } else if (asked.at(-1) !== 'pause') {
          sent.push(sent.length);
          sink.push(packet(one, sent.length - 1));
          held += one;
        }
        for (let i = 0; i < 4; i++) await Promise.resolve();
        expect(held).toBeLessThan(MARK + LARGEST);
      }
      sink.end();
      await reading;
      while (await read());
      expect(got).toEqual(sent);
    }),
  );
});
