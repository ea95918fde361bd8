import { copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@draftsmith/database';
import { secrets } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSealing } from './open-sealing.ts';

const at = new Date('2026-11-22T10:00:00Z');
const [KEY_A, KEY_B] = ['a1'.repeat(16) + 'b2'.repeat(16), 'c3'.repeat(16) + 'd4'.repeat(16)];

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let root: string;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(secrets);
    root = await mkdtemp(join(tmpdir(), 'draftsmith-sealing-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));
  afterAll(() => database.close());

  const open = (folder: string, keys?: string) =>
    openSealing({ DRAFTSMITH_DATA: join(root, folder), DRAFTSMITH_KEYS: keys }, database.orm, at);
  const peopleKey = async (...of: Parameters<typeof open>) => (await open(...of)).peopleKey.export().toString('hex');

  test('processes that share the folder share keys and the index of people, from the first moment on', async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => peopleKey('data')));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toHaveLength(64);
    expect(await peopleKey('data')).toBe(keys[0]);
  });

  test('so do processes on several machines with the same DRAFTSMITH_KEYS, and no key file is made', async () => {
    expect(await peopleKey('one', KEY_A)).toBe(await peopleKey('two', KEY_A));
    expect(await readdir(root)).toEqual([]);
  });

  test('the index of people outlives every rotation of the keys', async () => {
    const first = await peopleKey('data', KEY_A);
    expect(await peopleKey('data', `${KEY_B},${KEY_A}`)).toBe(first);
  });

  test('a machine without the keys makes none of its own, and is told what it needs', async () => {
    await open('one');
    await expect(open('two')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'sealing.no-keys',
      message: expect.stringMatching(/keys\.json.*backup.*DRAFTSMITH_KEYS/),
    });
    expect(await readdir(root)).toEqual(['one']);
  });

  test('a machine with other keys stops, too, and is told which key it lacks', async () => {
    const { keys } = await open('one');
    const [{ id }] = keys.ring.keys();
    await expect(open('two', KEY_A)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'sealing.other-keys',
      message: expect.stringMatching(new RegExp(`DRAFTSMITH_KEYS are not those.*${id}`)),
    });
  });

  test('a folder that is put back from a backup opens everything again', async () => {
    const first = await peopleKey('one');
    await mkdir(join(root, 'two'), { mode: 0o700 });
    await copyFile(join(root, 'one', 'keys.json'), join(root, 'two', 'keys.json'));
    expect(await peopleKey('two')).toBe(first);
  });
});
