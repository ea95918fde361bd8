import { afterEach, beforeEach, expect, test } from 'vitest';
import { redactCommand } from './redact.ts';
import { environmentOf } from './testing.ts';

let exitCode: typeof process.exitCode;
beforeEach(() => {
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
});

async function redact(stdin: string | Buffer, ...argv: string[]): Promise<string[]> {
  const { environment, out } = environmentOf({ stdin });
  await redactCommand(environment).parseAsync(argv, { from: 'user' });
  return out;
}

const one = async (line: unknown) => JSON.parse((await redact(JSON.stringify(line), '--jsonl'))[0] ?? '');

test('a text comes back without personal data, line by line as it was', async () => {
  expect(await redact('Hello,\nwrite to bo@example.com\n')).toEqual(['Hello,\nwrite to [EMAIL_1]']);
});

test('lines come back in order with offsets of the input, and a broken one costs no other its answer', async () => {
  const bad = Buffer.concat([
    Buffer.from('{"id":"a","text":"😀 bo@example.com"}\n{"id":\n'),
    Buffer.from([0xff, 0xfe, 10]),
  ]);
  const out = await redact(Buffer.concat([bad, Buffer.from('\n{"id":"c"}\n{"id":4,"text":""}')]), '--jsonl');
  expect(out.map((line): unknown => JSON.parse(line))).toEqual([
    { id: 'a', text: '😀 [EMAIL_1]', entities: [{ type: 'EMAIL', start: 3, end: 17 }] },
    { line: 2, error: 'This line is not JSON' },
    { line: 3, error: 'This line is not UTF-8 text' },
    { line: 5, error: 'Expected {"id","text","known"?} on each line' },
    { id: '4', text: '', entities: [] },
  ]);
  expect(process.exitCode).toBe(1);
});

test.each([
  ['Anna Schmidt'],
  [{ name: 'Anna Schmidt' }],
  [{ names: ['Anna Schmidt'] }],
  [{ first_name: 'Anna', last_name: 'Schmidt' }],
  [[{ name: 'Bo' }, { fullName: 'Anna Schmidt' }]],
  [{ people: [{ name: 'Anna Schmidt' }] }],
  [['Anna Schmidt']],
])('known people may be given as %j', async (known) => {
  expect((await one({ id: 1, text: 'ask schmidt, or ANNA SCHMIDT', known })).text).not.toMatch(/schmidt/i);
});

test('a field that says nothing is a number on record; several names are several people', async () => {
  const known = { names: ['Anna Schmidt', 'Bo Lind'], contract: 'K-2231', e_mail: 'x@y.example', locale: null };
  expect((await one({ id: 1, text: 'Anna Schmidt, Bo Lind, k2231', known })).text).toBe(
    '[PERSON_1], [PERSON_2], [ACCOUNT_1_2]',
  );
});

test('what is known in another form is an error that says the right one', async () => {
  expect(await one({ id: 1, text: 'a', known: 5 })).toEqual({
    line: 1,
    id: '1',
    error: 'Expected "known" to be a person {"name","email",...} or a list',
  });
});

test('options reach the redactor', async () => {
  expect(await redact('Apollo and help@example.com', '--allow', 'HELP@example.com', '--deny', 'apollo')).toEqual([
    '[ACCOUNT_1] and help@example.com',
  ]);
  await expect(redact('a', '--region', 'Germany')).rejects.toMatchObject({ kind: 'invalid' });
});

test('invented addresses stand for real ones', async () => {
  const [text] = await redact('write to bo@mail.example', '--realistic');
  expect(text).toMatch(/^write to [a-z]+@example\.com$/);
});

test('what was replaced is told by kind and number, beside the text', async () => {
  const { environment, said } = environmentOf({ stdin: 'bo@mail.example, al@mail.example, 30 pieces' });
  await redactCommand(environment).parseAsync([], { from: 'user' });
  expect(said).toEqual(['Replaced: EMAIL 2']);
});
