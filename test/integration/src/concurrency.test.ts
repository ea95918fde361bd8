import { drafts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { startZendesk } from '@draftsmith/simulators/zendesk';
import { describe, expect, test } from 'vitest';
import { openJobs, startChild } from './child-server.ts';
import { connectAccount } from './connect-account.ts';
import { deliver, eventBody } from './delivery.ts';
import { accountSettings, openStorage, startHarness } from './harness.ts';
import { PATIENT, questions, seedOf } from './seed.ts';

const DUPLICATES = 40;

describe.each(testBackends)('many at once (%s)', (backend) => {
  test('100 messages at the same moment, 40 of them delivered twice: 100 notes', { timeout: 120_000 }, async () => {
    const tickets = questions(101, 100);
    const harness = await startHarness({ backend, seed: seedOf(tickets) });
    try {
      harness.zendesk.webhooks.duplicateNext(DUPLICATES);
      for (const { id } of tickets) harness.zendesk.arrive(id);
      await harness.zendesk.settled();
      const statuses = harness.zendesk.deliveries.map(({ status }) => status);
      expect(statuses.filter((status) => status === 202)).toHaveLength(tickets.length);
      expect(statuses.filter((status) => status === 200)).toHaveLength(DUPLICATES);
      for (const { id } of tickets) expect(await harness.outcomes.of(id)).toMatchObject({ state: 'drafted' });
      const { orm } = await harness.database();
      expect(tickets.map(({ id }) => harness.zendesk.state.notes(id).length)).toEqual(tickets.map(() => 1));
      expect(await orm.select().from(drafts)).toHaveLength(tickets.length);
    } finally {
      await harness.close();
    }
  });
});

describe.runIf(testBackends.includes('postgres'))('one PostgreSQL, three processes', () => {
  test('a web process and two workers: no message gets two notes', { timeout: 120_000 }, async () => {
    await using cleanup = new AsyncDisposableStack();
    const storage = await openStorage('postgres');
    cleanup.defer(() => storage.close());
    const tickets = questions(101, 60);
    const zendesk = await startZendesk({ seed: seedOf(tickets), webhookRetryDelaysMs: [0], ...PATIENT });
    cleanup.defer(() => zendesk.close());
    const account = await connectAccount(zendesk);
    const raw = { ...storage.raw, ...accountSettings(zendesk, account), DRAFTSMITH_ROUTES: 'offline' };
    // At the same time: whoever is first makes the tables, and the others wait for them.
    const [web, ...workers] = await Promise.all(
      (['web', 'worker', 'worker'] as const).map(async (role) => {
        const child = await startChild({ ...raw, TEST_ROLE: role });
        cleanup.defer(() => child.kill());
        return child;
      }),
    );
    if (!web) throw new Error('There is no web process');
    await account.pointTo(web.url);
    zendesk.webhooks.duplicateNext(20);
    await Promise.all(
      tickets.map(async ({ id }) => {
        zendesk.arrive(id);
        // The same message by another kind of webhook: a job of its own, likely in the other worker.
        await deliver({ url: web.url, secret: account.secret }, eventBody('ticket.created', id));
      }),
    );
    await zendesk.settled();
    await expect.poll(() => openJobs(web), { timeout: 100_000, interval: 50 }).toBe(0);
    expect(tickets.map(({ id }) => zendesk.state.notes(id).length)).toEqual(tickets.map(() => 1));
    const rows = await (await storage.open()).orm.select().from(drafts);
    expect(rows.map(({ state }) => state)).toEqual(tickets.map(() => 'drafted'));
    expect(await Promise.all(workers.map((worker) => worker.stop()))).toEqual([0, 0]);
    expect(await web.stop()).toBe(0);
  });
});
