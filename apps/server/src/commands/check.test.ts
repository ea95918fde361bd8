import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCommand } from './check.ts';
import { environmentOf } from './testing.ts';

let exitCode: typeof process.exitCode;
beforeEach(() => {
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
});

const SOURCES = [{ id: 'a', text: 'You can return items within 30 days.' }];
const DRAFT = { id: 7, draft: 'Hello,\nYou can return items within 40 days.', sources: SOURCES };

async function run(stdin: string | Buffer, ...options: string[]): Promise<string[]> {
  const { environment, out } = environmentOf({ stdin });
  await checkCommand(environment).parseAsync(options, { from: 'user' });
  return out;
}

test('each line gets its answer, a bad one its number', async () => {
  const bad = Buffer.from([0x7b, 0xff, 0x0a]);
  const input = Buffer.concat([
    Buffer.from(`${JSON.stringify(DRAFT)}\n{"id":"x"}\n`),
    bad,
    Buffer.from(JSON.stringify({ ...DRAFT, id: 'z' })),
  ]);
  const lines = (await run(input, '--jsonl')).map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({
    id: '7',
    sentences: [
      { text: 'Hello,', verdict: 'no-claim' },
      { text: 'You can return items within 40 days.', verdict: 'contradicted', source: { id: 'a' } },
    ],
  });
  expect(lines[0].sentences[1]).not.toHaveProperty('claims');
  expect(lines[1]).toMatchObject({ line: 2, error: expect.stringContaining('draft') });
  expect(lines[2]).toEqual({ line: 3, error: 'This line is not UTF-8 text' });
  expect(lines[3]).toMatchObject({ id: 'z' });
  expect(process.exitCode).toBe(1);
});

test('details show every claim with its place', async () => {
  const [line = ''] = await run(JSON.stringify(DRAFT), '--jsonl', '--details');
  const claims = JSON.parse(line).sentences[1].claims;
  expect(claims).toContainEqual(
    expect.objectContaining({ kind: 'duration', text: '40 days', verdict: 'contradicted' }),
  );
});

test('one document needs no id; links may be allowed', async () => {
  const document = { draft: 'See https://help.example.com/a.', sources: SOURCES };
  const verdict = async (...options: string[]) =>
    JSON.parse((await run(JSON.stringify(document), '--json', ...options)).join('')).sentences[0].verdict;
  expect(await verdict()).toBe('unsupported');
  expect(await verdict('--allow-link', 'help.example.com')).toBe('supported');
});

test('a plain run reads like a report, without control characters of the draft', async () => {
  const lines = await run(JSON.stringify({ ...DRAFT, draft: 'You can return items within 40\u001b[31m days.' }));
  expect(lines.join('\n')).not.toContain('\u001b');
  expect(lines.at(-1)).toBe('0 of 1 statement supported');
});

test('two sources with one id are told, not guessed', async () => {
  const [line = ''] = await run(JSON.stringify({ ...DRAFT, sources: [...SOURCES, ...SOURCES] }), '--jsonl');
  expect(JSON.parse(line)).toEqual({ line: 1, id: '7', error: 'Two sources have the same id; expected each id once' });
  await expect(run('nonsense')).rejects.toThrow('this is no JSON object');
});
