import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
  HmacVerification,
  OwnVerification,
  ParsedDelivery,
  RawDelivery,
  SourceEvent,
} from '@draftsmith/contracts';
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
import type { WebhookTarget } from './ingest.ts';
import { webhookRouter } from './router.ts';
import { signDelivery } from './sign.ts';

const verification: HmacVerification = {
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

/** One address for all accounts, and a scheme that signs the address. */
const ownScheme: OwnVerification = {
  scheme: 'own',
  verify: ({ method, url, headers }, key) =>
    headers['x-signature'] === `${key} ${method} ${url}`
      ? { kind: 'verified' }
      : { kind: 'rejected', reason: 'signature-wrong' },
};
const event = (account: string, id: string): SourceEvent => ({
  ...{ kind: 'event', effect: 'draft', type: 'changed', account, key: `${account}:${id}` },
  resource: { type: 'deal', id },
});
const hub: WebhookTarget = {
  connector: {
    id: 'hub',
    verification: ownScheme,
    parse: ({ body }) => ({
      deliveryId: 'batch',
      events: (JSON.parse(Buffer.from(body).toString()) as [string, string][]).map(([account, id]) =>
        event(account, id),
      ),
    }),
  },
  account: undefined,
  ignore: async (account) => {
    asked.push(account);
    if (account === 'unknowable') throw new AppError('unavailable', 'no database');
    return account === 'stranger' ? 'unknown account' : undefined;
  },
  secret,
};
const asked: string[] = [];

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
    const resolve = (connector: string, account: string | undefined) => {
      if (connector === 'hub' && account === undefined) return hub;
      return connector === 'desk' && account === 'acme'
        ? { connector: { id: 'desk', verification, parse }, account, secret }
        : undefined;
    };
    reported = [];
    const logger: Logger = {
      ...silentLogger,
      error: (_message, { error } = {}) => reported.push(isAppError(error) ? [error.kind, error.message] : error),
    };
    const app = express().use(
      '/hooks',
      webhookRouter({
        resolve,
        inbox: { record: (entry) => inbox.record(entry) },
        logger,
        now,
        publicUrl: 'https://drafts.example.com',
      }),
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

  test('one address serves all accounts; each event counts once in its own, in whichever batch it comes', async () => {
    const signature = `${secret} POST https://drafts.example.com/hooks/hub?a=%3A`;
    const send = (events: [string, string][], headers: Record<string, string> = { 'x-signature': signature }) =>
      post(JSON.stringify(events), { path: 'hub?a=%3A', headers });
    expect(
      await send([
        ['one', '7'],
        ['two', '7'],
        ['stranger', '7'],
      ]),
    ).toMatchObject({
      status: 202,
      answer: { outcome: 'accepted' },
    });
    expect(
      await send([
        ['two', '7'],
        ['one', '8'],
      ]),
    ).toMatchObject({ status: 202 });
    expect(
      await send([
        ['one', '8'],
        ['stranger', '7'],
      ]),
    ).toMatchObject({ status: 200, answer: { outcome: 'duplicate' } });
    expect(await send([['one', '9']], { 'x-signature': `${signature}&b` })).toMatchObject({ status: 401 });
    expect(await jobs()).toEqual(['7', '7', '8']);
    const rows = await database.orm.select().from(deliveries);
    expect(rows.map(({ account, resourceId, ignoredReason }) => [account, resourceId, ignoredReason])).toEqual([
      ['one', '7', null],
      ['two', '7', null],
      ['stranger', null, 'unknown account'],
      ['one', '8', null],
    ]);
  });

  test('whether an account is one of ours is asked once; where nobody knows, all of it comes again', async () => {
    const headers = { 'x-signature': `${secret} POST https://drafts.example.com/hooks/hub` };
    const send = (events: [string, string][]) => post(JSON.stringify(events), { path: 'hub', headers });
    const hundred = Array.from({ length: 100 }, (_, i): [string, string] => [i % 2 ? 'stranger' : 'one', `${i}`]);
    asked.length = 0;
    expect((await send(hundred)).status).toBe(202);
    expect(asked).toEqual(['one', 'stranger']);
    expect(await jobs()).toHaveLength(50);
    const batch: [string, string][] = [
      ['two', '1'],
      ['unknowable', '1'],
    ];
    expect(await send(batch)).toMatchObject({ status: 503, retryAfter: '20', answer: { outcome: 'unavailable' } });
    expect(await jobs()).toHaveLength(50);
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
