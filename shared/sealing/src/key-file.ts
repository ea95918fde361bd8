import { statSync } from 'node:fs';
import { AppError } from '@draftsmith/errors';
import { createOwnerFile, ensureOwnerFolder, readOwnerFile, replaceOwnerFile } from './owner-file.ts';
import { KEY_BYTES, type KeyRing, newSealingKey, type SealingKey, sealingKey } from './sealing-key.ts';

type Keys = readonly [SealingKey, ...SealingKey[]];

/** A ring in `keys.json`, readable by its owner only. What one process changes in it the others see at once. */
export interface KeyFile extends KeyRing {
  readonly path: string;
  /** Puts a new key before the others. Whoever calls it keeps other rotations out meanwhile. */
  add(key: SealingKey): Promise<void>;
  /** Takes keys out for good: what they sealed opens no more. The first one stays. */
  discard(ids: readonly string[]): Promise<void>;
}

/**
 * @returns undefined when there is no such file
 * @throws AppError `invalid` when it is open to others, unreadable or damaged
 */
export function openKeyFile(path: string): KeyFile | undefined {
  if (readOwnerFile(path) === undefined) return undefined;
  let seen = stampOf(path);
  let keys = readKeys(path);
  const look = (): Keys => {
    const now = stampOf(path);
    if (now === seen) return keys;
    try {
      [keys, seen] = [readKeys(path), now];
    } catch {
      // Gone, or spoilt by hand: a process that runs goes on with what it knows, and looks again the next time.
    }
    return keys;
  };
  return {
    path,
    keys: look,
    add: (key) => replaceOwnerFile(path, textOf([key, ...look()])),
    async discard(ids) {
      const [first, ...others] = look();
      await replaceOwnerFile(path, textOf([first, ...others.filter(({ id }) => !ids.includes(id))]));
    },
  };
}

/** Makes the folder and the file where they are missing; processes that do so at the same moment get the same key. */
export async function ensureKeyFile(folder: string, path: string, now: Date): Promise<KeyFile> {
  await ensureOwnerFolder(folder);
  const known = openKeyFile(path);
  if (known) return known;
  await createOwnerFile(path, textOf([newSealingKey(now)]));
  const made = openKeyFile(path);
  if (!made) throw damaged(path);
  return made;
}

/** Changes whenever the file is replaced. */
function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat && `${stat.ino}:${stat.mtimeNs}:${stat.size}`;
}

function textOf(keys: Keys): string {
  const stored = keys.map(({ secret, madeAt }) => ({
    key: secret.export().toString('base64url'),
    madeAt: madeAt?.toISOString(),
  }));
  return `${JSON.stringify({ keys: stored }, null, 2)}\n`;
}

function readKeys(path: string): Keys {
  const entries = entriesOf(readOwnerFile(path));
  const [first, ...others] = entries.flatMap((entry) => keyOf(entry) ?? []);
  if (!first || others.length + 1 !== entries.length) throw damaged(path);
  return [first, ...others];
}

function entriesOf(text: string | undefined): unknown[] {
  try {
    const { keys } = JSON.parse(text ?? '') as { keys: unknown };
    return Array.isArray(keys) ? keys : [];
  } catch {
    return [];
  }
}

function keyOf(entry: unknown): SealingKey | undefined {
  const { key, madeAt } = Object(entry) as { key: unknown; madeAt: unknown };
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64url') : undefined;
  if (bytes?.length !== KEY_BYTES) return undefined;
  const at = typeof madeAt === 'string' ? new Date(madeAt) : undefined;
  return sealingKey(bytes, at && !Number.isNaN(at.getTime()) ? at : undefined);
}

function damaged(path: string): AppError {
  return new AppError(
    'invalid',
    `The key file ${path} is damaged: put it back from a backup. What it sealed does not open without it`,
    { code: 'sealing.key-file' },
  );
}
