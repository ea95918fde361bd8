import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSealer } from './create-sealer.ts';
import { ensureKeyFile, openKeyFile } from './key-file.ts';
import { newSealingKey } from './sealing-key.ts';

let root: string;
let folder: string;
let path: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'draftsmith-keys-'));
  folder = join(root, 'data');
  path = join(folder, 'keys.json');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const at = new Date('2026-11-22T10:00:00Z');
const ids = (ring: { keys(): readonly { id: string }[] } | undefined) => ring?.keys().map(({ id }) => id);

test('is made once, for its owner only, and tells when its key was made', async () => {
  expect(openKeyFile(path)).toBeUndefined();
  const made = await ensureKeyFile(folder, path, at);
  expect(made.keys()).toMatchObject([{ madeAt: at }]);
  expect(ids(await ensureKeyFile(folder, path, new Date()))).toEqual(ids(made));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('processes that start at the same moment share one key', async () => {
  const rings = await Promise.all(Array.from({ length: 8 }, () => ensureKeyFile(folder, path, at)));
  expect(new Set(rings.flatMap(ids)).size).toBe(1);
  expect(await readdir(folder)).toEqual(['keys.json']);
});

test('a rotation in one process is seen by another that runs: it opens the new and seals with it', async () => {
  const here = await ensureKeyFile(folder, path, at);
  const there = openKeyFile(path);
  if (!there) throw new Error('the file is there');
  const [old] = there.keys();
  const sealed = createSealer(there).seal('Anna', 'x');

  const added = newSealingKey(new Date('2026-12-01T00:00:00Z'));
  const { id } = added;
  await here.add(added);
  expect(ids(there)).toEqual([id, old.id]);
  expect(createSealer(there).open(createSealer(here).seal('Boris', 'x'), 'x')).toBe('Boris');
  expect(createSealer(there).isCurrent(sealed)).toBe(false);
  expect(createSealer(here).open(sealed, 'x')).toBe('Anna');

  await here.discard([old.id, id]);
  expect(ids(there), 'the first key stays, whatever is asked').toEqual([id]);
  expect(await readdir(folder)).toEqual(['keys.json']);
});

test('a file that vanishes or is spoilt under a running process takes nothing from it', async () => {
  const ring = await ensureKeyFile(folder, path, at);
  const known = ids(ring);
  const contents = await readFile(path, 'utf8');
  await rm(path);
  expect(ids(ring)).toEqual(known);
  await writeFile(path, '{"keys":', { mode: 0o600 });
  expect(ids(ring)).toEqual(known);
  await writeFile(path, contents, { mode: 0o600 });
  const other = openKeyFile(path);
  await other?.add(newSealingKey(at));
  expect(ids(ring), 'once it is whole again, it is followed').toEqual(ids(other));
});

test.skipIf(process.platform === 'win32')('one that others can read is refused, and the fix is said', async () => {
  await ensureKeyFile(folder, path, at);
  for (const mode of [0o644, 0o640, 0o604, 0o620]) {
    await chmod(path, mode);
    const refusal = {
      kind: 'invalid',
      code: 'owner-file.exposed',
      message: expect.stringContaining(`chmod 600 ${path}`),
    };
    expect(() => openKeyFile(path)).toThrow(expect.objectContaining(refusal));
  }
  await chmod(folder, 0o755);
  await expect(ensureKeyFile(folder, path, at)).rejects.toThrow(`chmod 700 ${folder}`);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'key'],
  ['no keys', '{"keys":[]}'],
  ['a list of something else', '{"keys":[null]}'],
  ['a short key', '{"keys":[{"key":"c2hvcnQ"}]}'],
])('%s in it is told, and nothing is overwritten', async (_, contents) => {
  await mkdir(folder, { mode: 0o700 });
  await writeFile(path, contents, { mode: 0o600 });
  await expect(ensureKeyFile(folder, path, at)).rejects.toMatchObject({ kind: 'invalid', code: 'sealing.key-file' });
  expect(await readFile(path, 'utf8')).toBe(contents);
});

test('one good key among bad ones is still damage: what the others sealed would be lost in silence', async () => {
  await ensureKeyFile(folder, path, at);
  const { keys } = JSON.parse(await readFile(path, 'utf8')) as { keys: unknown[] };
  await writeFile(path, JSON.stringify({ keys: [...keys, {}] }), { mode: 0o600 });
  expect(() => openKeyFile(path)).toThrow(expect.objectContaining({ code: 'sealing.key-file' }));
});
