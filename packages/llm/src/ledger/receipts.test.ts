import type { Database } from '@draftsmith/database';
import { completions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receiptsOf, receiptsOfReference, receiptsPage } from './receipts.ts';
import { recipientsOf } from './recipients.ts';
import { aHit, anAttempt, aRecord, keepRecords, NOON } from './testing.ts';

const at = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);
const RANGE = { since: at(0), until: at(1_000) };
const sent = { host: 'api.openai.com', region: null, sha256: 'a'.repeat(64), bytes: 1_000 };
const there = { host: '10.0.0.7:8000', region: 'private network', sha256: 'b'.repeat(64), bytes: 10 };

describe.each(testBackends)('receipts on %s', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => {
    await database.orm.delete(completions);
  });
  afterAll(() => database.close());

  const all = (more: object = {}) => Array.fromAsync(receiptsOf(database.orm, { ...RANGE, ...more }));

  it('say of each call to a model what was sent where, newest first', async () => {
    const failed = anAttempt({ outcome: 'failed', code: 'llm.status', sent, at: at(1) });
    const answered = anAttempt({ provider: 'local', model: 'qwen3', sent: there, at: at(2) });
    const record = aRecord({ attempts: [failed, answered], replaced: { PERSON: 2 } });
    await keepRecords(database.orm, [record, aHit()]);
    const { id: completionId, account, purpose } = record;
    const same = {
      completionId,
      account,
      purpose,
      connector: 'zendesk',
      reference: 'draft-1',
      replaced: { PERSON: 2 },
    };
    expect(await all()).toEqual([
      {
        ...same,
        ...{ at: at(2).toISOString(), provider: 'local', model: 'qwen3', outcome: 'answered' },
        ...{ host: '10.0.0.7:8000', region: 'private network', payloadSha256: 'b'.repeat(64), payloadBytes: 10 },
      },
      {
        ...same,
        ...{ at: at(1).toISOString(), provider: 'openai', model: 'gpt-5-mini', outcome: 'failed' },
        ...{ host: 'api.openai.com', region: null, payloadSha256: 'a'.repeat(64), payloadBytes: 1_000 },
      },
    ]);
  });

  it('name what was held back, and leave out what was composed here', async () => {
    const held = anAttempt({ outcome: 'failed', code: 'llm.leak', at: at(1) });
    const unchecked = anAttempt({ outcome: 'failed', code: 'llm.leak-check', at: at(2) });
    const offline = anAttempt({ provider: 'offline', model: 'composer', at: at(3) });
    await keepRecords(database.orm, [aRecord({ attempts: [held, unchecked, offline] })]);
    const nowhere = { host: null, region: null, payloadSha256: null, payloadBytes: null, replaced: {} };
    expect(await all()).toMatchObject([
      { outcome: 'leak-check', ...nowhere },
      { outcome: 'leak', ...nowhere },
    ]);
  });

  it('can be had for a time, an account or one draft', async () => {
    const one = (seconds: number, more: object) =>
      aRecord({ attempts: [anAttempt({ sent, at: at(seconds) })], ...more });
    await keepRecords(database.orm, [
      one(0, { account: 'acme', reference: 'draft-1' }),
      one(1, { account: 'acme', reference: 'draft-2' }),
      one(2, { account: 'zeta', reference: 'draft-1' }),
      one(1_000, { account: 'acme', reference: 'draft-1' }),
    ]);
    const found = async (more: object) => (await all(more)).map(({ account, reference }) => `${account} ${reference}`);
    expect(await found({})).toEqual(['zeta draft-1', 'acme draft-2', 'acme draft-1']);
    expect(await found({ account: 'acme' })).toEqual(['acme draft-2', 'acme draft-1']);
    expect(await found({ reference: 'draft-1', since: at(1) })).toEqual(['zeta draft-1']);
    expect((await receiptsOfReference(database.orm, 'draft-1')).map((receipt) => receipt.at)).toEqual(
      [0, 2, 1_000].map((seconds) => at(seconds).toISOString()),
    );
  });

  it('come page by page, each once, however many began at one time', async () => {
    const times = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 7 }), async (questions, limit) => {
        await database.orm.delete(completions);
        await keepRecords(
          database.orm,
          questions.map((tries) => aRecord({ attempts: tries.map((seconds) => anAttempt({ sent, at: at(seconds) })) })),
        );
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await receiptsPage(database.orm, RANGE, { limit, ...(cursor && { cursor }) });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items.map((receipt) => `${receipt.at} ${receipt.completionId}`));
          cursor = page.next ?? undefined;
        } while (cursor);
        expect(seen).toHaveLength(questions.flat().length);
        expect(seen).toEqual((await all()).map((receipt) => `${receipt.at} ${receipt.completionId}`));
        expect(seen.map((line) => line.slice(0, 24))).toEqual(
          seen
            .map((line) => line.slice(0, 24))
            .sort()
            .reverse(),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('refuse a cursor that is none', async () => {
    await expect(receiptsPage(database.orm, RANGE, { cursor: "'; --" })).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('cursor: expected'),
    });
  });

  it('sum up to recipients; what was not sent, or is older than receipts, is counted apart', async () => {
    const unreachable = anAttempt({ outcome: 'failed', code: 'llm.unreachable' });
    const { usage: _, cost: __, ...unpaid } = unreachable;
    const held = { ...unpaid, code: 'llm.leak' };
    await keepRecords(database.orm, [
      aRecord({ attempts: [anAttempt({ sent, at: at(1) }), anAttempt({ provider: 'local', sent: there, at: at(5) })] }),
      aRecord({ attempts: [anAttempt({ sent, at: at(3) }), unpaid, held, held, anAttempt()] }),
    ]);
    expect(await recipientsOf(database.orm, RANGE)).toEqual({
      recipients: [
        {
          ...{ provider: 'openai', host: 'api.openai.com', region: null, calls: 2, bytes: 2_000 },
          ...{ first: at(1).toISOString(), last: at(3).toISOString() },
        },
        {
          ...{ provider: 'local', host: '10.0.0.7:8000', region: 'private network', calls: 1, bytes: 10 },
          ...{ first: at(5).toISOString(), last: at(5).toISOString() },
        },
      ],
      heldBack: 2,
      unsent: 1,
      unrecorded: 1,
    });
    expect(await recipientsOf(database.orm, { ...RANGE, account: 'nobody' })).toEqual({
      recipients: [],
      heldBack: 0,
      unsent: 0,
      unrecorded: 0,
    });
  });
});
