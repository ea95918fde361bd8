import { randomUUID } from 'node:crypto';
import { drafts, draftVersions } from '@draftsmith/database/schema';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { sealContent } from '@draftsmith/drafting';
import { createJobQueue, hasOpenJobOf } from '@draftsmith/jobs';
import { silentLogger } from '@draftsmith/logger';
import { testSealer } from '@draftsmith/sealing/testing';
import { createAssist } from '../create-assist.ts';
import { sealVersion } from '../store/version-words.ts';
import { aConnection, aContext, BEN, NOON, TEXT, TICKET } from '../testing.ts';

/**
 * How long a view takes in an account with many drafts and jobs, without what the source system takes:
 * `node packages/assist/src/measure/main.ts`
 */
const [DRAFTS, JOBS, LOOKS] = [20_000, 2_000, 500];
const WRITTEN = { language: 'en', provider: 'openai', model: 'm', modelWritten: true, costUsd: '0.01' };
const sealer = testSealer();
const [connector, account, resourceType] = [TICKET.connector, TICKET.account, TICKET.type];

for (const backend of testBackends) {
  const database = await openTestDatabase(backend);
  const { orm } = database;
  const queue = createJobQueue({ database, logger: silentLogger });
  await queue.start();
  await fill();
  const assist = createAssist({
    ...{ database, sealer, now: () => new Date(), similar: async () => [] },
    connectionOf: () =>
      aConnection(() => ({ kind: 'context', context: aContext() }), { replyAfter: async () => ({ kind: 'nothing' }) }),
    enqueue: (operationId, within) => queue.enqueue('assist', [{ operationId }], within),
    isOpen: async () => true,
    hasOpenDelivery: ({ id: resourceId }) =>
      hasOpenJobOf(orm, 'draft', { connector, account, resourceType, resourceId }),
  });
  const times: number[] = [];
  for (let n = 0; n < LOOKS; n += 1) {
    const begun = performance.now();
    const { state, draft } = await assist.view({ ...TICKET, id: String((n * 37) % DRAFTS) }, BEN);
    times.push(performance.now() - begun);
    if (state !== 'ready' || draft?.version !== 3) throw new Error(`Expected the third version, found ${state}`);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  process.stdout.write(
    `${backend}: a view among ${DRAFTS} drafts with two later versions each and ${JOBS} open jobs: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`,
  );
  await queue.stop({ timeoutMs: 1_000 });
  await database.close();

  async function fill(): Promise<void> {
    for (let from = 0; from < DRAFTS; from += 1_000) {
      const ids = Array.from({ length: 1_000 }, (_, i) => ({ id: randomUUID(), resourceId: String(from + i) }));
      await orm.insert(drafts).values(ids.map(({ id, resourceId }) => draftOf(id, resourceId)));
      await orm.insert(draftVersions).values(ids.flatMap(({ id }) => [2, 3].map((number) => versionOf(id, number))));
    }
    const jobs = Array.from({ length: JOBS }, (_, i) => ({
      ...{ connector, account, resourceType, resourceId: `other-${i}`, deliveryId: `d${i}` },
    }));
    await orm.transaction((tx) => queue.enqueue('draft', jobs, tx));
    await orm.execute('analyze');
  }
}

function draftOf(id: string, resourceId: string): typeof drafts.$inferInsert {
  return {
    ...{ id, connector, account, resourceType, resourceId, revision: 'c1', deliveryId: id, receivedAt: NOON },
    ...{ state: 'drafted', outcome: { kind: 'drafted' }, finishedAt: NOON, ...WRITTEN },
    content: sealContent(sealer, id, { text: TEXT, citations: [], check: null }),
  };
}

function versionOf(draftId: string, number: number): typeof draftVersions.$inferInsert {
  const at = { draftId, operationId: randomUUID() };
  const words = { text: TEXT, citations: [], check: null, byName: BEN.name, steer: null };
  const made = { how: 'shorter', agentId: BEN.id, createdAt: NOON } as const;
  return { ...at, ...made, ...WRITTEN, number, content: sealVersion(sealer, at, words) };
}
