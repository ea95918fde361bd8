import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AcceptanceReport, Connection } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { acceptances, drafts } from '@draftsmith/database/schema';
import { openTestDatabase } from '@draftsmith/database/testing';
import { silentLogger } from '@draftsmith/logger';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Account } from '../accounts.ts';
import { errorHandler } from '../http/errors.ts';
import { acceptanceRoute } from './acceptance-route.ts';

const NOON = new Date('2026-11-22T12:00:00.000Z');
let database: Database;
let server: Server;
let choices: NonNullable<Connection['choices']>;
beforeAll(async () => {
  database = await openTestDatabase('pglite');
  const [id, other] = ['00000000-0000-8000-8000-000000000001', '00000000-0000-8000-8000-000000000002'] as const;
  const draft = {
    connector: 'desk',
    account: 'acme',
    resourceType: 'ticket',
    state: 'drafted',
    receivedAt: NOON,
  } as const;
  const facts = (brand: string) => ({ brand, tags: [], replies: 0 });
  await database.orm.insert(drafts).values([
    { ...draft, id, resourceId: '1', revision: '1', deliveryId: '1', facts: facts('900'), language: 'en' },
    { ...draft, id: other, resourceId: '2', revision: '2', deliveryId: '2', facts: facts('901'), language: 'de' },
  ]);
  await database.orm.insert(acceptances).values([
    { draftId: id, verdict: 'as-is', kept: 1, added: 0, version: 1, learntAt: NOON },
    { draftId: other, verdict: 'no-reply', learntAt: new Date(NOON.getTime() - 10 * 86_400_000) },
  ]);
  const account = { connection: { choices: (signal: AbortSignal) => choices(signal) } } as Account;
  const silent = { connection: {} } as Account;
  const route = acceptanceRoute({ orm: database.orm, accounts: { all: [account, silent] }, now: () => NOON });
  server = createServer(express().get('/acceptance', route).use(errorHandler(silentLogger)));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await database.close();
});

async function get(query: string) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/acceptance${query}`);
  return { status: answer.status, body: (await answer.json()) as AcceptanceReport & { message: string } };
}

test('by brand with its name, where the source system tells it', async () => {
  const none = { groups: [], forms: [], channels: [], tags: [], agents: [] };
  choices = async () => ({ ...none, brands: [{ id: '900', name: 'Acme Lights' }] });
  const { body } = await get('');
  expect(body).toMatchObject({ by: 'brand', days: 30, total: { drafts: 2, asIs: 1, other: 1 } });
  expect(body.rows.map(({ key, name }) => [key, name])).toEqual([
    ['900', 'Acme Lights'],
    ['901', '901'],
  ]);
  choices = async () => {
    throw new Error('down');
  };
  expect((await get('')).body.rows.map(({ name }) => name)).toEqual(['900', '901']);
});

test('by another thing, of fewer days', async () => {
  expect((await get('?by=language&days=7')).body).toMatchObject({ by: 'language', days: 7, rows: [{ key: 'en' }] });
});

test.each(['?by=agent', '?days=0', '?days=731', '?days=x', '?who=me'])(
  '%s is answered with what was expected',
  async (query) => {
    expect(await get(query)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/^Expected by \(brand/) },
    });
  },
);
