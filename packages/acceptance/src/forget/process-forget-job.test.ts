import type { Database } from '@draftsmith/database';
import { acceptances, drafts, erasures } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { createPeopleIndex } from '@draftsmith/personal-data';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aDraft, anAcceptance, NOON } from '../testing.ts';
import { createForgetProcessor } from './process-forget-job.ts';

const job = { connector: 'desk', account: 'acme', resourceType: 'ticket', resourceId: '7', deliveryId: 'f1' };
const once = { signal: new AbortController().signal, enqueuedAt: NOON, lastTry: false, mayWait: true };

describe.each(testBackends)('on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    for (const table of [drafts, erasures]) await database.orm.delete(table);
    await database.orm
      .insert(drafts)
      .values([aDraft(1, { about: 'sealed', content: 'sealed' }), aDraft(2, { account: 'other', content: 'sealed' })]);
    await database.orm
      .insert(acceptances)
      .values([anAcceptance(1, { agentId: '12' }), anAcceptance(2, { agentId: '12' })]);
  });
  afterAll(() => database.close());

  const forget = (elsewhere: ((gone: object) => Promise<void>)[] = []) =>
    createForgetProcessor({
      orm: database.orm,
      index: createPeopleIndex(Buffer.alloc(32, 7)),
      now: () => NOON,
      logger: silentLogger,
      elsewhere,
    });
  const all = () => database.orm.select().from(drafts).orderBy(asc(drafts.id));
  const agents = async () =>
    (await database.orm.select().from(acceptances).orderBy(asc(acceptances.draftId))).map(({ agentId }) => agentId);

  test('the words of a ticket go, and what became of its draft stays', async () => {
    const told: unknown[] = [];
    expect(await forget([async (gone) => void told.push(gone)])(job, once)).toEqual({ kind: 'done' });
    expect((await all()).map(({ content, forgottenWhy }) => [content, forgottenWhy])).toEqual([
      [null, 'source'],
      ['sealed', null],
    ]);
    expect(await agents()).toEqual(['12', '12']);
    expect(told).toMatchObject([{ resourceType: 'ticket', resourceId: '7' }]);
    expect(await forget()({ ...job, resourceId: '404' }, once)).toEqual({ kind: 'done' });
  });

  test('an agent who is gone is named nowhere', async () => {
    await forget()({ ...job, resourceType: 'user', resourceId: '12' }, once);
    expect(await agents()).toEqual([null, '12']);
  });

  test('whatever fails, it comes again', async () => {
    const broken = async () => {
      throw new TypeError('a bug');
    };
    expect(await forget([broken])(job, once)).toMatchObject({ kind: 'retry' });
    const full = async () => {
      throw new AppError('rate-limited', 'full', { retryAfterMs: 5_000 });
    };
    expect(await forget([full])(job, once)).toEqual({ kind: 'later', afterMs: 5_000, message: 'full' });
    expect(await forget()(job, once)).toEqual({ kind: 'done' });
  });
});
