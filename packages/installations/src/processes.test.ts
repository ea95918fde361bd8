import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installations as table } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createInstallations, secretNames, writeCredentials } from './index.ts';
import { plainSecrets } from './testing/plain-secrets.ts';
import { startTokenServer } from './testing/token-server.ts';

const CHILD = join(import.meta.dirname, 'testing', 'keeper-process.ts');
const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const key = { connector: 'zendesk', account: 'acme' };
const run = testBackends.includes('postgres') ? test : test.skip;

/** An account whose token has just ended, a vendor, and processes that can be told to ask. */
async function scene() {
  const database = await openTestDatabase('postgres');
  const vendor = await startTokenServer();
  const installations = createInstallations(database.orm);
  await installations.begin({ ...key, way: 'oauth', given: {}, connectedBy: null });
  await installations.change(key, { state: 'ready' });
  const tokens = { accessToken: 'access-0', refreshToken: 'refresh-0', expiresAt: new Date(NOON - 1).toISOString() };
  const credentials = writeCredentials({ client: { clientId: 'c' }, tokens });
  await plainSecrets(database.orm).put(secretNames(key).oauth, credentials);
  const begin = async (): Promise<ChildProcess> => {
    const child = fork(CHILD, [database.url ?? '', vendor.url, String(NOON)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(child, 'message');
    return child;
  };
  const ask = async (child: ChildProcess): Promise<string> => {
    child.send({});
    const [{ token }] = (await once(child, 'message')) as [{ token: string }];
    return token;
  };
  const close = async () => {
    await vendor.close();
    await database.close();
  };
  return { database, vendor, installations, begin, ask, [Symbol.asyncDispose]: close };
}

run('four processes that need a new token at the same moment renew it once', { timeout: 60_000 }, async () => {
  await using all = await scene();
  const children = await Promise.all([all.begin(), all.begin(), all.begin(), all.begin()]);
  expect(await Promise.all(children.map(all.ask))).toEqual(Array(4).fill('access-1'));
  expect(all.vendor.refreshes).toBe(1);
});

run('a process whose question was lost leaves the renewal to the next one', { timeout: 60_000 }, async () => {
  await using all = await scene();
  const doomed = await all.begin();
  const exited = once(doomed, 'exit');
  all.vendor.script.push('lose-before');
  expect(await all.ask(doomed)).toBe('http.network');
  await exited;
  expect(await all.ask(await all.begin())).toBe('access-1');
});

run('killed between the answer and the store, the account asks for a person', { timeout: 60_000 }, async () => {
  await using all = await scene();
  const doomed = await all.begin();
  const exited = once(doomed, 'exit');
  // The vendor has rotated, and its answer never arrives.
  all.vendor.onRefresh = async () => {
    doomed.kill('SIGKILL');
    await exited;
  };
  doomed.send({});
  await exited;
  expect(all.vendor.refreshes).toBe(1);
  // What thirty seconds do: the lease of the dead is over.
  await all.database.orm.update(table).set({ renewingUntil: sql`clock_timestamp() - interval '1 second'` });
  expect(await all.ask(await all.begin())).toBe('installations.reconnect');
  expect(await all.installations.find(key)).toMatchObject({ state: 'reconnect' });
});
