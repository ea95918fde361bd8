import { createSealer } from './create-sealer.ts';
import type { Sealer } from './sealer.ts';
import { type KeyRing, newSealingKey } from './sealing-key.ts';

/** A ring that lives as long as the test. */
export function testRing(): KeyRing {
  const key = newSealingKey(new Date(0));
  return { keys: () => [key] };
}

export function testSealer(): Sealer {
  return createSealer(testRing());
}
