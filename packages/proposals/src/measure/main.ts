import { type Activity, DEFAULT_POLICY, type DealContext, type LineItem } from '@draftsmith/contracts';
import { openTestDatabase, testBackends } from '@draftsmith/database/testing';
import { createJobQueue } from '@draftsmith/jobs';
import { silentLogger } from '@draftsmith/logger';
import { createPeopleIndex } from '@draftsmith/personal-data';
import { testSealer } from '@draftsmith/sealing/testing';
import { createProposals } from '../create-proposals.ts';
import { aCrm } from '../fake-crm.ts';
import { createProposalPeople } from '../personal/people.ts';
import { aDeal, aModel, aRequest, DEAL, REP, somePorts } from '../testing.ts';
import { createProposalProcessor } from '../work/process-operation.ts';

/**
 * From click to draft, with a model and a source system that answer at once: what the suite itself takes, its queue
 * included. `node packages/proposals/src/measure/main.ts`
 */
const [LINES, ACTIVITIES, CLICKS, BAR_MS] = [20, 200, 20, 1_500];
const PROSE = {
  summary: '{{customer.company}} wants to replace paper lists before the season begins.',
  solution: 'We propose {{item.1.name}} and {{item.2.name}} for {{total.once.gross}}.',
  scope: 'The offer covers {{items.count}} positions, and everything that they need to work together.',
  timeline: 'We begin as soon as you agree.',
  'next-steps': 'Please come back to {{owner.name}} with your questions.',
};

const lineItems = Array.from({ length: LINES }, (_, i): LineItem => {
  const recurring = i % 2 === 0 ? { recurring: { every: 'month', term: 'P12M' } as const } : {};
  return {
    ...{ id: String(i), name: `Module ${i}`, quantity: String(i + 1), price: `${i}9.95`, pricing: 'flat' },
    ...{ discount: { kind: 'percent', percent: '10' }, tax: { name: 'VAT', percent: '19' }, ...recurring },
  };
});
const activities = Array.from(
  { length: ACTIVITIES },
  (_, i): Activity => ({
    ...{ id: `email:${i}`, kind: 'email', direction: i % 2 ? 'in' : 'out', title: `Module ${i % LINES}` },
    text: `We need to replace the paper lists before the season begins. ${'Everybody agrees that it is slow. '.repeat(7)}`,
    at: new Date(Date.UTC(2026, 10, 20) - i * 3_600_000).toISOString(),
  }),
);

for (const backend of testBackends) {
  const [database, sealer, ports, now] = [await openTestDatabase(backend), testSealer(), somePorts(), () => new Date()];
  const crm = aCrm((): DealContext => aDeal({ lineItems, activities }));
  const queue = createJobQueue({ database, logger: silentLogger });
  await queue.start();
  const shared = { database, sealer, ...ports, now, connectionOf: () => crm.connection };
  const suite = createProposals({
    ...shared,
    enqueue: (operationId, within) => queue.enqueue('proposal', [{ operationId }], within),
    isOpen: async (operationId) => (await queue.stillOpen('proposal', [{ operationId }])).length > 0,
  });
  const people = createProposalPeople(database.orm, createPeopleIndex(Buffer.alloc(32, 7)), now);
  const process = createProposalProcessor({
    ...{ ...shared, people, logger: silentLogger, policyOf: async () => DEFAULT_POLICY },
    models: aModel(() => PROSE),
  });
  let done = () => {};
  await queue.work('proposal', 4, async (payload, job) => {
    const verdict = await process(payload, job);
    done();
    return verdict;
  });

  const times: number[] = [];
  for (let n = 0; n < CLICKS; n += 1) {
    const resource = { ...DEAL, id: String(n) };
    await suite.view(resource, REP);
    const { promise, resolve } = Promise.withResolvers<void>();
    done = resolve;
    const begun = performance.now();
    const started = await suite.start(resource, aRequest(), REP);
    if (!started.ok) throw new Error(started.problem.message);
    await promise;
    const version = await suite.version(resource, 1);
    times.push(performance.now() - begun);
    if (!version.ok || !version.value.writer.modelWritten) throw new Error('Expected a version that a model wrote');
  }
  // The first one also loads what is loaded once in a process.
  const [first = 0, ...others] = times.map(Math.round);
  others.sort((a, b) => a - b);
  const [median = 0, slowest = 0] = [others[Math.floor(others.length / 2)], others.at(-1)];
  globalThis.process.stdout.write(
    `${backend}: click to draft, ${LINES} line items, ${ACTIVITIES} activities: first ${first} ms, then p50 ${median} ms, slowest of ${others.length} ${slowest} ms; bar ${BAR_MS} ms\n`,
  );
  if (slowest > BAR_MS) globalThis.process.exitCode = 1;
  await queue.stop({ timeoutMs: 1_000 });
  await database.close();
}
