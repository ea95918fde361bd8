import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signed } from './signed.ts';

test('the signature stands below, as it was given', () => {
  expect(signed('Hello\n\nBest regards', 'Your team\nAcme, +49 30 1234')).toBe(
    'Hello\n\nBest regards\n\nYour team\nAcme, +49 30 1234',
  );
});

test('no signature, no change; and none is put there twice', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, signature) => {
      const once = signed(text, signature);
      expect(signed(once, signature)).toBe(once);
      expect(once.startsWith(text.trimEnd())).toBe(true);
      if (signature.trim() === '') expect(once).toBe(text);
    }),
  );
  expect(signed('Hello', undefined)).toBe('Hello');
});
