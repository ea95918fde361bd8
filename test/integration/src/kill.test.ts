import { drafts } from '@draftsmith/database/schema';
import { type TestBackend, testBackends } from '@draftsmith/database/testing';
import { seededRandom } from '@draftsmith/seeded-random';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { startZendesk, type ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { type ChildServer, openJobs, startChild } from './child-server.ts';
import { type ConnectedAccount, connectAccount } from './connect-account.ts';
import { deliver } from './delivery.ts';
import { type Gate, openGate, type Passing } from './gate.ts';
import { accountSettings, modelSettings, openStorage, type Storage } from './harness.ts';
import { marker, PATIENT, question, questions, seedOf } from './seed.ts';

/** An account, models and storage that outlive the server's processes. */
interface World {
  zendesk: ZendeskSimulator;
  account: ConnectedAccount;
  models: ModelServer;
  zendeskGate: Gate;
  modelGate: Gate;
  storage: Storage;
  /** Starts the next process on the same storage and lets deliveries go there. */
  start(): Promise<ChildServer>;
}

const cleanups: AsyncDisposableStack[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup.disposeAsync();
});

async function openWorld(backend: TestBackend, tickets: Parameters<typeof seedOf>[0]): Promise<World> {
  const cleanup = new AsyncDisposableStack();
  cleanups.push(cleanup);
  const storage = await openStorage(backend);
  cleanup.defer(() => storage.close());
  const zendesk = await startZendesk({ seed: seedOf(tickets), webhookRetryDelaysMs: [0], ...PATIENT });
  cleanup.defer(() => zendesk.close());
  const models = await startModels({ reply: () => 'A refund takes 5 working days [1].' });
  cleanup.defer(() => models.close());
  const [zendeskGate, modelGate] = [await openGate(zendesk.baseUrl), await openGate(models.baseUrl)];
  cleanup.defer(() => zendeskGate.close());
  cleanup.defer(() => modelGate.close());
  const account = await connectAccount(zendesk);
  const raw = {
    ...storage.raw,
    ...accountSettings({ token: zendesk.token, baseUrl: zendeskGate.baseUrl }, account),
    ...modelSettings({ baseUrl: modelGate.baseUrl }),
    DRAFTSMITH_ROUTES: 'openai/gpt-simulated',
    // Held requests must not keep the other tickets from being worked on.
    DRAFTSMITH_CONCURRENCY: '200',
  };
  return {
    zendesk,
    account,
    models,
    zendeskGate,
    modelGate,
    storage,
    async start() {
      const child = await startChild(raw);
      cleanup.defer(() => child.kill());
      await account.pointTo(child.url);
      return child;
    },
  };
}

/**
 * PostgreSQL serves many processes, so a job is taken from a dead one only when its heartbeat is old. Half a minute
 * passes here in no time, for the jobs of the process that was just killed.
 */
