import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@draftsmith/database';
import type { CompletionRecord } from '@draftsmith/llm';
import { createSqlLedger } from '@draftsmith/llm/sql';
import { silentLogger } from '@draftsmith/logger';
import type { RawSettings } from '@draftsmith/settings';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorRouter } from '../operator/router.ts';
import { environmentOf } from './testing.ts';
import { usageCommand } from './usage.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-usage-'));
  dataDir = join(folder, 'data');
  const database = await openDatabase({ dataDir });
  const ledger = createSqlLedger(database.orm, silentLogger);
  ledger.observe(record(1, '2026-11-21T10:00:00Z', '0.25', { account: 'acme' }));
  ledger.observe(record(2, '2026-11-22T10:00:00Z', '1.5', { account: 'acme' }));
  ledger.observe(record(3, '2026-11-22T11:00:00Z', '0.125', { account: '=HYPERLINK("x")' }));
  ledger.observe(record(4, '2026-10-01T10:00:00Z', '7', { account: 'acme' }));
  await ledger.flush();
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function record(n: number, at: string, usd: string, { account = 'acme' }): CompletionRecord {
  const used = { usage: { inputTokens: 1_200, outputTokens: 150 }, cost: { usd, price: { row: 1 } } };
  const createdAt = new Date(at);
  return {
    id: `00000000-0000-4000-8000-00000000000${n}`,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...{ account, connector: 'zendesk', reference: null, purpose: 'reply', outcome: 'answered' },
    ...{
      provider: 'openai',
      model: 'gpt-5-mini',
      modelWritten: true,
      prompt: null,
      answer: null,
      skipped: [],
      degraded: null,
    },
    ...{ ...used, cache: 'miss', latencyMs: 900, firstTokenMs: null, createdAt },
    attempts: [{ provider: 'openai', model: 'gpt-5-mini', outcome: 'answered', ms: 900, at: createdAt, ...used }],
  };
}

async function usage(argv: string[], { raw = {} }: { raw?: RawSettings } = {}) {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: dataDir, ...raw } });
  await usageCommand(environment, { now: () => NOW, width: 80 }).parseAsync(argv, { from: 'user' });
  return { out };
}

test('a table by day', async () => {
  const { out } = await usage(['--since', '30d', '--by', 'day']);
  expect(out.slice(0, 8)).toEqual([
    'Usage from 2026-10-24 to 2026-11-22 12:00 (UTC), by day',
    '',
    'day         asked  cached  tries  failed     in  out     p50     p95     cost',
    '-'.repeat(77),
    '2026-11-21      1       0      1       0  1,200  150  900 ms  900 ms  $0.2500',
    '2026-11-22      2       0      2       0  2,400  300  900 ms  900 ms  $1.6250',
    '-'.repeat(77),
    'total           3       0      3       0  3,600  450  900 ms  900 ms  $1.8750',
  ]);
});

test('one JSON document with exact figures', async () => {
  const { out } = await usage(['--since', '2026-11-22', '--until', '2026-11-22', '--by', 'account', '--json']);
  expect(out).toHaveLength(1);
  expect(JSON.parse(out[0]!)).toMatchObject({
    ...{ kind: 'report', since: '2026-11-22T00:00:00.000Z', until: '2026-11-23T00:00:00.000Z', by: ['account'] },
    groups: [
      { of: { account: 'acme' }, usd: '1.5', inputTokens: 1_200, latencyMs: { p95: 900 } },
      { of: { account: '=HYPERLINK("x")' }, usd: '0.125' },
    ],
    total: { questions: 2, usd: '1.625' },
  });
});

test('CSV that no spreadsheet runs', async () => {
  const { out } = await usage(['--by', 'account', '--csv']);
  expect(out[0]).toMatch(/^account,questions,hits,.*,usd,latencyAvgMs/);
  expect(out.slice(1).map((line) => line.split(',')[0])).toEqual(['acme', `"'=HYPERLINK(""x"")"`]);
});

test('why the bill is another one', async () => {
  const { out } = await usage(['--since', '2026-11', '--why', '2026-10']);
  expect(out.slice(0, 6)).toEqual([
    'The bill is $1.8750 instead of $7.0000: $5.1250 less.',
    '  now     2026-11-01 to 2026-11-22 12:00 (UTC)',
    '  before  2026-10-01 to 2026-10-22 12:00 (UTC)',
    '',
    'Why',
    expect.stringMatching(/^ {2}[+-]\$[\d.]+ {2}\S/),
  ]);
  expect(out.map((line) => line.trim())).toContain('-$5.1250');
  for (const line of out) expect(line.length, line).toBeLessThanOrEqual(80);
});

test('history at the prices of a date', async () => {
  const { out } = await usage(['--reprice', '2026-11-01', '--since', '2026-11-21', '--until', '2026-11-21']);
  expect(out[0]).toBe('Usage from 2026-11-21 (UTC) at the prices of 2026-11-01');
  // 1,200 tokens at 0.25 and 150 at 2 dollars a million.
  expect(out[4]).toMatch(/^openai +gpt-5-mini +1 +\$0\.250000 +\$0\.000600 +-\$0\.249400$/);
});

test('nothing asked in a range is said in words', async () => {
  const { out } = await usage(['--since', '2025-01', '--until', '2025-02']);
  expect(out.join(' ')).toMatch(/^No question was asked from 2025-01-01 to 2025-02-28 \(UTC\), so nothing was paid\./);
});

test('no database yet is said in words, and no folder is made for it', async () => {
  const elsewhere = join(folder, 'elsewhere');
  await expect(usage([], { raw: { DRAFTSMITH_DATA: elsewhere } })).rejects.toMatchObject({
    kind: 'not-found',
    message: expect.stringContaining(`Nothing is on record yet: there is no database in ${elsewhere}.`),
  });
  expect(await readdir(folder)).toEqual(['data']);
});

test('a running server is asked in place of its database, and answers the same', async () => {
  const argv = ['--by', 'account,model', '--since', '2026-10', '--json'];
  const { out: alone } = await usage(argv);
  const running = await openDatabase({ dataDir });
  const server = createServer(
    express().use('/operator', operatorRouter(running.orm, { DRAFTSMITH_BUDGETS: undefined })),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const raw = { PORT: String((server.address() as AddressInfo).port) };
    expect((await usage(argv, { raw })).out).toEqual(alone);
    for (const view of [['--why'], ['--reprice']])
      expect((await usage([...view, '--json'], { raw })).out).toHaveLength(1);
  } finally {
    server.closeAllConnections();
    server.close();
    await running.close();
  }
});

test.each([
  [['--since', 'yesterday'], '--since: expected 30d, 4w, 12h, 2026-11, 2026-11-01 or'],
  [['--until', '2026-02-31'], '--until: expected'],
  [['--since', '2026-12-01'], 'Expected --since before --until'],
  [['--by', 'model,colour'], '--by: expected provider, model, connector, account, user, purpose, day, not "colour"'],
  [['--json', '--csv'], 'Expected --json or --csv, not both'],
  [['--why', '--reprice'], 'Expected --why or --reprice, not both'],
  [['--why', '--by', 'day'], '--by goes with the plain report'],
])('usage %j', async (argv, message) => {
  await expect(usage(argv)).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining(message) });
});
