import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { knowledgeCommand } from './knowledge.ts';
import { environmentOf } from './testing.ts';

let folder: string;
let exitCode: typeof process.exitCode;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-knowledge-'));
});
beforeEach(() => {
  exitCode = process.exitCode;
});
afterEach(() => {
  process.exitCode = exitCode;
});
afterAll(() => rm(folder, { recursive: true }));

async function knowledge(argv: string[], stdin = '') {
  const made = environmentOf({ raw: { DRAFTSMITH_DATA: folder }, stdin });
  await knowledgeCommand(made.environment).parseAsync(argv, { from: 'user' });
  return made;
}

const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
const ARTICLES = lines(
  { id: 'refund', title: 'Getting your money back', body: 'We refund your purchase within five days.', locale: 'en' },
  { id: 7, title: 'Shipping', body: 'Parcels arrive within a week.', locale: 'en', url: 'https://acme.example/7' },
  {
    id: 'team',
    title: 'Refunds',
    body: 'Ask a lead before a refund of 500 EUR.',
    locale: 'en',
    visibility: 'internal',
  },
);

test('what is brought in is found, with a file or standard input, and the same again changes nothing', async () => {
  const file = join(folder, 'articles.jsonl');
  await writeFile(file, ARTICLES);
  expect((await knowledge(['import', file])).said).toEqual(['Imported 3 documents']);
  expect((await knowledge(['import', '-'], ARTICLES)).said).toEqual(['Imported 0 documents; 3 were there already']);
  const { out } = await knowledge(['search', 'When', 'will', 'parcels', 'arrive?', '--limit', '1']);
  expect(out[0]).toBe(' 1. Shipping (article 7)');
  const json = JSON.parse((await knowledge(['search', 'refund', '--json', '--public'])).out.join('\n'));
  expect(json).toMatchObject({ query: 'refund', hits: [{ id: 'refund', visibility: 'public' }] });
  expect((await knowledge(['status'])).out).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Articles +3$/), expect.stringMatching(/^Languages +en$/)]),
  );
});

test('questions come as lines and are answered in order; a broken line costs no other its answer', async () => {
  const asked = `${lines({ id: 'a', query: 'refund', context: ['U: hello'] }, { query: 'parcels' })}\nnope\n{"id":1}`;
  const { out } = await knowledge(['search'], asked);
  const answers = out.map((line): { hits?: { id: string; score: number }[] } => JSON.parse(line));
  expect(answers).toMatchObject([
    { id: 'a' },
    { id: 2, hits: [{ id: '7' }] },
    { line: 3, error: 'This line is not JSON' },
    { line: 4, error: expect.stringMatching(/Expected \{"query"/) },
  ]);
  const scores = answers[0]?.hits?.map(({ score }) => score) ?? [];
  expect(scores.length).toBeGreaterThan(1);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(process.exitCode).toBe(1);
});

test('a line that is wrong is named with what was expected, and the others are brought in', async () => {
  const wrong = [
    '{"id":"x","title":"T"}',
    lines({ id: 'y', title: 'T', body: 'B', visibility: 'secret' }, { id: 'z', title: 'Lamp', body: 'Turn it on.' }),
  ].join('\n');
  const { said } = await knowledge(['import', '-', '--account', 'lamps'], wrong);
  expect(said).toEqual([
    'Line 1: Expected "body" to be a text that is not empty',
    'Line 2: Expected "visibility" to be public or internal',
    'Imported 1 document; 2 lines were not read',
  ]);
  expect(process.exitCode).toBe(1);
  expect((await knowledge(['search', 'refund lamp', '--account', 'lamps'])).out[0]).toMatch(/Lamp/);
});

test('replacing takes out what was there', async () => {
  await knowledge(['import', '-', '--account', 'old'], ARTICLES);
  const lamp = lines({ id: 'z', title: 'Lamp', body: 'Turn it on.', locale: 'en' });
  await knowledge(['import', '-', '--account', 'old', '--replace'], lamp);
  expect(JSON.parse((await knowledge(['status', '--account', 'old', '--json'])).out.join('\n'))).toMatchObject({
    documents: { article: 1 },
  });
});

test('what cannot be meant is said before anything is done', async () => {
  await expect(knowledge(['search', 'x', '--limit', '0'])).rejects.toMatchObject({ kind: 'invalid' });
  await expect(knowledge(['status', '--account', 'a/b/c'])).rejects.toMatchObject({ kind: 'invalid' });
  await expect(knowledge(['import', join(folder, 'nowhere')])).rejects.toMatchObject({ kind: 'not-found' });
  await expect(knowledge(['search', 'x', '--account', 'nobody'])).rejects.toMatchObject({ kind: 'not-found' });
});
