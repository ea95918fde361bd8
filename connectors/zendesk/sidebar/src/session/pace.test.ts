import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untilNextLook } from './pace.ts';

test('it looks soon while something is under way, and rarely otherwise', () => {
  expect(untilNextLook({ busy: true, looks: 0, failures: 0 })).toBeLessThanOrEqual(1_000);
  expect(untilNextLook({ busy: false, looks: 0, failures: 0 })).toBeGreaterThanOrEqual(30_000);
});

test('a minute of waiting stays far below what Zendesk allows an app', () => {
  let elapsed = 0;
  let looks = 0;
  while (elapsed < 60_000) elapsed += untilNextLook({ busy: true, looks: looks++, failures: 0 });
  expect(looks).toBeLessThan(25);
});

test('it never gets more eager, neither by waiting nor by failing', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.nat(200), fc.nat(200), (busy, looks, failures) => {
      const now = untilNextLook({ busy, looks, failures });
      expect(now).toBeGreaterThanOrEqual(500);
      expect(untilNextLook({ busy, looks: looks + 1, failures })).toBeGreaterThanOrEqual(now);
      if (failures > 0) expect(untilNextLook({ busy, looks, failures: failures + 1 })).toBeGreaterThanOrEqual(now);
    }),
  );
});
