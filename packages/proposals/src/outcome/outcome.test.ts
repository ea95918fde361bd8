import type { Connection, DealFollowUp } from '@draftsmith/contracts';
import type { Database } from '@draftsmith/database';
import { proposals } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { AppError } from '@draftsmith/errors';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetProposals } from '../personal/forget.ts';
import { aStoredVersion } from '../store/testing.ts';
import { createWriteStore } from '../store/write-store.ts';
import { aContent, aSection, aVersion, DEAL, NOON, secondsAfter } from '../testing.ts';
import { followUp } from './follow-up.ts';
import { readProposalReport } from './report.ts';

const sealer = testSealer();
const [HOUR, DAY] = [3_600, 24 * 3_600];
const never = new AbortController().signal;
const on = (id: string, account = 'acme') => ({ ...DEAL, id, account });

// What differs between the engines is in the stores, which are tested on each.
describe.each(testBackends.slice(-1))('what became of proposals (%s)', (backend) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(backend);
  });
  beforeEach(async () => void (await database.orm.delete(proposals)));
  afterAll(() => database.close());

  async function attached(id: string, minutes: number, { account = 'acme', number = 1 } = {}) {
    const { proposalId } = await aStoredVersion({ database, sealer, resource: on(id, account) });
    const writes = createWriteStore(database.orm, () => secondsAfter(minutes * 60));
    const write = { proposalId, number, kind: 'attach', idempotencyKey: `${id}-${number}` } as const;
    await writes.begin(write);
    await writes.done(write, { artefactIds: [`note-${id}-${number}`, `file-${id}-${number}`] });
    return proposalId;
  }
  type Follow = (id: string, attached: { fileIds: readonly string[]; at: string; quoteId?: string }) => DealFollowUp;
  const run = (now: Date, follow: Follow) =>
    followUp(
      {
        ...{ orm: database.orm, now: () => now, logger: silentLogger },
        connectionOf: () =>
          ({
            deals: { follow: async ({ id }: { id: string }, given: never) => follow(id, given) },
          }) as unknown as Connection,
      },
      never,
    );
  const report = (options = {}, now = secondsAfter(DAY)) =>
    readProposalReport({ orm: database.orm, sealer, now: () => now }, { days: 30, ...options });
  const stage = (outcome: 'open' | 'won' | 'lost') => ({ id: 's', name: outcome.toUpperCase(), outcome });

  test('deals are asked about for 60 days after a version was attached, every six hours, those that are gone never again', async () => {
    await attached('1', 1);
    await aStoredVersion({ database, sealer, resource: on('2') });
    await attached('3', 1);
    const asked: string[] = [];
    const follow: Follow = (id, given) => {
      asked.push(`${id} ${given.fileIds.join()} ${given.at}`);
      return { gone: id === '3', stage: stage('open') };
    };
    expect(await run(secondsAfter(HOUR), follow)).toBe(2);
    const at = secondsAfter(60).toISOString();
    expect(asked.sort()).toEqual([`1 file-1-1 ${at}`, `3 file-3-1 ${at}`]);
    expect(await run(secondsAfter(6 * HOUR), follow)).toBe(0);
    expect(await run(secondsAfter(8 * HOUR), follow)).toBe(1);
    expect(await run(secondsAfter(61 * DAY), follow)).toBe(0);
    await attached('1', 61 * 24 * 60, { number: 2 });
    expect(await run(secondsAfter(62 * DAY), follow)).toBe(1);
    expect(asked.at(-1)).toBe(`1 file-1-1,file-1-2 ${at}`);
  });

  test('an account that does not answer rests until the next run; the others go on', async () => {
    await attached('1', 1);
    await attached('2', 1);
    await attached('3', 1, { account: 'globex' });
    let calls = 0;
    const follow: Follow = (id) => {
      calls += 1;
      if (id !== '3') throw new AppError('rate-limited', 'Wait');
      return { gone: false };
    };
    expect(await run(secondsAfter(HOUR), follow)).toBe(1);
    expect(calls).toBe(2);
    expect(await run(secondsAfter(2 * HOUR), () => ({ gone: false }))).toBe(2);
  });

  test('the first time that it was sent counts, and the stage as it is now', async () => {
    await attached('1', 1);
    const sentAt = secondsAfter(HOUR).toISOString();
    await run(secondsAfter(2 * HOUR), () => ({ gone: false, sentAt, stage: stage('open') }));
    await run(secondsAfter(9 * HOUR), () => ({ gone: false, sentAt: NOON.toISOString(), stage: stage('won') }));
    const { rows, total } = await report();
    expect(rows).toMatchObject([{ sentAt, stageThen: 'Qualified', stageNow: 'WON' }]);
    expect(total).toMatchObject({ sent: 1, won: 1, lost: 0 });
  });

  test('a report counts what was asked for in its days, how much people changed, how long and how dear it was', async () => {
    await attached('1', 3);
    await attached('2', 10);
    const person = aSection({ writtenBy: 'person', paragraphs: [{ text: 'They want a quick website.', sources: [] }] });
    const version = aVersion({ how: 'edit' }, aContent({ sections: [person] }));
    version.words.baselines.summary = 'They want a fast website.';
    const { proposalId } = await aStoredVersion({ database, sealer, resource: on('1') }, version);
    await aStoredVersion({ database, sealer, resource: on('3', 'globex') });

    const seen = await report();
    expect(seen.total).toEqual({
      ...{ asked: 3, attached: 2, edited: 1, sent: 0, won: 0, lost: 0, minutes: 6.5, costUsd: '0.04000000' },
    });
    expect(seen.sections).toContainEqual({ kind: 'summary', edited: 1 });
    expect(seen.sections).toContainEqual({ kind: 'scope', edited: 0 });
    const [one] = seen.rows.filter(({ dealId }) => dealId === '1');
    expect(one).toMatchObject({
      ...{ dealName: 'Website relaunch', dealUrl: 'https://crm.example/deals/77', versions: 2, minutes: 3 },
      ...{ edited: { share: 0.2, sections: ['summary'] }, costUsd: '0.02000000', askedAt: NOON.toISOString() },
    });
    expect((await report({ account: 'globex' })).total).toMatchObject({ asked: 1, attached: 0, minutes: null });
    expect((await report({}, secondsAfter(31 * DAY))).total).toMatchObject({ asked: 0, costUsd: null });

    await forgetProposals(database.orm, [proposalId], { at: NOON, why: 'retention' });
    const [forgotten] = (await report()).rows.filter(({ dealId }) => dealId === '1');
    expect(forgotten).toMatchObject({ dealName: '', edited: { share: 0.2 }, costUsd: '0.02000000' });
  });
});
