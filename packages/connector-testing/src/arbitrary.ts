import { seededRandom } from '@draftsmith/seeded-random';

/** Bytes of any kind, or a valid sample that was cut, flipped or stitched together. */
export function arbitraryBody(seed: number, samples: readonly string[]): Uint8Array {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const sample = Buffer.from(samples[below(samples.length)] ?? '');
  switch (seed % 4) {
    case 0:
      return Uint8Array.from({ length: below(200) }, () => below(256));
    case 1:
      return sample.subarray(0, below(sample.length + 1));
    case 2: {
      const damaged = Uint8Array.from(sample);
      for (let count = 1 + below(5); count > 0; count -= 1) damaged[below(damaged.length)] = below(256);
      return damaged;
    }
    default:
      return Buffer.concat([sample, sample.subarray(below(sample.length))]);
  }
}

/** What senders put where something else was expected. */
const STRANGERS: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '0',
  '\u0000',
  '__proto__',
  '../../etc',
  'x'.repeat(100_000),
  [],
  [[]],
  {},
  { id: {} },
];

/** Every JSON document that differs from the sample in one value or lacks one member. */
export function* mutations(value: unknown): Generator<unknown> {
  yield* STRANGERS;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const { [key]: member, ...rest } = value as Record<string, unknown>;
    yield rest;
    for (const mutant of mutations(member)) yield Array.isArray(value) ? [mutant] : { ...value, [key]: mutant };
  }
}
