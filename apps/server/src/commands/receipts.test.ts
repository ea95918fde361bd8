import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProcessingReceipt } from '@draftsmith/contracts';
import { openDatabase } from '@draftsmith/database';
import type { Attempt, CompletionRecord } from '@draftsmith/llm';
import { createSqlLedger } from '@draftsmith/llm/sql';
import { silentLogger } from '@draftsmith/logger';
import type { RawSettings } from '@draftsmith/settings';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorRouter } from '../operator/router.ts';
import { receiptsCommand } from './receipts.ts';
import { environmentOf } from './testing.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const HASH = 'c0ffee'.padEnd(64, '0');
const OPENAI = { host: 'api.openai.com', region: 'eu', sha256: HASH, bytes: 2_000 };
const LOCAL = { host: '127.0.0.1:11434', region: 'this machine', sha256: HASH, bytes: 500 };

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-receipts-'));
  dataDir = join(folder, 'data');
  const database = await openDatabase({ dataDir });
  const ledger = createSqlLedger(database.orm, silentLogger);
  const call = (at: string, more: Partial<Attempt>): Attempt => ({
    ...{ provider: 'openai', model: 'gpt-5-mini', outcome: 'answered', ms: 900, at: new Date(at), ...more },
  });
  const held = { outcome: 'failed', code: 'llm.leak' } as const;
  ledger.observe(record(1, 'draft-1', [call('2026-11-20T10:00:00Z', { sent: OPENAI })]));
  ledger.observe(
    record(2, 'draft-2', [
      call('2026-11-21T10:00:00Z', held),
      call('2026-11-21T10:00:01Z', { provider: 'local', model: 'qwen3', sent: LOCAL }),
    ]),
  );
  ledger.observe(record(3, '=HYPERLINK("x")', [call('2026-10-01T10:00:00Z', { sent: OPENAI })], { account: 'zeta' }));
  // More than a page of them.
  for (let n = 10; n < 1_210; n++) ledger.observe(record(n, 'many', [call('2026-09-01T10:00:00Z', { sent: OPENAI })]));
  await ledger.flush();
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function record(n: number, reference: string, attempts: Attempt[], { account = 'acme' } = {}): CompletionRecord {
  const [{ at: createdAt, provider, model } = { at: NOW, provider: null, model: null }] = attempts;
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...{ account, connector: 'zendesk', reference, purpose: 'reply', outcome: 'answered', provider, model },
    ...{ modelWritten: true, prompt: null, answer: null, skipped: [], degraded: null, cache: 'miss', latencyMs: 900 },
    ...{ usage: { inputTokens: 1, outputTokens: 1 }, cost: { usd: '0' }, firstTokenMs: null, createdAt, attempts },
    replaced: { EMAIL: 1, PERSON: 2 },
  };
}

async function receipts(argv: string[], { raw = {}, width = 120 }: { raw?: RawSettings; width?: number } = {}) {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: dataDir, ...raw } });
  await receiptsCommand(environment, { now: () => NOW, width }).parseAsync(argv, { from: 'user' });
  return out;
}

test('recipients first, then each call with what was replaced', async () => {
  expect((await receipts([])).map((line) => line.trimEnd())).toEqual([
    'What was sent to models from 2026-11-16 to 2026-11-22 12:00 (UTC)',
    '',
    'recipient        region        provider  calls  bytes  first             last',
    '-'.repeat(89),
    '127.0.0.1:11434  this machine  local         1    500  2026-11-21 10:00  2026-11-21 10:00',
    'api.openai.com   eu            openai        1  2,000  2026-11-20 10:00  2026-11-20 10:00',
    '',
    '1 call was held back: its prompt still held what should have been replaced.',
    '',
    expect.stringMatching(/^time +account +purpose +model +sent to +region +replaced +hash$/),
    expect.stringMatching(/^-+$/),
    expect.stringMatching(
      /^2026-11-21 10:00 +acme +reply +local\/qwen3 +127\.0\.0\.1:11434 +this machine +2 PERSON, 1 EMAIL +c0ffee000000$/,
    ),
    expect.stringMatching(
      /^2026-11-21 10:00 +acme +reply +openai\/gpt-5-mini +\(held back\) +- +2 PERSON, 1 EMAIL +-$/,
    ),
    expect.stringMatching(/^2026-11-20 10:00 +acme +reply +openai\/gpt-5-mini +api\.openai\.com +eu .* c0ffee000000$/),
    '',
    expect.stringContaining('replaced: distinct values'),
    expect.any(String),
  ]);
});

