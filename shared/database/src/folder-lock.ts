import { createHash } from 'node:crypto';
import { access, constants, realpath, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@draftsmith/errors';

export interface FolderLock {
  release(): Promise<void>;
}

/** Longest path that a UNIX socket takes on every system (104 on macOS, 108 on Linux, with the closing zero). */
const SOCKET_PATH_LIMIT = 100;

/**
 * Makes sure that one process at a time uses a folder: two PGlite engines on the same files would destroy them.
 * The lock is a listening socket, because the system itself ends it with the process. A pid file would outlive a
 * kill -9, and in a container the next process often gets the very same pid.
 *
 * @throws AppError `conflict` when another process has it, `invalid` when the folder cannot be written or others can look into it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await access(folder, constants.W_OK | constants.X_OK).catch((cause) => {
    throw new AppError('invalid', `The data folder ${folder} is not writable for this user`, {
      code: 'database.folder',
      cause,
    });
  });
  await refuseOpenToOthers(folder);
  const path = await socketPath(folder);
  const server = (await listen(path)) ?? (await takeOver(path, folder));
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** Windows has no such bits; its users' folders are theirs by inheritance. */
async function refuseOpenToOthers(folder: string): Promise<void> {
  if (process.platform === 'win32' || ((await stat(folder)).mode & 0o077) === 0) return;
  throw new AppError('invalid', `The data folder ${folder} is open to other users: run chmod 700 ${folder}`, {
    code: 'database.folder',
  });
}

async function socketPath(folder: string): Promise<string> {
  const real = await realpath(folder);
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\draftsmith-${digest}`;
  const inside = join(real, 'lock');
  return inside.length <= SOCKET_PATH_LIMIT ? inside : join(tmpdir(), `draftsmith-${digest}.lock`);
}

/** @returns undefined when the path is taken. */
function listen(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.end());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else
        reject(new AppError('invalid', 'The data folder cannot be locked', { code: 'database.folder', cause: error }));
    });
    server.listen(path, () => resolve(server));
  });
}

/** The socket file of a killed process is still there, but nobody answers on it. */
async function takeOver(path: string, folder: string): Promise<Server> {
  if (!(await answers(path))) {
    await rm(path, { force: true });
    const server = await listen(path);
    if (server) return server;
  }
  throw new AppError(
    'conflict',
    `Another Draftsmith already uses the data folder ${folder}; stop it or set DRAFTSMITH_DATA to another folder`,
    { code: 'database.in-use', retryable: false },
  );
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
