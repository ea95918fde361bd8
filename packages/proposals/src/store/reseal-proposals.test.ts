import { proposalVersions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createSealer, type KeyRing, newSealingKey } from '@draftsmith/sealing';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { problemOf } from '../problems.ts';
import { DEAL, NOON } from '../testing.ts';
import { createOperationStore } from './operation-store.ts';
import { findProposal, openDealAbout } from './proposal-row.ts';
import { resealProposals } from './reseal-proposals.ts';
import { anOperation, aStoredVersion } from './testing.ts';
import { createVersionStore } from './version-store.ts';

const [old, next] = [newSealingKey(new Date(0)), newSealingKey(new Date(1))];

test.each(testBackends.slice(-1))('after a rotation everything opens without the old key (%s)', async (backend) => {
  const database = await openTestDatabase(backend);
  const { orm } = database;
  const before = createSealer({ keys: () => [old] });
  const ring: KeyRing = { keys: () => [next, old] };
  const given = { database, sealer: before };
  const { proposalId } = await aStoredVersion(given);
  for (let n = 0; n < 2; n += 1) await aStoredVersion(given);
  const failed = await anOperation(given);
  await createOperationStore(database, before, () => NOON).fail(failed, problemOf('unbound', { words: ['Anna'] }));
  await orm
    .update(proposalVersions)
    .set({ content: `v1.${old.id}.aaaaaaaaaaaaaaaa.bbbb` })
    .where(eq(proposalVersions.number, 2));

  const progress: number[] = [];
  const options = { onProgress: (n: number) => void progress.push(n) };
  const sealing = { ring, sealer: createSealer(ring) };
  expect(await resealProposals(orm, sealing, { signal: AbortSignal.abort() })).toMatchObject({ resealed: 0 });
  // Two versions, the deal's name, four requests, one problem.
  expect(await resealProposals(orm, sealing, options)).toEqual({ resealed: 8, damaged: 1 });
  expect(progress.at(-1)).toBe(8);
  expect(await resealProposals(orm, sealing)).toEqual({ resealed: 0, damaged: 1 });

  const after = createSealer({ keys: () => [next] });
  const versions = createVersionStore(database, after, () => NOON);
  const opened = (await versions.list(proposalId)).map((row) => [row.number, versions.open(row)?.content.title]);
  expect(opened).toEqual([
    [3, 'Website relaunch'],
    [2, undefined],
    [1, 'Website relaunch'],
  ]);
  const deal = await findProposal(orm, DEAL);
  expect(deal && openDealAbout(after, deal)).toEqual({ dealName: 'Website relaunch' });
  expect(await createOperationStore(database, after, () => NOON).find(DEAL, failed.id)).toMatchObject({
    ...{ byName: 'Rita Rep', problem: { words: ['Anna'] } },
  });
  await database.close();
});
