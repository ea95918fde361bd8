import { expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createWaitingRoom } from './waiting-room.ts';

const never = new AbortController().signal;

it('tells those who listen for it, and nobody else', async () => {
  const clock = createManualClock();
  const room = createWaitingRoom(clock);
  using a = room.listen('a');
  using alsoA = room.listen('a');
  using b = room.listen('b');
  const heard = [a, alsoA, b].map((listener) => listener.next(1_000, never));
  room.tell('a', 'kept');
  await clock.advance(1_000);
  expect(await Promise.all(heard)).toEqual(['kept', 'kept', 'time']);
});

it('keeps news that came before the wait, but not before the listening', async () => {
  const clock = createManualClock();
  const room = createWaitingRoom(clock);
  room.tell('a', 'none');
  using listener = room.listen('a');
  room.tell('a', 'kept');
  expect(await listener.next(1_000, never)).toBe('kept');
});

it('lets a listener leave with its signal', async () => {
  const room = createWaitingRoom(createManualClock());
  const caller = new AbortController();
  using listener = room.listen('a');
  const heard = listener.next(1_000, caller.signal);
  caller.abort();
  expect(await heard).toBe('time');
  using late = room.listen('a');
  expect(await late.next(1_000, caller.signal)).toBe('time');
});

it('tells everybody at once', async () => {
  const room = createWaitingRoom(createManualClock());
  using a = room.listen('a');
  using b = room.listen('b');
  const heard = [a, b].map((listener) => listener.next(1_000, never));
  room.tellAll('none');
  expect(await Promise.all(heard)).toEqual(['none', 'none']);
});
