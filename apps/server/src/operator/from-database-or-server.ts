import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Database, type Orm, openDatabase } from '@draftsmith/database';
import { AppError, isAppError } from '@draftsmith/errors';
import type { ServerSettings } from '../settings.ts';

/**
 * The embedded database belongs to one process: while that is a server, the server is asked.
 * @throws AppError `not-found` when there is no database yet
 */
export async function fromDatabaseOrServer<Answer>(
  settings: ServerSettings,
  { here, there }: { here: (orm: Orm) => Promise<Answer>; there: () => Promise<Answer> },
): Promise<Answer> {
  const database = await open(settings).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'database.in-use') return undefined;
    throw error;
  });
  if (!database) return there();
  try {
    return await here(database.orm);
  } finally {
    await database.close();
  }
}

/** Whoever only looks makes no data folder. */
async function open({ DATABASE_URL: url, DRAFTSMITH_DATA }: ServerSettings): Promise<Database> {
  const dataDir = resolve(DRAFTSMITH_DATA);
  if (url) return openDatabase({ url, dataDir, poolSize: 4 });
  await access(join(dataDir, 'database')).catch(() => {
    throw new AppError(
      'not-found',
      `Nothing is on record yet: there is no database in ${dataDir}. DRAFTSMITH_DATA or DATABASE_URL says where one is`,
      { code: 'operator.no-database' },
    );
  });
  return openDatabase({ dataDir });
}
