import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ParsedDelivery, RawDelivery, Verification } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { deliveries } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError, isAppError } from '@draftsmith/errors';
import { createJobQueue, type JobQueue } from '@draftsmith/jobs';
import { type Logger, silentLogger } from '@draftsmith/logger';
import { sql } from 'drizzle-orm';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInbox, type Inbox } from './inbox.ts';
import { webhookRouter } from './router.ts';
import { signDelivery } from './sign.ts';

const verification: Verification = {
  scheme: 'hmac-sha256',
  signatureHeader: 'x-signature',
  encoding: 'base64',
  sign: ['timestamp', 'body'],
  timestamp: { header: 'x-timestamp', format: 'iso-8601', toleranceMs: 300_000 },
};
const secret = 'a-secret';
const now = () => new Date('2026-11-20T10:00:00Z');

function parse({ body, headers }: RawDelivery): ParsedDelivery {
  let tickets: string[];
  try {
    tickets = JSON.parse(Buffer.from(body).toString()).tickets;
  } catch {
    throw new AppError('invalid', 'Expected JSON with tickets');
  }
  return {
    deliveryId: headers['x-id'] ?? '',
    events: tickets.map((id) =>
      id === '0'
        ? { kind: 'ignored', reason: 'own change' }
        : { kind: 'event', effect: 'draft', type: 'changed', resource: { type: 'ticket', id } },
    ),
  };
}

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let queue: JobQueue;
  let server: Server;
  let inbox: Inbox;
  let reported: unknown[];
  beforeEach(async () => {
    database = await openTestDatabase(backend);
    queue = createJobQueue({ database, logger: silentLogger });
    await queue.start();
    inbox = createInbox({ database, queue });
    const resolve = (connector: string, account: string) =>
      connector === 'desk' && account === 'acme'
        ? { connector: { id: 'desk', verification, parse }, account, secret }
        : undefined;
    reported = [];
    const logger: Logger = {
      ...silentLogger,
      error: (_message, { error } = {}) => reported.push(isAppError(error) ? [error.kind, error.message] : error),
    };
    const app = express().use(
      '/hooks',
      webhookRouter({ resolve, inbox: { record: (entry) => inbox.record(entry) }, logger, now }),
    );
    server = createServer(app);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    await new Promise((done) => server.close(done));
    await queue.stop({ timeoutMs: 1_000 });
    await database.close();
  });

  async function post(
    body: string | Buffer,
    { id = 'd1', path = 'desk/acme', headers = {} as Record<string, string> } = {},
  ) {
    const raw = { body: Buffer.from(body), headers: { 'x-timestamp': now().toISOString() } };
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/${path}`, {
      method: 'POST',
      body: raw.body,
      headers: { 'x-id': id, ...raw.headers, 'x-signature': signDelivery(verification, raw, secret), ...headers },
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      answer: (await response.json()) as { outcome: string; reason?: string; message?: string },
    };
  }
  const jobs = async () => {
    const { rows } = (await database.orm.execute(sql`select data from pgboss.job order by created_on`)) as unknown as {
      rows: { data: { resourceId: string } }[];
    };
    return rows.map(({ data }) => data.resourceId);
  };

  test('an accepted delivery is a row and a job when the answer comes', async () => {
    expect(await post('{"tickets":["7"]}')).toMatchObject({ status: 202, answer: { outcome: 'accepted' } });
    expect(await jobs()).toEqual(['7']);
    const [row] = await database.orm.select().from(deliveries);
    expect(row).toMatchObject({
      connector: 'desk',
      account: 'acme',
      deliveryId: 'd1',
      resourceId: '7',
      receivedAt: now(),
    });
  });

  test('the same delivery again, even at the same moment, brings no second job', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('{"tickets":["7"]}')));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ answer }) => answer.outcome === 'duplicate')).toHaveLength(19);
    expect(await jobs()).toEqual(['7']);
  });

  test('a batch becomes one job an event; ignored events are recorded with their reason', async () => {
    expect(await post('{"tickets":["1","0","2"]}')).toMatchObject({ status: 202 });
    expect((await jobs()).sort()).toEqual(['1', '2']);
    expect(await post('{"tickets":["0"]}', { id: 'd2' })).toMatchObject({
      status: 200,
      answer: { outcome: 'ignored', reason: 'own change' },
    });
    expect((await database.orm.select().from(deliveries)).map((row) => row.ignoredReason).filter(Boolean)).toEqual([
      'own change',
      'own change',
    ]);
  });

  test.each([
    ['a wrong signature', 401, { headers: { 'x-signature': 'AAAA' } }],
    ['a missing signature', 401, { headers: { 'x-signature': '' } }],
    ['an unknown account', 404, { path: 'desk/other' }],
    ['an unknown connector', 404, { path: 'nothing/acme' }],
  ])('%s is refused and leaves nothing behind', async (_, status, options) => {
    expect((await post('{"tickets":["7"]}', options)).status).toBe(status);
    expect(await database.orm.select().from(deliveries)).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test('a body that is no JSON, too large or compressed is refused in plain words', async () => {
    expect(await post('tickets=7')).toMatchObject({
      status: 400,
      answer: { outcome: 'invalid', message: 'Expected JSON with tickets' },
    });
    expect(await post(Buffer.alloc(600 * 1024, 'x'))).toMatchObject({ status: 413, answer: { outcome: 'too-large' } });
    expect(await post('{"tickets":["7"]}', { headers: { 'content-encoding': 'gzip' } })).toMatchObject({
      status: 400,
      answer: { outcome: 'unreadable' },
    });
    expect(await post('{"tickets":["7"]}', { path: 'desk/%ZZ' })).toMatchObject({
      status: 400,
      answer: { outcome: 'unreadable' },
    });
  });

  test('when it cannot be recorded, the sender is told to come again soon', async () => {
    inbox = { record: () => Promise.reject(new AppError('unavailable', 'disk full')) };
    expect(await post('{"tickets":["7"]}')).toMatchObject({
      status: 503,
      retryAfter: '20',
      answer: { outcome: 'unavailable' },
    });
    expect(reported).toEqual([['unavailable', 'disk full']]);
  });
});
