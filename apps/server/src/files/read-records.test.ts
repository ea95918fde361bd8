import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecords } from './read-records.ts';
import { knowledgeRecords, ticketRecords } from './records.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-records-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function collect<T>(records: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
}

async function read(contents: string | Buffer) {
  const path = join(folder, 'tickets');
  await writeFile(path, contents);
  return collect(readRecords(path, ticketRecords, Readable.from([])));
}

const question = { id: '1', subject: 'Refund', body: 'How, and when?' };

test.each([
  ['commas', 'id,subject,body\n1,Refund,"How, and when?"\n'],
  ['semicolons, as spreadsheets in many countries write them', 'id;subject;body\n1;Refund;How, and when?\n'],
  ['tabs', 'id\tsubject\tbody\n1\tRefund\tHow, and when?\n'],
  ['headings in any case', 'ID, Subject ,BODY\n1,Refund,"How, and when?"\n'],
  ['a byte order mark and Windows line ends', '\uFEFFid,subject,body\r\n1,Refund,"How, and when?"\r\n'],
  ['further columns and empty lines', 'status,id,subject,body\n\nopen,1,Refund,"How, and when?"\n\n'],
  ['JSON lines', '{"id":1,"subject":"Refund","body":"How, and when?"}\n\n'],
])('tickets with %s', async (_name, contents) => {
  expect(await read(contents)).toEqual([question]);
});

test('quotes, line breaks within a field, and letters that a chunk cuts in two', async () => {
  const body = `He said "no".\nЭто ${'я'.repeat(70_000)}`;
  const contents = `id,body\n1,"${body.replaceAll('"', '""')}"\n`;
  expect(await read(contents)).toEqual([{ id: '1', subject: '', body }]);
});

test('a ticket without words is one, so that it does not end the work on the others', async () => {
  expect(await read('id,body\n1,\n2,Hello\n')).toMatchObject([{ body: '' }, { body: 'Hello' }]);
});

test.each([
  ['nothing', '', /it is empty; expected CSV/],
  ['no column for the text', 'id,subject,text\n1,a,b\n', /has no column body; expected id, body/],
  ['no header line', '1;a;b\n', /has no column id, body/],
  ['an open quote', 'id,body\n1,"How\n2,b\n', /record 1: a quote is opened and never closed/],
  ['half a JSON object', '{"id":1,"body":"a"}\n{"id":2,\n', /record 2: expected one whole JSON object/],
  ['a JSON object without its text', '{"id":1,"body":"a"}\n{"id":2}\n', /record 2: body: expected a text/],
  ['one JSON list', '[{"id":1,"body":"a"}]', /one JSON list; expected an object on each line/],
  ['another encoding', Buffer.from('\uFEFFid,body\n1,a\n', 'utf16le'), /not UTF-8 text/],
])('%s is told in one line with the name of the file', async (_name, contents, message) => {
  const failure = await read(contents).catch((error: unknown) => error);
  expect(failure).toMatchObject({ kind: 'invalid', message: expect.stringMatching(message) });
  expect((failure as Error).message).toMatch(/^\S*tickets: [^\n]+$/);
});

test('a folder and a missing file', async () => {
  const read = (path: string) => collect(readRecords(path, ticketRecords, Readable.from([])));
  await expect(read(folder)).rejects.toMatchObject({ message: expect.stringContaining('this is a folder') });
  await expect(read(join(folder, 'none'))).rejects.toMatchObject({ message: expect.stringContaining('no such file') });
});

test('standard input, and a record that gives nothing', async () => {
  const stdin = Readable.from([Buffer.from('id,subject,body,answer\n1,s,q,\n2,s,q,Yes\n')]);
  expect(await collect(readRecords('-', knowledgeRecords, stdin))).toMatchObject([
    undefined,
    { id: '2', kind: 'past-reply', text: 'Yes', question: 'q' },
  ]);
});
