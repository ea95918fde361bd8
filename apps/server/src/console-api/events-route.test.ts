import type { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChanges } from './changes.ts';
import { eventsRoute } from './events-route.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** A console at the other end; one that sleeps never takes its first piece. */
function open({ asleep, gone = false }: { asleep: boolean; gone?: boolean }) {
  const pieces: string[] = [];
  const errors: Error[] = [];
  const response = new Writable({
    decodeStrings: false,
    write(piece, _encoding, done) {
      pieces.push(String(piece));
      if (!asleep) done();
    },
  });
  response.on('error', (error) => errors.push(error));
  const changes = createChanges();
  const streamed = Object.assign(response, { writeHead: () => response }) as unknown as ServerResponse;
  if (gone) response.destroy();
  eventsRoute(changes)(undefined, streamed);
  return { changes, response, pieces, errors };
}

test('each change is an event, until the console goes', async () => {
  const { changes, response, pieces } = open({ asleep: false });
  changes.publish({ id: 'd1', state: 'drafted' });
  expect(pieces.at(-1)).toBe('event: draft\ndata: {"id":"d1","state":"drafted"}\n\n');
  vi.advanceTimersByTime(25_000);
  expect(pieces.at(-1)).toBe(': still here\n\n');

  response.destroy();
  await new Promise((closed) => response.once('close', closed));
  const sofar = pieces.length;
  changes.publish({ id: 'd2', state: 'drafted' });
  vi.advanceTimersByTime(60_000);
  expect(pieces).toHaveLength(sofar);
  expect(vi.getTimerCount()).toBe(0);
});

test('nothing is written to a sleeping console after the stream has ended: that error would end the process', async () => {
  const { changes, response, errors } = open({ asleep: true });
  vi.advanceTimersByTime(10 * 60_000);
  expect(response.writableEnded).toBe(true);
  changes.publish({ id: 'd1', state: 'drafted' });
  vi.advanceTimersByTime(60_000);
  await new Promise(setImmediate);
  expect(errors).toEqual([]);
});

test('a console that does not read is let go before its events fill the memory', () => {
  const { changes, response } = open({ asleep: true });
  for (let n = 0; n < 2_000 && !response.destroyed; n += 1)
    changes.publish({ id: `${n}`.padStart(36), state: 'drafted' });
  expect(response.destroyed).toBe(true);
});

test('a console that left before its stream began leaves nothing behind', () => {
  open({ asleep: false, gone: true });
  expect(vi.getTimerCount()).toBe(0);
});
