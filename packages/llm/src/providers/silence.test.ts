import { expect, it, vi } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { watchSilence } from './silence.ts';

const limits = { connectMs: 1, firstTokenMs: 1_000, idleMs: 500, endGraceMs: 50 };

function setUp() {
  const clock = createManualClock();
  const onTooLong = vi.fn();
  const onGraceOver = vi.fn();
  return { clock, onTooLong, onGraceOver, silence: watchSilence({ clock, limits, onTooLong, onGraceOver }) };
}

it('lasts too long before the first word', async () => {
  const { clock, onTooLong } = setUp();
  await clock.advance(999);
  expect(onTooLong).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(onTooLong).toHaveBeenCalledExactlyOnceWith('first-token');
});

it('lasts too long after a word, counted from the last one', async () => {
  const { clock, onTooLong, silence } = setUp();
  await clock.advance(999);
  silence.broken();
  for (let piece = 0; piece < 5; piece++) {
    await clock.advance(499);
    silence.broken();
  }
  await clock.advance(499);
  expect(onTooLong).not.toHaveBeenCalled();
  await clock.advance(1);
  expect(onTooLong).toHaveBeenCalledExactlyOnceWith('stall');
});

it('is short after the last word, and no failure', async () => {
  const { clock, onTooLong, onGraceOver, silence } = setUp();
  silence.broken();
  silence.ending();
  await clock.advance(50);
  expect(onGraceOver).toHaveBeenCalledOnce();
  await clock.advance(10_000);
  expect(onTooLong).not.toHaveBeenCalled();
});

it.each(['broken', 'ending'] as const)('is nobody’s business after the end: %s', async (before) => {
  const { clock, onTooLong, onGraceOver, silence } = setUp();
  silence[before]();
  silence.end();
  await clock.advance(10_000);
  expect(onTooLong).not.toHaveBeenCalled();
  expect(onGraceOver).not.toHaveBeenCalled();
});
