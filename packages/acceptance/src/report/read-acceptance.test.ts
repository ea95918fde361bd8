import type { Database } from '@draftsmith/database';
import { acceptances, draftRatings, drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDraft, anAcceptance, draftId, minutesAfter, NOON } from '../testing.ts';
import { ACCEPTANCE_BY, readAcceptance } from './read-acceptance.ts';

const DAY = 24 * 60;

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  afterAll(() => database.close());
  const read = (by: (typeof ACCEPTANCE_BY)[number], days = 30) => readAcceptance(database.orm, { by, days, now: NOON });

  test('without anything there is nothing, in every figure', async () => {
    for (const by of ACCEPTANCE_BY)
      expect(await read(by)).toEqual({
        ...{ by, days: 30, rows: [] },
        total: { drafts: 0, asIs: 0, edited: 0, ignored: 0, other: 0, kept: null, replyMs: null },
        edits: { facts: 0, tone: 0, shortened: 0, extended: 0, reordered: 0, translated: 0 },
        ratings: { good: 0, bad: 0, reasons: [] },
      });
  });

  test('figures in all, and by what', async () => {
    const facts = (brand: string, ...tags: string[]) => ({ brand, tags, replies: 0 });
    const model = { provider: 'openai', model: 'gpt' };
    await database.orm
      .insert(drafts)
      .values([
        aDraft(1, { facts: facts('1', 'refund', 'vip'), ...model }),
        aDraft(2, { facts: facts('1', 'refund'), ...model, language: 'de' }),
        aDraft(3, { facts: facts('2'), language: 'de' }),
        aDraft(4, { language: null }),
        aDraft(5, { facts: facts('2') }),
        aDraft(6),
      ]);
    const took = (minutes: number) => ({ askedAt: NOON, repliedAt: minutesAfter(NOON, minutes) });
    await database.orm
      .insert(acceptances)
      .values([
        anAcceptance(1, took(10)),
        anAcceptance(2, { verdict: 'edited', kept: 0.5, added: 0.2, edits: ['facts', 'tone'], ...took(30) }),
        anAcceptance(3, { verdict: 'ignored', kept: 0.1, added: 0.9, ...took(20) }),
        anAcceptance(4, { verdict: 'no-reply', kept: null, added: null }),
        anAcceptance(5, { verdict: 'superseded', kept: null, added: null }),
        anAcceptance(6, { learntAt: minutesAfter(NOON, -8 * DAY) }),
      ]);
    const rated = { draftId: draftId(1), version: 1, ratedAt: NOON };
    await database.orm.insert(draftRatings).values([
      { ...rated, agentId: 'a', good: true, reasons: [] },
      { ...rated, agentId: 'b', good: false, reasons: ['wrong-facts', 'wrong-tone'] },
      { ...rated, agentId: 'c', good: false, reasons: ['wrong-tone'] },
      { ...rated, agentId: 'd', good: false, reasons: ['other'], ratedAt: minutesAfter(NOON, -8 * DAY) },
    ]);
    const { total, edits, ratings, rows } = await read('brand', 7);
    expect(total).toEqual({ drafts: 5, asIs: 1, edited: 1, ignored: 1, other: 2, kept: 0.75, replyMs: 20 * 60_000 });
    expect(edits).toMatchObject({ facts: 1, tone: 1, shortened: 0 });
    expect(ratings).toEqual({
      ...{ good: 1, bad: 2 },
      reasons: [
        { reason: 'wrong-tone', count: 2 },
        { reason: 'wrong-facts', count: 1 },
      ],
    });
    expect(rows.map(({ key, drafts: n, asIs }) => [key, n, asIs])).toEqual([
      ['1', 2, 1],
      ['2', 2, 0],
      ['', 1, 0],
    ]);
    const keysOf = async (by: 'topic' | 'language' | 'model') =>
      (await read(by, 7)).rows.map(({ key, drafts: n }) => `${key}: ${n}`);
    expect(await keysOf('topic')).toEqual([': 3', 'refund: 2', 'vip: 1']);
    expect(await keysOf('language')).toEqual(['de: 2', 'en: 2', ': 1']);
    expect(await keysOf('model')).toEqual([': 3', 'openai/gpt: 2']);
    expect((await read('brand')).total.drafts).toBe(6);
  });
});
