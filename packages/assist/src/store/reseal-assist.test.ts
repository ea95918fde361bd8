import { randomUUID } from 'node:crypto';
import { assistOperations, draftRatings, drafts, draftVersions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createSealer, type KeyRing, newSealingKey } from '@draftsmith/sealing';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aDraft, BEN, NOON, TICKET } from '../testing.ts';
import { createOperationStore } from './operation-store.ts';
import { createRatingStore, openComment } from './rating-store.ts';
import { resealAssist } from './reseal-assist.ts';
import { createVersionStore } from './version-store.ts';

const [old, next] = [newSealingKey(new Date(0)), newSealingKey(new Date(1))];

test.each(testBackends)('after a rotation everything opens without the old key (%s)', async (backend) => {
  const database = await openTestDatabase(backend);
  const { orm } = database;
  const before = createSealer({ keys: () => [old] });
  const ring: KeyRing = { keys: () => [next, old] };
  const now = () => NOON;

  const row = await aDraft(database, before);
  const draft = { text: 'Later.', language: 'en', citations: [], provider: 'p', model: 'm', modelWritten: true };
  const made = { draftId: row.id, agentId: '12', byName: null, how: 'shorter', steer: null, costUsd: '0' } as const;
  for (let n = 0; n < 3; n += 1)
    await createVersionStore(database, before, now).add({ ...made, operationId: randomUUID(), draft });
  await createRatingStore(orm, before, now).rate(
    { id: row.id, version: 1, agentId: '12' },
    { good: false, reasons: [], comment: 'No' },
  );
  const operations = createOperationStore(database, before, now);
  const request = { requestId: randomUUID(), revise: { kind: 'translate', into: 'ru' } } as const;
  const { operation } = await operations.start({ resource: TICKET, agent: BEN, request }, async () => {});
  await operations.finish(operation.id, { text: 'Да', language: 'ru' });
  await orm
    .update(draftVersions)
    .set({ content: `v1.${old.id}.aaaaaaaaaaaaaaaa.bbbb` })
    .where(eq(draftVersions.number, 3));

  const progress: number[] = [];
  const options = { onProgress: (n: number) => void progress.push(n) };
  const sealing = { ring, sealer: createSealer(ring) };
  expect(await resealAssist(orm, sealing, { signal: AbortSignal.abort() })).toMatchObject({ resealed: 0 });
  expect(await resealAssist(orm, sealing, options)).toEqual({ resealed: 5, damaged: 1 });
  expect(progress.at(-1)).toBe(5);
  expect(await resealAssist(orm, sealing)).toEqual({ resealed: 0, damaged: 1 });

  const after = createSealer({ keys: () => [next] });
  const versions = await createVersionStore(database, after, now).of(row);
  expect(versions.map(({ number, text }) => [number, text])).toEqual([
    [2, 'Later.'],
    [4, 'Later.'],
  ]);
  const [rating] = await orm.select().from(draftRatings);
  expect(rating && openComment(after, rating)).toBe('No');
  expect(await createOperationStore(database, after, now).find(TICKET, operation.id)).toMatchObject({
    ...{ byName: 'Ben Agent', request, result: { text: 'Да' } },
  });
  await orm.delete(assistOperations);
  await orm.delete(drafts);
  await database.close();
});
