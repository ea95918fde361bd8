import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealer, stalePrefixes } from './create-sealer.ts';
import { newSealingKey, type SealingKey } from './sealing-key.ts';

const [older, newer] = [newSealingKey(new Date(0)), newSealingKey(new Date(1))];
const ringOf = (...keys: [SealingKey, ...SealingKey[]]) => createSealer({ keys: () => keys });

test('whatever is sealed opens as it was, and never twice looks the same', () => {
  const sealer = ringOf(newer);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.string({ unit: 'binary' }), (plain, context) => {
      const sealed = sealer.seal(plain, context);
      expect(sealer.open(sealed, context)).toBe(plain);
      expect(sealed).not.toBe(sealer.seal(plain, context));
      expect(sealed).toMatch(/^v1\.[0-9a-f]{12}\.[\w-]{16}\.[\w-]+$/);
    }),
  );
});

test('what was changed in any place is refused, or is what it was', () => {
  const sealer = ringOf(newer);
  const sealed = sealer.seal('Anna Kuznetsova', 'drafts.about/7');
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, other) => {
      const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
      let read: string;
      try {
        read = sealer.open(changed, 'drafts.about/7');
      } catch (error) {
        expect(error).toMatchObject({ kind: 'invalid', code: expect.stringMatching(/^sealing\./) });
        expect(String(error)).not.toContain('Anna');
        return;
      }
      // The last character of base64 has bits that mean nothing.
      expect(read).toBe('Anna Kuznetsova');
    }),
  );
});

test.each([
  ['cut', (sealed: string) => sealed.slice(0, -8)],
  ['cut down to a part of its tag', (sealed: string) => sealed.replace(/[^.]+$/, (body) => body.slice(0, 10))],
  ['of an unknown version', (sealed: string) => sealed.replace('v1', 'v2')],
  ['no text at all', () => ''],
])('what is %s is damaged', (_, change) => {
  const sealer = ringOf(newer);
  const open = () => sealer.open(change(sealer.seal('Anna', 'here')), 'here');
  expect(open).toThrow(expect.objectContaining({ kind: 'invalid', code: 'sealing.damaged' }));
});

test('what was copied to another place does not open there', () => {
  const sealer = ringOf(newer);
  const sealed = sealer.seal('Anna', 'drafts.about/7');
  expect(() => sealer.open(sealed, 'drafts.about/8')).toThrow(expect.objectContaining({ code: 'sealing.damaged' }));
});

test('every key of the ring opens, the first one seals, and what an older one sealed is to be sealed again', () => {
  const [before, after] = [ringOf(older), ringOf(newer, older)];
  const sealed = before.seal('Anna', 'here');
  expect(after.open(sealed, 'here')).toBe('Anna');
  expect([after.isCurrent(sealed), before.isCurrent(sealed)]).toEqual([false, true]);
  expect(after.isCurrent(after.seal('Anna', 'here'))).toBe(true);
  const stale = stalePrefixes({ keys: () => [newer, older] });
  const isStale = (text: string) => stale.some((prefix) => text.startsWith(prefix));
  expect([sealed, 'plain.{}', after.seal('Anna', 'here')].map(isStale)).toEqual([true, true, false]);
});

test('what stood in the open before opens, and is to be sealed', () => {
  const sealer = ringOf(newer);
  expect(sealer.open('plain.{"subject":"a.b"}', 'anywhere')).toBe('{"subject":"a.b"}');
  expect(sealer.isCurrent('plain.{}')).toBe(false);
});

test('a key that is gone is named by its id; another key under that id opens nothing', () => {
  const sealed = ringOf(older).seal('Anna', 'here');
  expect(() => ringOf(newer).open(sealed, 'here')).toThrow(
    expect.objectContaining({ code: 'sealing.key-missing', message: expect.stringContaining(older.id) }),
  );
  const forged = { ...newer, id: older.id };
  expect(() => ringOf(forged).open(sealed, 'here')).toThrow(expect.objectContaining({ code: 'sealing.damaged' }));
});

test('a key that is printed by mistake shows nothing', () => {
  expect(JSON.stringify(newer)).toBe(JSON.stringify({ id: newer.id, secret: {}, madeAt: newer.madeAt }));
});
