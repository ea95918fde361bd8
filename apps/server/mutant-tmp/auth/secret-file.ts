import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@draftsmith/errors';

const BYTES = 32;
const OTHERS = 0o077;

/**
 * The key that signs session cookies: `<dataDir>/auth.key`, made on the first start, readable by its owner only.
 *
 * @returns 32 random bytes as base64url.
 * @throws AppError `invalid` when the folder or the file is open to others, or the file is not such a key.
 */
export async function createSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'auth.key');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  refuseOpenToOthers((await stat(dataDir)).mode, dataDir, '700');
  return (await readSecret(path)) ?? (await writeSecret(path));
}

async function readSecret(path: string): Promise<string | undefined> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new AppError('invalid', `The signing key ${path} cannot be read by this user`, {
      code: 'auth.key-unreadable',
      cause: error,
    });
  });
  if (!file) return undefined;
  try {
    refuseOpenToOthers((await file.stat()).mode, path, '600');
    const secret = (await file.readFile('utf8')).trim();
    if (Buffer.from(secret, 'base64url').length === BYTES) return secret;
  } finally {
    await file.close();
  }
  throw new AppError(
    'invalid',
    `The signing key ${path} is damaged. Delete it and start again; everybody has to sign in anew`,
    { code: 'auth.key-damaged' },
  );
}

/** Written aside and linked into place: a kill in mid-write leaves no half key, and of two first starts one wins. */
async function writeSecret(path: string): Promise<string> {
  const secret = randomBytes(BYTES).toString('base64url');
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(aside, 'wx', 0o600);
  try {
    await file.writeFile(`${secret}\n`);
    await file.sync();
    await file.close();
    await link(aside, path);
    return secret;
  } catch (error) {
    const theirs = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await readSecret(path) : undefined;
    if (theirs) return theirs;
    throw new AppError('invalid', `The signing key ${path} cannot be written: check the folder's permissions`, {
      code: 'auth.key-unwritable',
      cause: error,
    });
  } finally {
    await rm(aside, { force: true });
  }
}

function refuseOpenToOthers(mode: number, path: string, wanted: string): void {
  // Windows keeps access lists, not mode bits.
  if (process.platform === 'win32' || (mode & OTHERS) === 0) return;
  throw new AppError('invalid', `${path} is open to other users of this machine. Run: chmod ${wanted} ${path}`, {
    code: 'auth.key-exposed',
  });
}
