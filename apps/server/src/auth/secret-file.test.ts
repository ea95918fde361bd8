import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSecret } from './secret-file.ts';

let root: string;
let dataDir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'draftsmith-secret-'));
  dataDir = join(root, 'data');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

it('makes 32 random bytes once, for the owner only', async () => {
  const secret = await createSecret(dataDir);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  expect(await createSecret(dataDir)).toBe(secret);
  expect(await modeOf(dataDir)).toBe('700');
  expect(await modeOf(join(dataDir, 'auth.key'))).toBe('600');
  expect(await createSecret(join(root, 'other'))).not.toBe(secret);
});

it('is the same for processes that start at the same moment', async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => createSecret(dataDir)));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['auth.key']);
});

it.skipIf(process.platform === 'win32')('refuses a key or folder that others can read, and says the fix', async () => {
  await createSecret(dataDir);
  const path = join(dataDir, 'auth.key');
  for (const mode of [0o644, 0o640, 0o604, 0o620]) {
    await chmod(path, mode);
    await expect(createSecret(dataDir)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'owner-file.exposed',
      message: `${path} is open to other users of this machine. Run: chmod 600 ${path}`,
    });
  }
  await chmod(path, 0o600);
  await chmod(dataDir, 0o755);
  await expect(createSecret(dataDir)).rejects.toThrow(`Run: chmod 700 ${dataDir}`);
});

it('refuses a damaged key instead of signing with it', async () => {
  await mkdir(dataDir, { mode: 0o700 });
  for (const content of ['', 'short', `${'A'.repeat(60)}`]) {
    await writeFile(join(dataDir, 'auth.key'), content, { mode: 0o600 });
    await expect(createSecret(dataDir)).rejects.toMatchObject({ kind: 'invalid', code: 'auth.key-damaged' });
  }
});
