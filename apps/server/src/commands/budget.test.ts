import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@draftsmith/database';
import { budgetWindows } from '@draftsmith/database/schema';
import type { RawSettings } from '@draftsmith/settings';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorRouter } from '../operator/router.ts';
import { budgetCommand } from './budget.ts';
import { environmentOf } from './testing.ts';

const NOW = new Date('2026-11-22T17:30:00Z');
const DRAFTSMITH_BUDGETS = 'suite=300/month, account=20/day, user=0.5/day';

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-budget-'));
  dataDir = join(folder, 'data');
  const { orm, close } = await openDatabase({ dataDir });
  const [month, day] = [
    { period: 'month', start: '2026-11-01' },
    { period: 'day', start: '2026-11-22' },
  ] as const;
  await orm.insert(budgetWindows).values([
    {
      ...month,
      key: 'month:2026-11-01:suite:',
      scope: 'suite',
      id: '',
      spent: '123.456789',
      held: '2',
      presumed: '0.25',
    },
    { ...day, key: 'day:2026-11-22:account:acme', scope: 'account', id: 'acme', spent: '19.5' },
  ]);
  await close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function budget(argv: string[], raw: RawSettings = { DRAFTSMITH_BUDGETS }) {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: dataDir, ...raw } });
  await budgetCommand(environment, { now: () => NOW, width: 80 }).parseAsync(argv, { from: 'user' });
  return out;
}

test('where each limit stands, as a table', async () => {
  expect(await budget([])).toEqual([
    'Budgets on 2026-11-22 17:30 (UTC)',
    '',
    'budget        per      limit    spent     held  presumed     left     resets',
    '-'.repeat(76),
    'suite         month  $300.00  $123.46    $2.00     $0.25  $174.29  in 9 days',
    'account acme  day     $20.00   $19.50    $0.00     $0.00    $0.50     in 7 h',
    'each user     day    $0.5000  $0.0000  $0.0000   $0.0000  $0.5000     in 7 h',
  ]);
});

test('as one JSON document, with exact amounts', async () => {
  expect(JSON.parse((await budget(['--json'])).join(''))).toEqual({
    kind: 'budget',
    at: NOW.toISOString(),
    budgets: [
      {
        ...{ scope: 'suite', id: null, period: 'month', limitUsd: '300', spentUsd: '123.456789', heldUsd: '2' },
        ...{ presumedUsd: '0.25', leftUsd: '174.293211', resetsAt: '2026-12-01T00:00:00.000Z' },
      },
      expect.objectContaining({ scope: 'account', id: 'acme', leftUsd: '0.5', resetsAt: '2026-11-23T00:00:00.000Z' }),
      expect.objectContaining({ scope: 'user', id: null, spentUsd: '0', leftUsd: '0.5' }),
    ],
  });
});

test('a running server is asked, and its limits count', async () => {
  const running = await openDatabase({ dataDir });
  const router = operatorRouter(running.orm, { DRAFTSMITH_BUDGETS: 'suite=200/month' });
  const server = createServer(express().use('/operator', router));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const out = await budget(['--json'], { PORT: String((server.address() as AddressInfo).port) });
    expect(JSON.parse(out.join('')).budgets).toMatchObject([
      { scope: 'suite', limitUsd: '200', spentUsd: '123.456789' },
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
    await running.close();
  }
});

test('without a limit it says how to set one; a wrong one is named', async () => {
  expect((await budget([], {})).join(' ')).toMatch(
    /^No budget is set\. DRAFTSMITH_BUDGETS sets limits, e\.g\. suite=300/,
  );
  await expect(budget([], { DRAFTSMITH_BUDGETS: 'suite=lots/month' })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('"suite=lots/month"'),
  });
});