test.each([60, 80, 120])('a terminal of %i columns is not left, and says what it has no room for', async (width) => {
  const lines = await receipts(['--since', '2026-09'], { width });
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(width);
  expect(lines.join(' ')).toContain('earlier calls: --csv and --json have all of them.');
  expect(lines.join(' ').includes('Too wide for this terminal')).toBe(width < 120);
});

test('one draft is found whenever it was, and one account alone', async () => {
  const draft = await receipts(['--reference', 'draft-1', '--csv']);
  expect(draft).toHaveLength(2);
  const zeta = await receipts(['--account', 'zeta', '--since', '2026-10', '--csv']);
  expect(zeta[1]).toContain(`"'=HYPERLINK(""x"")"`);
  expect((await receipts(['--reference', 'nobody'])).join(' ')).toMatch(
    /^No model was called from the beginning to 2026/,
  );
});

test('CSV and JSON hold every call, also those of a long time', async () => {
  const csv = await receipts(['--since', '2026-09', '--csv']);
  expect(csv[0]).toBe(
    'at,account,connector,purpose,reference,completionId,provider,model,outcome,host,region,replaced,payloadSha256,payloadBytes',
  );
  expect(csv).toHaveLength(1 + 1_204);
  expect(csv[2]).toMatch(/^2026-11-21T10:00:00\.000Z,acme,.*,leak,,,"2 PERSON, 1 EMAIL",,$/);
  const json = JSON.parse((await receipts(['--since', '2026-09', '--json'])).join('\n'));
  expect(json).toMatchObject({
    ...{ kind: 'receipts', since: '2026-09-01T00:00:00.000Z', heldBack: 1, unsent: 0, unrecorded: 0 },
    recipients: [
      { host: 'api.openai.com', calls: 1_202 },
      { host: '127.0.0.1:11434', calls: 1 },
    ],
    receipts: { length: 1_204, 0: { host: '127.0.0.1:11434', replaced: { PERSON: 2 }, payloadSha256: HASH } },
  });
  const calls = (json.receipts as ProcessingReceipt[]).map(({ completionId, at }) => `${completionId} ${at}`);
  expect(new Set(calls).size).toBe(1_204);
  const none = JSON.parse((await receipts(['--since', '2025-01', '--until', '2025-01', '--json'])).join('\n'));
  expect(none).toMatchObject({ recipients: [], receipts: [] });
});

test('a running server is asked in place of its database, and answers the same', async () => {
  const views = [['--since', '2026-09', '--json'], ['--since', '2026-09', '--account', 'acme', '--csv'], []];
  const alone: string[][] = [];
  for (const view of views) alone.push(await receipts(view));
  const running = await openDatabase({ dataDir });
  const server = createServer(
    express().use('/operator', operatorRouter(running.orm, { DRAFTSMITH_BUDGETS: undefined })),
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const raw = { PORT: String((server.address() as AddressInfo).port) };
    for (const [i, view] of views.entries()) expect(await receipts(view, { raw })).toEqual(alone[i]);
  } finally {
    server.closeAllConnections();
    server.close();
    await running.close();
  }
});

test.each([
  [['--since', 'yesterday'], '--since: expected 30d, 4w, 12h, 2026-11, 2026-11-01 or'],
  [['--since', '2026-12-01'], 'Expected --since before --until'],
  [['--json', '--csv'], 'Expected --json or --csv, not both'],
])('receipts %j', async (argv, message) => {
  await expect(receipts(argv)).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining(message) });
});
