import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listAudit } from '@draftsmith/audit';
import { DEFAULT_POLICY } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createDraftStore, draftIdOf } from '@draftsmith/drafting';
import type { JobQueue } from '@draftsmith/jobs';
import { silentLogger } from '@draftsmith/logger';
import { createPolicies } from '@draftsmith/policies';
import { createRules } from '@draftsmith/rules';
import { testSealer } from '@draftsmith/sealing/testing';
import { eq } from 'drizzle-orm';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { errorHandler } from '../http/errors.ts';
import { proposalDecisions } from '../proposals-api/open-proposals.ts';
import { createChanges } from './changes.ts';
import { consoleApi } from './router.ts';

const ACCOUNT: Pick<Account, 'connector' | 'account' | 'title'> = { connector: 'desk', account: 'acme', title: 'Desk' };

const sealer = testSealer();
const ADA = { kind: 'user', id: 'u1', name: 'Ada' } as const;

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let server: Server;
  const enqueued: unknown[] = [];

  beforeAll(async () => {
    database = await openTestDatabase(backend);
    const queue = { enqueue: async (_name: string, jobs: unknown[]) => void enqueued.push(...jobs) };
    const api = consoleApi({
      database,
      sealer,
      queue: queue as unknown as JobQueue,
      accounts: { all: [ACCOUNT as Account], find: () => undefined },
      changes: createChanges(),
      policies: createPolicies(database.orm, { defaults: DEFAULT_POLICY }),
      rules: createRules(database.orm),
      proposals: proposalDecisions({ database }),
      routes: [],
      adminOnly: (_request, _response, next) => next(),
      actor: async () => ADA,
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

  test('one draft with its words and its check; once forgotten, its figures and since when', async () => {
    const id = crypto.randomUUID();
    const check = { sentences: [], claims: 15, supported: 14 };
    await createDraftStore(database, sealer).save({
      ...{ id, connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '8', deliveryId: 'd8' },
      ...{ state: 'drafted', receivedAt: new Date() },
      ...{ subject: 'Refund', customerName: 'Anna', text: 'Dear Anna', check },
    });
    const { port } = server.address() as AddressInfo;
    const detail = async () => (await fetch(`http://127.0.0.1:${port}/drafts/${id}`)).json() as Promise<unknown>;
    const statements = { claims: 15, supported: 14 };
    expect(await detail()).toMatchObject({ subject: 'Refund', text: 'Dear Anna', check, statements, forgotten: null });

    const at = new Date('2026-11-22T10:00:00Z');
    const gone = { about: null, content: null, forgottenAt: at, forgottenWhy: 'request' } as const;
    await database.orm.update(drafts).set(gone).where(eq(drafts.id, id));
    const forgotten = { at: at.toISOString(), why: 'request' };
    expect(await detail()).toMatchObject({
      subject: '',
      customerName: null,
      text: null,
      check: null,
      statements,
      forgotten,
    });
    await database.orm.delete(drafts);
  });

  test('of two clicks on retry one brings a job', async () => {
    const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'd1' };
    const id = draftIdOf(job);
    await createDraftStore(database, sealer).save({ ...job, id, state: 'failed', receivedAt: new Date() });
    const clicks = await Promise.all([1, 2].map(() => send('POST', `/drafts/${id}/retry`)));
    expect(clicks.sort()).toEqual([202, 409]);
    expect(enqueued).toEqual([job]);
    expect((await database.orm.select().from(drafts)).map(({ state }) => state)).toEqual(['working']);
    expect((await listAudit(database.orm, { limit: 9 })).items).toMatchObject([
      { actor: ADA, action: 'draft.retried', subject: id },
    ]);
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
