import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@draftsmith/database';
import { budgetWindows, completions } from '@draftsmith/database/schema';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type RunningProcess, runProcess } from '../../process/run-process.ts';
import { ANSWER } from '../mock/answer.ts';
import { question } from '../question.ts';
import { startRunner } from '../runner/runner.ts';
import { CONTENDERS, type ContenderId } from './contender.ts';
import { openContender } from './open.ts';

let server: RunningProcess;

beforeAll(async () => {
  server = await runProcess({
    file: join(import.meta.dirname, '../mock/main.ts'),
    args: ['--packets', '5'],
    cwd: tmpdir(),
    channel: 'stdout',
    ready: (line) => line,
  });
});
afterAll(() => server?.stop(0));

const surroundings = () => ({ baseUrl: server.answer, database: { dataDir: ':memory:' } });

// The one on PostgreSQL differs by its database alone.
test.each((Object.keys(CONTENDERS) as ContenderId[]).filter((id) => id !== 'ours-postgres'))(
  '%s gives the whole answer, many at once as well',
  async (id) => {
    const contender = await openContender(id, surroundings());
    const texts = await Promise.all([1, 2, 3].map((number) => contender.ask(question(number))));
    const expected = id === 'ours' ? ANSWER.replace('[PERSON_1]', question(1).customer.name) : ANSWER;
    expect(texts).toEqual([expected, expected, expected]);
    await contender.settle?.();
    await contender.close?.();
  },
);

test('ours has everything on: a cache that knows repeated questions only, a redacted ledger, budgets', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'draftsmith-bench-test-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const contender = await openContender('ours', { ...surroundings(), database: { dataDir } });
  await contender.ask(question(1));
  expect(await contender.repeat?.(question(1))()).toBe(true);
  expect(await contender.repeat?.(question(2))()).toBe(false);
  await contender.settle?.();
  await contender.close?.();

  await using database = await openDatabase({ dataDir }).then((open) => ({
    ...open,
    [Symbol.asyncDispose]: () => open.close(),
  }));
  const rows = await database.orm.select().from(completions);
  expect(rows.map(({ cache }) => cache).sort()).toEqual(['hit', 'miss', 'miss']);
  const { name, email } = question(1).customer;
  for (const { prompt } of rows) {
    expect(prompt).toContain('[PERSON_1');
    expect(prompt).not.toContain(name);
    expect(prompt).not.toContain(email);
  }
  const windows = await database.orm.select().from(budgetWindows);
  expect(windows.map(({ scope }) => scope).sort()).toEqual(['account', 'connector', 'suite', 'user']);
  for (const { spent } of windows) expect(Number(spent)).toBeGreaterThan(0);
});

test('a process of its own measures time, processor and heap, and says what went wrong', async () => {
  const runner = startRunner('fetch', new AbortController().signal);
  try {
    await expect(runner.run('timed', { count: 1, atOnce: 1 })).rejects.toThrow('fetch: No contender is open');
    await runner.run('open', { contender: 'fetch', ...surroundings() });
    const { samples, cpuMs } = await runner.run('timed', { count: 20, atOnce: 4 });
    expect(samples).toHaveLength(20);
    expect(Math.min(...samples, cpuMs)).toBeGreaterThan(0);
    const { allocated, retained } = await runner.run('heap', { count: 20, atOnce: 1 });
    expect(allocated).toBeGreaterThan(1_000);
    expect(retained).toBeLessThan(allocated);
  } finally {
    await runner.stop();
  }
  await expect(runner.run('close', null)).rejects.toThrow('its process ended');
});

test('ending the bench ends the processes, and says so', async () => {
  const ending = new AbortController();
  const runner = startRunner('fetch', ending.signal);
  await runner.run('open', { contender: 'fetch', ...surroundings() });
  const running = runner.run('timed', { count: 1_000_000, atOnce: 1 });
  ending.abort();
  await expect(running).rejects.toThrow('The bench was ended before it was done');
  await runner.stop();
});
