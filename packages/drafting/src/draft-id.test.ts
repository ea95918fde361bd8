import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftIdOf, messageKeyOf } from './draft-id.ts';

const job = fc.record({ connector: fc.string(), account: fc.string(), deliveryId: fc.string() });

test('the same delivery has the same id, another one another, and each is a UUID', () => {
  fc.assert(
    fc.property(job, job, (a, b) => {
      expect(draftIdOf(a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(draftIdOf(a) === draftIdOf(b)).toBe(
        a.connector === b.connector && a.account === b.account && a.deliveryId === b.deliveryId,
      );
    }),
  );
});

test('parts do not run into each other', () => {
  expect(draftIdOf({ connector: 'a', account: 'bc', deliveryId: 'd' })).not.toBe(
    draftIdOf({ connector: 'ab', account: 'c', deliveryId: 'd' }),
  );
});

test('a message has one key, another message another', () => {
  const resource = { connector: 'desk', account: 'acme', type: 'ticket', id: '7' };
  const key = messageKeyOf({ resource, revision: 'c1' });
  expect(messageKeyOf({ resource: { ...resource }, revision: 'c1' })).toBe(key);
  expect(messageKeyOf({ resource, revision: 'c2' })).not.toBe(key);
  expect(messageKeyOf({ resource: { ...resource, account: 'other' }, revision: 'c1' })).not.toBe(key);
});
