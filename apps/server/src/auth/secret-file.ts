import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '@draftsmith/errors';
import { createOwnerFile, ensureOwnerFolder, readOwnerFile } from '@draftsmith/sealing';

const BYTES = 32;

/**
 * The key that signs session cookies: `<dataDir>/auth.key`, made on the first start, readable by its owner only.
 *
 * @returns 32 random bytes as base64url.
 * @throws AppError `invalid` when the folder or the file is open to others, or the file is not such a key.
 */
export async function createSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'auth.key');
  await ensureOwnerFolder(dataDir);
  const known = readSecret(path);
  if (known) return known;
  const secret = randomBytes(BYTES).toString('base64url');
  // Of several first starts one wins, and the others take its key.
  return (await createOwnerFile(path, `${secret}\n`)) ? secret : (readSecret(path) ?? secret);
}

function readSecret(path: string): string | undefined {
  const secret = readOwnerFile(path)?.trim();
  if (secret === undefined || Buffer.from(secret, 'base64url').length === BYTES) return secret;
  throw new AppError(
    'invalid',
    `The signing key ${path} is damaged. Delete it and start again; everybody has to sign in anew`,
    { code: 'auth.key-damaged' },
  );
}
