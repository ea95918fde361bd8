import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAuditLog } from '@draftsmith/audit';
import type { Database } from '@draftsmith/database';
import { openTestDatabase } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorHandler } from '../http/errors.ts';
import { auditRoute } from './audit-route.ts';

let database: Database;
let server: Server;
beforeAll(async () => {
  database = await openTestDatabase('pglite');
  let now = Date.parse('2026-11-22T12:00:00.000Z');
  const audit = createAuditLog(database.orm, () => {
    now += 1_000;
    return new Date(now);
  });
  const actor = { kind: 'user', id: 'u1', name: 'Ada' } as const;
  for (const action of ['user.created', 'policy.changed', 'user.removed']) await audit.record({ actor, action });
  server = createServer(express().get('/audit', auditRoute(database.orm)).use(errorHandler(silentLogger)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await database.close();
});

async function get(query: string) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/audit${query}`);
  // biome-ignore lint/suspicious/noExplicitAny: pages and problems
  return { status: answer.status, body: (await answer.json()) as any };
}

test('the acts of a page, newest first, and where the next one begins', async () => {
  const { body } = await get('?limit=2');
  expect(body.items).toMatchObject([
    { action: 'user.removed', at: '2026-11-22T12:00:03.000Z', actor: { kind: 'user', name: 'Ada' }, detail: {} },
    { action: 'policy.changed' },
  ]);
  expect((await get(`?limit=2&cursor=${body.next}`)).body).toMatchObject({
    items: [{ action: 'user.created' }],
    next: null,
  });
  expect((await get('?action=user')).body.items).toHaveLength(2);
  expect((await get('?since=2026-11-22T12:00:03.000Z')).body.items).toHaveLength(1);
});

test.each(['?limit=0', '?limit=501', '?since=yesterday', '?action=', '?cursor=x', '?who=me'])(
  '%s is answered with what was expected',
  async (query) => {
    expect(await get(query)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^Expected|reload/) },
    });
  },
);
