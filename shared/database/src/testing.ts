import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Database, openDatabase } from './open.ts';

/** The server that integration tests may make and drop databases on. */
const SERVER = process.env.DRAFTSMITH_TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

export type TestBackend = 'pglite' | 'postgres';

/** PGlite always; PostgreSQL where one answers. CI sets DRAFTSMITH_REQUIRE_SERVICES, and then a missing one fails. */
export const testBackends: TestBackend[] = (await reachable()) ? ['pglite', 'postgres'] : ['pglite'];

async function reachable(): Promise<boolean> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (cause) {
    if (process.env.DRAFTSMITH_REQUIRE_SERVICES)
      throw new Error('PostgreSQL is required here and does not answer', { cause });
    process.stderr.write(
      'SKIPPED: PostgreSQL does not answer (DRAFTSMITH_TEST_DATABASE_URL); its tests run on PGlite only\n',
    );
    return false;
  }
}

/** A fresh, migrated database of its own; closing it removes it. `url` is there for processes of their own. */
export async function openTestDatabase(backend: TestBackend): Promise<Database & { url?: string }> {
  if (backend === 'pglite') return openDatabase({ dataDir: ':memory:' });
  const name = `draftsmith_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = Object.assign(new URL(SERVER), { pathname: `/${name}` }).href;
  const database = await openDatabase({ url, dataDir: ':memory:', poolSize: 5 });
  const close = async () => {
    await database.close();
    await onServer(`drop database if exists ${name} with (force)`);
  };
  return { ...database, url, close };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
