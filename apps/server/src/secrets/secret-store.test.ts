import type { Database } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createSealer } from '@draftsmith/sealing';
import { testRing, testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSecretStore, placeOf } from './secret-store.ts';

const sealer = testSealer();

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(() => database.orm.delete(secrets));
  afterAll(() => database.close());
  const open = () => createSecretStore(database.orm, sealer);

  test('what is put is there, sealed, until it is deleted', async () => {
    const store = open();
    expect(await store.get('desk/acme')).toBeUndefined();
    await store.put('desk/acme', 'token-1');
    await store.put('desk/acme', 'token-2');
    expect(await store.get('desk/acme')).toBe('token-2');
    expect(JSON.stringify(await database.orm.select().from(secrets))).not.toContain('token');
    await store.delete('desk/acme');
    expect(await store.get('desk/acme')).toBeUndefined();
  });

  test('of many processes that make a secret at the same moment all get one', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, (_, i) => open().ensure('shared', () => `value-${i}`)));
    expect(new Set(made).size).toBe(1);
    expect(await open().get('shared')).toBe(made[0]);
  });

  test('of many that replace a token one wins, and the others are told', async () => {
    await open().put('token', 'old');
    const replaced = await Promise.all(
      Array.from({ length: 10 }, (_, i) => open().replace('token', 'old', `new-${i}`)),
    );
    expect(replaced.filter(Boolean)).toHaveLength(1);
    expect(await open().get('token')).toBe(`new-${replaced.indexOf(true)}`);
    expect(await open().replace('nothing', 'old', 'new')).toBe(false);
  });

  test('a token that was only sealed again meanwhile is still replaced', async () => {
    await open().put('token', 'old');
    let once = true;
    const interrupted = createSecretStore(database.orm, {
      ...sealer,
      // Between the read and the write of the replacement.
      seal: (plain, place) => {
        if (once) void open().put('token', 'old');
        once = false;
        return sealer.seal(plain, place);
      },
    });
    expect(await interrupted.replace('token', 'old', 'new')).toBe(true);
    expect(await open().get('token')).toBe('new');
  });

  test('one secret in the place of another does not open, nor one of a foreign key', async () => {
    await open().put('a', 'token');
    const [row] = await database.orm.select().from(secrets);
    await database.orm.insert(secrets).values({ name: 'b', sealed: row?.sealed ?? '', updatedAt: new Date() });
    await expect(open().get('b')).rejects.toMatchObject({ code: 'sealing.damaged' });
    const foreign = createSealer(testRing()).seal('token', placeOf('a'));
    await database.orm.update(secrets).set({ sealed: foreign }).where(eq(secrets.name, 'a'));
    await expect(open().get('a')).rejects.toMatchObject({ code: 'sealing.key-missing' });
  });
});
