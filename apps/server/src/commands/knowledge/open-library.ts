import { resolve } from 'node:path';
import { type Orm, openDatabase } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import type { LibraryAccount } from '@draftsmith/library';
import type { CommandEnvironment } from '../../cli.ts';
import { readServerSettings } from '../../settings.ts';

/** What was imported by hand belongs to no source system. */
const BY_HAND = 'file';

/** `local`, or `zendesk/acme` for what was read there. */
export function parseAccount(name: string): LibraryAccount {
  const [first = '', second, ...more] = name.split('/');
  if (!first || second === '' || more.length > 0)
    throw new AppError('invalid', '--account: expected a name such as local, or zendesk/acme');
  return second === undefined ? { connector: BY_HAND, account: first } : { connector: first, account: second };
}

/** Opens the database for one command. @throws AppError `conflict` while a server holds the embedded one */
export async function withLibrary<Result>(
  { raw }: Pick<CommandEnvironment, 'raw'>,
  work: (orm: Orm) => Promise<Result>,
): Promise<Result> {
  const { DATABASE_URL: url, DRAFTSMITH_DATA } = readServerSettings(await raw());
  const database = await openDatabase({ dataDir: resolve(DRAFTSMITH_DATA), poolSize: 4, ...(url && { url }) });
  try {
    return await work(database.orm);
  } finally {
    await database.close();
  }
}