async function letHeartbeatsAge(backend: TestBackend, storage: Storage): Promise<void> {
  if (backend === 'pglite') return;
  const { orm } = await storage.open();
  await orm.execute(sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`);
}

/** No job is left, whatever it takes to get there: retries, orphans, duplicates. */
async function untilIdle(child: ChildServer): Promise<void> {
  await expect.poll(() => openJobs(child), { timeout: 100_000, interval: 50 }).toBe(0);
}

async function expectOneNoteEach({ zendesk, storage }: World, tickets: readonly number[], hint?: string) {
  const counts = tickets.map((id) => [id, zendesk.state.notes(id).length]);
  expect(counts, hint).toEqual(tickets.map((id) => [id, 1]));
  const rows = await (await storage.open()).orm.select().from(drafts);
  expect(rows.map(({ resourceId, state }) => `${resourceId} ${state}`).sort(), hint).toEqual(
    tickets.map((id) => `${id} drafted`).sort(),
  );
}

const ACKNOWLEDGED = 101;
const READING = 102;
const ASKING_THE_MODEL = 103;
const LOOKING_FOR_A_NOTE = 104;
const ABOUT_TO_WRITE = 105;
const WRITTEN_UNANSWERED = 106;
const FINISHED = 107;
const ALL = [ACKNOWLEDGED, READING, ASKING_THE_MODEL, LOOKING_FOR_A_NOTE, ABOUT_TO_WRITE, WRITTEN_UNANSWERED, FINISHED];

const call = (method: string, path: string) => (passing: Passing) =>
  passing.method === method && passing.url.startsWith(`/api/v2/tickets/${path}`);

describe.each(testBackends)('killed and started again (%s)', (backend) => {
  test('at every step at once: each event ends with exactly one note', { timeout: 120_000 }, async () => {
    const world = await openWorld(
      backend,
      ALL.map((id) => question(id)),
    );
    const { zendesk, zendeskGate, modelGate } = world;
    const first = await world.start();
    const held = [
      zendeskGate.hold('before', call('GET', `${READING}/comments.json`)),
      modelGate.hold('before', ({ body }) => body.includes(marker(ASKING_THE_MODEL))),
      zendeskGate.hold('before', call('GET', `${LOOKING_FOR_A_NOTE}/audits.json`)),
      zendeskGate.hold('after', call('PUT', `${WRITTEN_UNANSWERED}.json`)),
    ];
    const late = zendeskGate.hold('before', call('PUT', `${ABOUT_TO_WRITE}.json`));
    for (const id of ALL.filter((id) => id !== ACKNOWLEDGED)) zendesk.arrive(id);
    await Promise.all([...held, late].map(({ arrived }) => arrived));
    await first.outcomes.of(FINISHED);
    zendesk.arrive(ACKNOWLEDGED);
    await zendesk.settled();
    await first.kill();
    expect(zendesk.deliveries.map(({ status }) => status)).toEqual(ALL.map(() => 202));
    expect(zendesk.state.notes(WRITTEN_UNANSWERED)).toHaveLength(1);

    await letHeartbeatsAge(backend, world.storage);
    for (const { release } of held) release();
    const second = await world.start();
    await untilIdle(second);

    // What the killed process had on the line arrives only now, after its successor has written the note.
    expect(zendesk.state.notes(ABOUT_TO_WRITE)).toHaveLength(1);
    const answered = zendeskGate.hold('after', call('PUT', `${ABOUT_TO_WRITE}.json`));
    late.release();
    await answered.arrived;
    answered.release();

    expect(await second.stop()).toBe(0);
    await expectOneNoteEach(world, ALL);
  });

  test('30 tickets, killed five times at any moment: 30 notes', { timeout: 240_000 }, async () => {
    const seed = Number(process.env.DRAFTSMITH_TEST_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const hint = `repeat with DRAFTSMITH_TEST_SEED=${seed}`;
    const random = seededRandom(seed);
    const tickets = questions(201, 30);
    const world = await openWorld(backend, tickets);
    const waiting = tickets.map(({ id }) => id);

    for (let round = 0; round < 5; round += 1) {
      const child = await world.start();
      await deliverWhatWasLost(world, child);
      // Five tickets make at least 25 requests, so this one comes.
      const fatal = world.zendeskGate.hold(random() < 0.5 ? 'before' : 'after', nth(1 + Math.floor(random() * 20)));
      for (const id of waiting.splice(0, 5)) world.zendesk.arrive(id);
      await fatal.arrived;
      await child.kill();
      fatal.release();
      await world.zendesk.settled();
      await letHeartbeatsAge(backend, world.storage);
    }
    const last = await world.start();
    await deliverWhatWasLost(world, last);
    for (const id of waiting) world.zendesk.arrive(id);
    await world.zendesk.settled();
    await untilIdle(last);
    expect(await last.stop(), hint).toBe(0);
    await expectOneNoteEach(
      world,
      tickets.map(({ id }) => id),
      hint,
    );
  });
});

/** A delivery that nobody acknowledged is not ours to keep; here it comes again, as the same one. */
async function deliverWhatWasLost({ zendesk, account }: World, child: ChildServer): Promise<void> {
  for (const { outcome, request } of zendesk.deliveries) {
    if (outcome === 'delivered') continue;
    const invocation = request.headers['X-Zendesk-Webhook-Invocation-Id'] ?? '';
    const { status } = await deliver({ url: child.url, secret: account.secret }, request.body, { invocation });
    expect([200, 202]).toContain(status);
  }
}

function nth(count: number): () => boolean {
  let seen = 0;
  return () => {
    seen += 1;
    return seen === count;
  };
}
