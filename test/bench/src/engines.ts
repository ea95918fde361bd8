import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { pidsOf } from './process/proc-files.ts';

export type EngineName = 'pglite' | 'postgres';

/** A fresh place to store things, for one program. */
export interface Storage {
  /** What the server and the baseline get to find it. */
  env: Readonly<Record<string, string>>;
  /** Processes that do its work, where they are others than the server's own. */
  pids: () => readonly number[];
  remove(): Promise<void>;
}

const SERVER = process.env.DRAFTSMITH_TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

export async function postgresAnswers(): Promise<boolean> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** @param folder where temporary folders may be made */
export async function openStorage(engine: EngineName, folder: string): Promise<Storage> {
  const data = await mkdtemp(join(folder, 'data-'));
  const removeData = () => rm(data, { recursive: true, force: true });
  if (engine === 'pglite') return { env: { DRAFTSMITH_DATA: data }, pids: () => [], remove: removeData };

  const name = `draftsmith_bench_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  return {
    env: { DRAFTSMITH_DATA: data, DATABASE_URL: Object.assign(new URL(SERVER), { pathname: `/${name}` }).href },
    pids: () => pidsOf('postgres:', name),
    async remove() {
      await onServer(`drop database if exists ${name} with (force)`);
      await removeData();
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
