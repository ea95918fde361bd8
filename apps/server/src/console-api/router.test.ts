import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createDraftStore, draftIdOf } from '@draftsmith/drafting';
import type { JobQueue } from '@draftsmith/jobs';
import { silentLogger } from '@draftsmith/logger';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { errorHandler } from '../http/errors.ts';
import { createChanges } from './changes.ts';
import { consoleApi } from './router.ts';

const ACCOUNT: Pick<Account, 'connector' | 'account' | 'title'> = { connector: 'desk', account: 'acme', title: 'Desk' };

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let server: Server;
  const enqueued: unknown[] = [];

  beforeAll(async () => {
    database = await openTestDatabase(backend);
    const queue = { enqueue: async (_name: string, jobs: unknown[]) => void enqueued.push(...jobs) };
    const api = consoleApi({
      database,
      queue: queue as unknown as JobQueue,
      accounts: { all: [ACCOUNT as Account], find: () => undefined },
      changes: createChanges(),
      routes: [],
      adminOnly: (_request, _response, next) => next(),
    });
    server = createServer(express().use(api, errorHandler(silentLogger)));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    await new Promise((closed) => server.close(closed));
    await database.close();
  });

  const send = async (method: string, path: string) =>
    (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method })).status;

  test('which accounts are connected, by name only', async () => {
    const { port } = server.address() as AddressInfo;
    const answer: unknown = await (await fetch(`http://127.0.0.1:${port}/accounts`)).json();
    expect(answer).toEqual({ accounts: [{ connector: 'desk', account: 'acme' }] });
  });

  test('of two clicks on retry one brings a job', async () => {
    const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'd1' };
    const id = draftIdOf(job);
    await createDraftStore(database).save({ ...job, id, state: 'failed', receivedAt: new Date() });
    const clicks = await Promise.all([1, 2].map(() => send('POST', `/drafts/${id}/retry`)));
    expect(clicks.sort()).toEqual([202, 409]);
    expect(enqueued).toEqual([job]);
    expect((await database.orm.select().from(drafts)).map(({ state }) => state)).toEqual(['working']);
  });

  test.each([
    ['an id that is none', `/drafts/${'-'.repeat(36)}`, 404],
    ['a cursor without an id', '/drafts?cursor=2026-11-20T10:00:00.000Z_x', 400],
    ['a cursor without a time', '/drafts?cursor=x', 400],
    ['a search that no text can match', '/drafts?q=%00', 200],
  ])('%s is no failure of ours', async (_, path, status) => {
    expect(await send('GET', path)).toBe(status);
  });
});
