import { expect, it } from 'vitest';
import type { Piece } from './dialect.ts';
import { addPiece, startReading } from './reading.ts';

interface Counts {
  in?: number;
  out?: number;
}
const stop = { kind: 'stop', raw: 'stop' } as const;

function read(...pieces: (Piece<Counts> & { repeated?: boolean })[]) {
  const reading = startReading<Counts>('asked', 0);
  for (const { repeated = false, ...piece } of pieces) addPiece(reading, piece, repeated);
  return reading;
}

it('puts an answer together', () => {
  const reading = read(
    { model: 'm' },
    { thought: 'hm' },
    { text: 'a' },
    { text: 'b', finish: stop },
    { counts: { out: 2 } },
  );
  expect(reading).toMatchObject({
    text: 'ab',
    thought: 'hm',
    model: 'm',
    finish: stop,
    counts: { out: 2 },
    progress: 3,
  });
});

it('takes counts for final that come with the end or after it, and completes them', () => {
  expect(read({ counts: { in: 3, out: 1 } }, { text: 'a' }, { finish: stop })).toMatchObject({ counted: false });
  expect(read({ counts: { in: 3, out: 1 } }, { finish: stop, counts: { out: 9 } })).toMatchObject({
    counted: true,
    counts: { in: 3, out: 9 },
  });
});

it('begins with any event but an error, which keeps its counts', () => {
  expect(read().begun).toBe(false);
  expect(read({}).begun).toBe(true);
  expect(read({ error: 'x', counts: { out: 1 } })).toMatchObject({ begun: false, error: 'x', counted: true });
});

it('passes over numbered events that come again', () => {
  const reading = read(
    { sequence: 0 },
    { sequence: 1, text: 'a' },
    { sequence: 1, text: 'a' },
    { sequence: 2, text: 'a' },
  );
  expect(reading).toMatchObject({ text: 'aa', pieces: 2 });
});

it('counts pieces that may have come twice, and keeps them', () => {
  const reading = read({ text: 'a' }, { text: 'a', repeated: true }, { repeated: true });
  expect(reading).toMatchObject({ text: 'aa', pieces: 2, repeats: 1 });
});
