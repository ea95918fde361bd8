import { mkdir } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { AppError } from '@draftsmith/errors';
import type { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Pool, PoolClient } from 'pg';
import { createPglite } from './create-pglite.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { postgresRefusal } from './postgres-refusal.ts';

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');

/** The query builder, the same for both engines. */
export type Orm = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export interface Database {
  readonly orm: Orm;
  /** The engine below, for the job queue, which brings its own SQL. */
  readonly engine: { kind: 'pglite'; client: PGlite } | { kind: 'postgres'; pool: Pool };
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL URL; without it PGlite runs inside this process. */
  url?: string;
  /** Folder of the embedded database, made when missing, readable by its owner only. `:memory:` keeps nothing. */
  dataDir: string;
  /** Connections to PostgreSQL. */
  poolSize?: number;
  /** Milliseconds without a byte from PostgreSQL after which a connection counts as lost; 30 s by default. */
  silenceMs?: number;
}

/**
 * Opens the database and brings its schema up to date: PostgreSQL by URL, else PGlite in the data folder.
 *
 * @throws AppError `invalid` when the URL or the folder cannot be used, `conflict` when another process has the folder.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openPostgres(options.url, options) : openPglite(options.dataDir);
}

async function openPglite(dataDir: string): Promise<Database> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  const inMemory = dataDir === ':memory:';
  const lock = inMemory ? undefined : await claimFolder(dataDir);
  try {
    const client = await createPglite(inMemory ? undefined : join(dataDir, 'database'));
    const orm = drizzle({ client });
    await migrate(orm, { migrationsFolder: MIGRATIONS });
    const close = async () => {
      await client.close();
      await lock?.release();
    };
    return { orm: orm as unknown as Orm, engine: { kind: 'pglite', client }, close };
  } catch (cause) {
    await lock?.release();
    throw new AppError('invalid', `The database in ${dataDir} cannot be opened`, { code: 'database.open', cause });
  }
}

async function claimFolder(dataDir: string): Promise<FolderLock> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AppError('invalid', `The data folder ${dataDir} cannot be made: check its path and permissions`, {
      code: 'database.folder',
      cause,
    });
  }
  return lockFolder(dataDir);
}

async function openPostgres(
  url: string,
  { poolSize: max = 10, silenceMs = 30_000 }: DatabaseOptions,
): Promise<Database> {
  const [{ default: pg }, { drizzle }] = await Promise.all([import('pg'), import('drizzle-orm/node-postgres')]);
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'draftsmith',
  });
  // Without a listener, an idle connection that the server ends would end this process too.
  pool.on('error', () => undefined);
  pool.on('connect', surviveItsEnd);
  try {
    await migratePostgres(pool);
  } catch (cause) {
    await pool.end();
    const reason = postgresRefusal(cause) ?? 'does the server run, and may the user create tables?';
    throw new AppError('invalid', `PostgreSQL cannot be used: check DATABASE_URL (${reason})`, {
      code: 'database.open',
      cause,
    });
  }
  // Only now: a migration may be silent for minutes.
  pool.on('connect', (client) => endWhenSilent(client, silenceMs));
  return {
    orm: drizzle({ client: pool }) as unknown as Orm,
    engine: { kind: 'postgres', pool },
    close: () => pool.end(),
  };
}

/** Milliseconds in which whoever uses a connection notices its end. */
const NOTICED = 1_000;

/**
 * The pool listens to idle connections only: one that ends in mid-transaction, as all do in a fail-over, would end this
 * process. And one that ends before `begin` is answered is never given back by drizzle: ten of those are the whole pool.
 */
function surviveItsEnd(client: PoolClient): void {
  client.on('error', () => {
    const giveBack = () => {
      try {
        client.release(true);
      } catch {
        // It was given back, as usual.
      }
    };
    setTimeout(giveBack, NOTICED).unref();
  });
}

/**
 * A server or a network that vanishes leaves connections that say nothing more, for a quarter of an hour. Writes are
 * grouped, so all of them would wait behind one such connection. Idle ones are closed by the pool much earlier.
 */
function endWhenSilent(client: PoolClient, ms: number): void {
  // The types leave the connection out; https://node-postgres.com has no other way to its socket.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(ms, () => stream.destroy(new Error('PostgreSQL fell silent')));
}

/** Several processes may start at once: one migrates, the others wait. */
async function migratePostgres(pool: Pool): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('draftsmith.migrations'))");
    await migrate(drizzle({ client }), { migrationsFolder: MIGRATIONS });
  } finally {
    // Not kept: its end gives the lock back, and later connections are watched.
    client.release(true);
  }
}
