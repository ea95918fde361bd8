import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import type { RawSettings } from '@draftsmith/settings';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { completeCommand } from './complete.ts';
import { environmentOf } from './testing.ts';

let models: ModelServer;
beforeAll(async () => {
  models = await startModels({ reply: ({ model }) => `{"by":"${model}"}` });
});
afterAll(() => models.close());

let dataDir: string;
let exitCode: typeof process.exitCode;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'draftsmith-complete-'));
  exitCode = process.exitCode;
});
afterEach(async () => {
  process.exitCode = exitCode;
  await rm(dataDir, { recursive: true, force: true });
});

async function complete(argv: readonly string[], stdin: string | Buffer, more: RawSettings = {}) {
  const raw = {
    OPENAI_API_KEY: 'sk-0123456789',
    OPENAI_BASE_URL: `${models.baseUrl}/v1`,
    DRAFTSMITH_DATA: dataDir,
    ...more,
  };
  const { environment, out, said } = environmentOf({ raw, stdin });
  const command = completeCommand(environment);
  const thrown: unknown = await command.parseAsync([...argv], { from: 'user' }).catch((error: unknown) => error);
  return { out, said, error: thrown === command ? undefined : thrown };
}

const parsed = (lines: readonly string[]) => lines.map((line): unknown => JSON.parse(line));

describe('draftsmith complete', () => {
  it('makes no data folder for the ledger alone, and writes to the one that is there', async () => {
    await complete([], 'Hello', { DRAFTSMITH_DATA: join(dataDir, 'none') });
    await expect(openDatabase({ dataDir }).then((database) => database.close())).resolves.toBeUndefined();
    await complete([], 'Hello');
    const database = await openDatabase({ dataDir });
    expect(await database.orm.select().from(completions)).toMatchObject([
      { outcome: 'answered', account: 'command-line' },
    ]);
    await database.close();
  });

  it('keeps to a budget over several runs', async () => {
    const budget = { DRAFTSMITH_BUDGETS: 'suite=0.02/day' };
    const one = async () => parsed((await complete(['--json', '--no-cache'], 'Hello', budget)).out)[0];
    expect(await one()).toMatchObject({ provider: 'openai' });
    expect(await one()).toMatchObject({ provider: 'openai' });
    const asked = models.requests.length;
    const none = await complete(['--json'], 'Hello', { DRAFTSMITH_BUDGETS: 'suite=0/day' });
    expect(parsed(none.out)).toMatchObject([{ outcome: 'stopped', code: 'llm.budget' }]);
    expect(models.requests.length).toBe(asked);
    expect(none.error).toMatchObject({ message: expect.stringMatching(/budget of the whole suite .* starts anew on/) });
  });

  it('does not begin when the budget belongs to a running Draftsmith', async () => {
    const running = await openDatabase({ dataDir });
    try {
      const { out, error } = await complete([], 'Hello', { DRAFTSMITH_BUDGETS: 'suite=5/day' });
      expect(error).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/Stop it, or set DATABASE_URL/) });
      expect(out).toEqual([]);
      const unlimited = await complete([], 'Hello');
      expect(unlimited).toMatchObject({
        error: undefined,
        said: [expect.stringMatching(/A running Draftsmith has the ledger/)],
      });
    } finally {
      await running.close();
    }
  });

  it('answers each line of JSON lines, and a line that is none or not UTF-8 costs no other its answer', async () => {
    const lines = [
      Buffer.from('{"id":1,"prompt":"ä"}\n'),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from('{"id":3,"prompt":" "}\n'),
      Buffer.from('{"id":"b","prompt":"x"}\n'),
    ];
    const { out } = await complete(['--jsonl'], Buffer.concat(lines));
    expect(parsed(out)).toHaveLength(4);
    expect(parsed(out)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: '1', provider: 'openai' }),
        { line: 2, error: 'This line is not UTF-8 text' },
        { line: 3, error: 'Expected {"id","prompt"} on each line' },
        expect.objectContaining({ id: 'b', provider: 'openai' }),
      ]),
    );
    expect(process.exitCode).toBe(1);
  });

  it('says what is wrong with a prompt that is not UTF-8', async () => {
    const { error } = await complete([], Buffer.from([0x48, 0xff]));
    expect(error).toMatchObject({ kind: 'invalid', message: expect.stringContaining('convert the prompt with iconv') });
  });

  it('gives JSON that satisfies a schema', async () => {
    const file = join(dataDir, 'schema.json');
    await writeFile(file, JSON.stringify({ type: 'object', required: ['by'], properties: { by: { type: 'string' } } }));
    const { out } = await complete(['--json', '--schema', file], 'Who?');
    expect(parsed(out)).toMatchObject([{ data: { by: 'gpt-5-mini' } }]);
    expect(await complete(['--schema', join(dataDir, 'missing.json')], 'Who?')).toMatchObject({
      error: { kind: 'invalid', message: expect.stringContaining('expected a file that holds a JSON schema') },
    });
  });

  it.each([
    ['DRAFTSMITH_BUDGETS', 'suite=lots/day'],
    ['DRAFTSMITH_ROUTES', 'openai'],
    ['REDIS_URL', 'localhost:6379'],
  ])('names a wrong %s', async (name, value) => {
    expect((await complete([], 'Hello', { [name]: value })).error).toMatchObject({ kind: 'invalid' });
  });
});
