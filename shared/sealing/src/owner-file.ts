import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { AppError } from '@draftsmith/errors';

const OTHERS = 0o077;

/** @throws AppError `invalid` when the folder is open to others; one that is missing is made for its owner only. */
export async function ensureOwnerFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  refuseOpenToOthers(statSync(folder).mode, folder, '700');
}

/**
 * @returns undefined when there is no such file
 * @throws AppError `invalid` when others may read or write it, or this user may not
 */
export function readOwnerFile(path: string): string | undefined {
  const file = openToRead(path);
  if (file === undefined) return undefined;
  try {
    refuseOpenToOthers(fstatSync(file).mode, path, '600');
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function openToRead(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw new AppError('invalid', `${path} cannot be read by this user`, { code: 'owner-file.unreadable', cause });
  }
}

/**
 * A kill in mid-write leaves no half file, and of several that write the first wins.
 * @returns false when the file is there already
 */
export async function createOwnerFile(path: string, contents: string): Promise<boolean> {
  return writeAside(path, contents, async (aside) => {
    try {
      await link(aside, path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  });
}

/** A kill leaves the old contents or the new. */
export async function replaceOwnerFile(path: string, contents: string): Promise<void> {
  await writeAside(path, contents, (aside) => rename(aside, path));
}

async function writeAside<Result>(
  path: string,
  contents: string,
  place: (aside: string) => Promise<Result>,
): Promise<Result> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(contents);
      await file.sync();
    } finally {
      await file.close();
    }
    return await place(aside);
  } catch (cause) {
    throw new AppError('invalid', `${path} cannot be written: check the folder's permissions`, {
      code: 'owner-file.unwritable',
      cause,
    });
  } finally {
    await rm(aside, { force: true });
  }
}

function refuseOpenToOthers(mode: number, path: string, wanted: string): void {
  // Windows keeps access lists, not mode bits.
  if (process.platform === 'win32' || (mode & OTHERS) === 0) return;
  throw new AppError('invalid', `${path} is open to other users of this machine. Run: chmod ${wanted} ${path}`, {
    code: 'owner-file.exposed',
  });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
