import type { ReplyAfter } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { acceptances, drafts } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aDraft, draftId, minutesAfter, NOON } from '../testing.ts';
import { createReplyProcessor, type ReplyProcessorDeps } from './process-reply-job.ts';

const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'r1' };
const once = { signal: new AbortController().signal, enqueuedAt: NOON, lastTry: false, mayWait: true };
const TEXT = 'Your refund of 49.90 EUR was sent on 4 March. It takes 5 business days.';
const OTHER = 'Which order is it? I cannot find any under this address, please send me its number.';

const replied = (text: string, at = NOON): ReplyAfter => ({
  ...{ kind: 'reply', id: 'c9', text, at: at.toISOString(), by: '12' },
  askedAt: minutesAfter(NOON, -40).toISOString(),
});

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  let told: string[];
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    told = [];
    await database.orm.delete(drafts);
  });
  afterAll(() => database.close());

  const all = () => database.orm.select().from(acceptances).orderBy(asc(acceptances.draftId));
  /** Runs the job where `followed` is what came after each draft's message. */
  const run = (followed: ReplyAfter | Error, changed: Partial<ReplyProcessorDeps> = {}, context = once) =>
    createReplyProcessor({
      database,
      connectionOf: () => ({
        replyAfter: async () => {
          if (followed instanceof Error) throw followed;
          return followed;
        },
      }),
      versionsOf: async () => [{ version: 1, text: TEXT, language: 'en' }],
      logger: silentLogger,
      now: () => NOON,
      onLearnt: (verdict) => told.push(verdict),
      ...changed,
    })(job, context);

  test.each([
    ['sent as it is', TEXT, { verdict: 'as-is', kept: 1, added: 0, edits: [] }],
    ['edited', TEXT.replace('49.90', '44.90'), { verdict: 'edited', edits: ['facts'] }],
    ['ignored', OTHER, { verdict: 'ignored', edits: [] }],
  ])('%s', async (_, text, expected) => {
    await database.orm.insert(drafts).values(aDraft(1));
    expect(await run(replied(text))).toEqual({ kind: 'done' });
    const [row] = await all();
    expect(row).toMatchObject({
      ...expected,
      version: 1,
      repliedAt: NOON,
      askedAt: minutesAfter(NOON, -40),
      replyId: 'c9',
      agentId: '12',
    });
    expect(JSON.stringify(row)).not.toMatch(/refund|order/);
    expect(told).toEqual([expected.verdict]);
  });

  test.each([
    ['customer', 'superseded'],
    ['ended', 'no-reply'],
  ] as const)('%s: %s, with nothing to compare', async (kind, verdict) => {
    await database.orm.insert(drafts).values(aDraft(1, { askedAt: minutesAfter(NOON, -60) }));
    await run({ kind });
    expect(await all()).toMatchObject([
      { verdict, kept: null, added: null, version: null, repliedAt: null, askedAt: minutesAfter(NOON, -60) },
    ]);
  });

  test.each(['nothing', 'gone'] as const)('%s: it goes on waiting', async (kind) => {
    await database.orm.insert(drafts).values(aDraft(1));
    expect(await run({ kind })).toEqual({ kind: 'done' });
    expect([await all(), told]).toEqual([[], []]);
  });

  test('what was learnt first stays, also for two at once', async () => {
    await database.orm.insert(drafts).values(aDraft(1));
    await Promise.all([run(replied(TEXT)), run(replied(TEXT))]);
    await run(replied(OTHER));
    expect(await all()).toMatchObject([{ verdict: 'as-is' }]);
    expect(told).toEqual(['as-is']);
  });

  test('of several versions the one that was sent', async () => {
    await database.orm.insert(drafts).values(aDraft(1));
    const versions = [TEXT, `${TEXT} We are sorry for the wait.`, OTHER].map((text, i) => ({
      ...{ version: i + 1, text, language: 'en' },
    }));
    await run(replied(`Hi Anna,\n\n${versions[1]?.text}`), { versionsOf: async () => versions });
    expect(await all()).toMatchObject([{ verdict: 'as-is', version: 2 }]);
  });

  test('only drafts of this ticket that have words and wait', async () => {
    await database.orm
      .insert(drafts)
      .values([
        aDraft(1),
        aDraft(2, { resourceId: '8' }),
        aDraft(3, { account: 'other' }),
        aDraft(4, { state: 'skipped' }),
        aDraft(5, { forgottenAt: NOON, forgottenWhy: 'source' }),
        aDraft(6, { revision: null }),
      ]);
    await run(replied(TEXT));
    expect((await all()).map((row) => row.draftId)).toEqual([draftId(1)]);
  });

  test('a draft whose words cannot be opened is left alone', async () => {
    await database.orm.insert(drafts).values(aDraft(1));
    await run(replied(TEXT), { versionsOf: async () => [] });
    expect(await all()).toEqual([]);
  });

  test('nobody ignores what was not there yet; used, it was there', async () => {
    await database.orm.insert(drafts).values(aDraft(1));
    const before = minutesAfter(NOON, -35);
    await run(replied(OTHER, before));
    expect(await all()).toMatchObject([{ verdict: 'superseded', kept: null, repliedAt: before }]);
    await database.orm.delete(acceptances);
    await run(replied(OTHER, minutesAfter(NOON, -30 + 1 / 60)));
    expect(await all()).toMatchObject([{ verdict: 'superseded' }]);
    await database.orm.delete(acceptances);
    await run(replied(TEXT, before));
    expect(await all()).toMatchObject([{ verdict: 'as-is' }]);
  });

  test('while a draft is under way the job comes again, but not for ever', async () => {
    await database.orm.insert(drafts).values([aDraft(1), aDraft(2, { state: 'working' })]);
    expect(await run(replied(TEXT))).toMatchObject({ kind: 'retry' });
    expect(await all()).toHaveLength(1);
    expect(await run(replied(TEXT), {}, { ...once, lastTry: true })).toEqual({ kind: 'done' });
    await database.orm.update(drafts).set({ receivedAt: minutesAfter(NOON, 1) });
    expect(await run(replied(TEXT))).toEqual({ kind: 'done' });
  });

  test('what passes is tried again, what does not is said once', async () => {
    await database.orm.insert(drafts).values(aDraft(1));
    const [down, wrong] = [new AppError('unavailable', 'down'), new AppError('permission', 'not allowed')];
    expect(await run(down)).toEqual({ kind: 'retry', message: 'down' });
    expect(await run(down, {}, { ...once, lastTry: true })).toEqual({ kind: 'done' });
    const full = new AppError('rate-limited', 'full', { retryAfterMs: 5_000 });
    expect(await run(full)).toEqual({ kind: 'later', afterMs: 5_000, message: 'full' });
    expect(await run(wrong)).toEqual({ kind: 'done' });
    expect(await run(replied(TEXT), { connectionOf: () => undefined })).toEqual({ kind: 'done' });
    expect(await run(replied(TEXT), { connectionOf: () => ({}) })).toEqual({ kind: 'done' });
    expect(await all()).toEqual([]);
  });
});
