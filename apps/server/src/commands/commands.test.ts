import { randomBytes } from 'node:crypto';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@draftsmith/database';
import type { RawSettings } from '@draftsmith/settings';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSealing } from '../secrets/open-sealing.ts';
import { completeCommand } from './complete.ts';
import { doctorCommand } from './doctor.ts';
import { draftCommand } from './draft.ts';
import { environmentOf } from './testing.ts';

let folder: string;
let exitCode: typeof process.exitCode;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-commands-'));
  exitCode = process.exitCode;
});
afterEach(async () => {
  process.exitCode = exitCode;
  await rm(folder, { recursive: true, force: true });
});

// A port that nothing listens on; loopback only.
const unreachable = { OPENAI_API_KEY: 'sk-0123456789', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' };
const KNOWLEDGE = `id,title,body
a,Refunds,"You can return any item within 60 days. The refund goes to the card you paid with."
b,Reset your password,"Open the sign-in page and choose Forgot password. The e-mail arrives within 15 minutes."
`;

async function file(name: string, contents: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

test('a file of tickets gives a line for each, the failed provider, and says why another wrote', async () => {
  const { environment, out, said } = environmentOf({ raw: unreachable });
  const tickets = await file('tickets.csv', 'id,subject,body\n1,Refund,How do I get a refund?\n2,Picture,\n');
  const knowledge = await file('knowledge.csv', KNOWLEDGE);
  await draftCommand(environment).parseAsync(['--file', tickets, '--knowledge', knowledge], { from: 'user' });
  const lines = out.map((line): unknown => JSON.parse(line));
  expect(lines).toContainEqual(
    expect.objectContaining({
      id: '1',
      outcome: 'drafted',
      provider: 'offline',
      check: expect.objectContaining({ claims: expect.any(Number), sentences: expect.any(Array) }),
      attempts: expect.arrayContaining([expect.objectContaining({ provider: 'openai', outcome: 'failed' })]),
    }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ id: '2', reason: 'no-customer-message' }));
  expect(said).toEqual([
    'Knowledge: 2 articles and answers',
    expect.stringMatching(/^2 tickets: /),
    expect.stringMatching(/^openai\/gpt-5-mini: OpenAI .* \(1 ticket\)$/),
  ]);
});

test.each([
  [['zendesk', '1', '--file', 'x.csv'], 'Expected either a ticket or --file, not both'],
  [['--file', '-', '--knowledge', '-'], 'Standard input ("-") can be read once'],
  [['zendesk', '1'], 'zendesk is not set up: draftsmith connect zendesk connects it'],
  [['freshdesk', '1'], 'There is no connector "freshdesk"; expected zendesk'],
  [['zendesk'], 'Expected a ticket (draftsmith draft zendesk 123) or a file'],
])('draft %j', async (argv, message) => {
  const { environment, out } = environmentOf({});
  await expect(draftCommand(environment).parseAsync(argv, { from: 'user' })).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining(message),
  });
  expect(out).toEqual([]);
});

test('a completion names the provider that failed, not only the last one asked', async () => {
  const { environment, said } = environmentOf({ raw: unreachable, stdin: 'Hello' });
  await expect(completeCommand(environment).parseAsync([], { from: 'user' })).rejects.toMatchObject({
    kind: 'unavailable',
  });
  expect(said).toEqual([expect.stringMatching(/^openai\/gpt-5-mini: OpenAI /)]);
});

test('a completion without any model says what to set', async () => {
  const { environment } = environmentOf({ stdin: 'Hello' });
  await expect(completeCommand(environment).parseAsync([], { from: 'user' })).rejects.toMatchObject({
    message: expect.stringMatching(/^No model is set up: set OPENAI_API_KEY/),
  });
});

test('a line that is no prompt is answered with its number', async () => {
  const { environment, out } = environmentOf({ stdin: '\n{"id":1}\n' });
  await completeCommand(environment).parseAsync(['--jsonl'], { from: 'user' });
  expect(out.map((line): unknown => JSON.parse(line))).toEqual([{ line: 2, error: expect.any(String) }]);
  expect(process.exitCode).toBe(1);
});

test('doctor: a running server is no fault, a route without a key is told, and so is a missing account', async () => {
  const dataDir = join(folder, 'data');
  const running = await openDatabase({ dataDir });
  try {
    const raw = { DRAFTSMITH_DATA: dataDir, DRAFTSMITH_ROUTES: 'openai/gpt-5-mini,offline' };
    const { environment, out } = environmentOf({ raw });
    await doctorCommand(environment).parseAsync([], { from: 'user' });
    expect(out).toEqual([
      'ok    providers: offline; not openai/gpt-5-mini: OPENAI_API_KEY is not set',
      `ok    database: embedded, in ${dataDir}; a Draftsmith is using it`,
      expect.stringMatching(/^ok {4}privacy: prompts go to every provider above; kept, in days: texts 30, drafts 180/),
      expect.stringMatching(/^ok {4}source systems: none is connected yet/),
    ]);
  } finally {
    await running.close();
  }
});

test('doctor tells whom local-only allows, fails on keys of another database, and makes none itself', async () => {
  const database = await openDatabase({ dataDir: join(folder, 'sealed') });
  const keys = { DRAFTSMITH_DATA: join(folder, 'sealed'), DRAFTSMITH_KEYS: undefined };
  await openSealing(keys, database.orm, new Date());
  await database.close();
  const doctor = async (more: RawSettings) => {
    const raw = { DRAFTSMITH_LOCAL_ONLY: 'true', DRAFTSMITH_ALLOWED_HOSTS: 'gpu.internal', ...more };
    const { environment, out } = environmentOf({ raw });
    await doctorCommand(environment).parseAsync([], { from: 'user' });
    return out;
  };
  const wrong = await doctor({
    DRAFTSMITH_DATA: keys.DRAFTSMITH_DATA,
    DRAFTSMITH_KEYS: randomBytes(32).toString('hex'),
  });
  expect(wrong[1]).toMatch(/^FAIL {2}database: The keys in DRAFTSMITH_KEYS are not those of this database/);
  const fresh = join(folder, 'fresh');
  expect((await doctor({ DRAFTSMITH_DATA: fresh }))[2]).toMatch(
    /^ok {4}privacy: prompts go to this machine, gpu\.internal;/,
  );
  await expect(access(join(fresh, 'keys.json'))).rejects.toThrow('ENOENT');
});

test('doctor fails on a route that nobody has', async () => {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: ':memory:', DRAFTSMITH_ROUTES: 'gpt' } });
  await doctorCommand(environment).parseAsync([], { from: 'user' });
  expect(out[0]).toMatch(/^FAIL {2}providers: The route "gpt" names an unknown provider/);
  expect(process.exitCode).toBe(1);
});

test('the address of a local server without its model is half a setting', async () => {
  const { environment } = environmentOf({ raw: { DRAFTSMITH_LOCAL_URL: 'http://127.0.0.1:9/v1' } });
  await expect(doctorCommand(environment).parseAsync([], { from: 'user' })).rejects.toMatchObject({
    message: 'DRAFTSMITH_LOCAL_MODEL: expected the name of a model on the local server',
  });
});
