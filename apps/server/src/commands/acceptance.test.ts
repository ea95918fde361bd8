import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@draftsmith/database';
import { acceptances, draftRatings, drafts } from '@draftsmith/database/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptanceCommand } from './acceptance.ts';
import { environmentOf } from './testing.ts';

const NOON = new Date('2026-11-22T12:00:00.000Z');
const id = (n: number) => `00000000-0000-8000-8000-00000000000${n}`;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draftsmith-acceptance-'));
  const { orm, close } = await openDatabase({ dataDir: folder });
  const draft = {
    connector: 'desk',
    account: 'acme',
    resourceType: 'ticket',
    state: 'drafted',
    receivedAt: NOON,
  } as const;
  for (const n of [1, 2, 3])
    await orm.insert(drafts).values({
      ...{ ...draft, id: id(n), resourceId: `${n}`, revision: `${n}`, deliveryId: `${n}` },
      ...(n < 3 && { language: 'de', facts: { brand: '900', tags: [], replies: 0 } }),
    });
  const learnt = { learntAt: NOON, askedAt: new Date(NOON.getTime() - 3_600_000) };
  await orm.insert(acceptances).values([
    { ...learnt, draftId: id(1), verdict: 'as-is', kept: 1, added: 0, repliedAt: NOON },
    { ...learnt, draftId: id(2), verdict: 'edited', kept: 0.5, added: 0.5, edits: ['facts', 'tone'], repliedAt: NOON },
    { ...learnt, draftId: id(3), verdict: 'superseded' },
  ]);
  const rating = { draftId: id(1), version: 1, agentId: '12', ratedAt: NOON };
  await orm.insert(draftRatings).values({ ...rating, good: false, reasons: ['wrong-tone'] });
  await close();
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<string[]> {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: folder } });
  await acceptanceCommand(environment, { now: () => NOON, width: 80 }).parseAsync(args, { from: 'user' });
  return out;
}

test('as a table with its total, kinds of edits and ratings', async () => {
  expect((await run('--by', 'language')).map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
    'language | drafts | as is | edited | ignored | other | kept | time',
    expect.stringMatching(/^-+$/),
    'de | 2 | 50 % | 50 % | 0 % | 0 % | 75 % | 60 min',
    '(unknown) | 1 | 0 % | 0 % | 0 % | 100 % | - | -',
    expect.stringMatching(/^-+$/),
    'all | 3 | 33 % | 33 % | 0 % | 33 % | 75 % | 60 min',
    '',
    'Edits: facts 1, tone 1',
    '',
    'Ratings: good 0, bad 1 (wrong-tone 1)',
  ]);
});

test('as JSON, by brand unless asked otherwise', async () => {
  expect(JSON.parse((await run('--json')).join('\n'))).toMatchObject({
    ...{ by: 'brand', days: 30, total: { drafts: 3 } },
    rows: [{ key: '900', drafts: 2 }, { key: '' }],
  });
});

test('what is not known yet, and what cannot be meant, is said', async () => {
  const { environment, out } = environmentOf({ raw: { DRAFTSMITH_DATA: folder } });
  const later = () => new Date('2027-11-22T12:00:00.000Z');
  await acceptanceCommand(environment, { now: later, width: 80 }).parseAsync(['--days', '7'], { from: 'user' });
  expect(out.join(' ')).toBe('Nothing is known of the last 7 days yet: figures come with the first replies.');
  await expect(run('--by', 'mood')).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('Expected by'),
  });
});
