import { deliveries, drafts } from '@draftsmith/database/schema';
import { testBackends } from '@draftsmith/database/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type DeliveryChange, deliver, eventBody, triggerBody } from './delivery.ts';
import type { Passing } from './gate.ts';
import { type Harness, startHarness } from './harness.ts';
import { question, seedOf } from './seed.ts';

const DUPLICATE = 101;
const TWICE_AT_ONCE = 102;
const BOTH_KINDS = 103;
const OUTAGE = 104;
const UNTOUCHED = 105;

const MINUTE = 60_000;
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** Refused before anything is recorded. `body` is a good delivery unless told otherwise. */
const REFUSED: { title: string; change?: DeliveryChange; body?: string; status: number; says: object }[] = [
  {
    title: 'a signature by another secret',
    change: { headers: { 'x-zendesk-webhook-signature': 'c2lnbmVkIHdpdGggYW5vdGhlciBzZWNyZXQgYnkgYSBzdHI=' } },
    status: 401,
    says: { outcome: 'rejected', reason: 'signature-wrong' },
  },
  {
    title: 'no signature',
    change: { headers: { 'x-zendesk-webhook-signature': undefined } },
    status: 401,
    says: { outcome: 'rejected', reason: 'signature-missing' },
  },
  {
    title: 'no timestamp',
    change: { headers: { 'x-zendesk-webhook-signature-timestamp': undefined } },
    status: 401,
    says: { outcome: 'rejected' },
  },
  {
    title: 'a timestamp that was changed after signing',
    change: { headers: { 'x-zendesk-webhook-signature-timestamp': ago(MINUTE) } },
    status: 401,
    says: { outcome: 'rejected', reason: 'signature-wrong' },
  },
  {
    title: 'a recorded delivery, six minutes old',
    change: { timestamp: ago(6 * MINUTE) },
    status: 401,
    says: { outcome: 'rejected', reason: 'timestamp-stale' },
  },
  {
    title: 'a delivery from the future',
    change: { timestamp: ago(-6 * MINUTE) },
    status: 401,
    says: { outcome: 'rejected', reason: 'timestamp-future' },
  },
  {
    title: 'a body above the limit',
    body: JSON.stringify({ v: 1, ticket_id: String(UNTOUCHED), padding: 'x'.repeat(600 * 1024) }),
    status: 413,
    says: { outcome: 'too-large' },
  },
  { title: 'an empty body', body: '', status: 400, says: { outcome: 'invalid' } },
  {
    title: 'a body that is not JSON',
    body: 'ticket_id=105',
    status: 400,
    says: { outcome: 'invalid', message: 'The body of the delivery is not JSON' },
  },
  {
    title: 'JSON of somebody else',
    body: '{"hello":"world"}',
    status: 400,
    says: { outcome: 'invalid', message: 'The delivery is neither an event of Zendesk nor the body of our trigger' },
  },
  {
    title: 'a compressed body',
    change: { headers: { 'content-encoding': 'gzip' } },
    status: 400,
    says: { outcome: 'unreadable' },
  },
  {
    title: 'an account that is not connected',
    change: { account: 'somebody-else' },
    status: 404,
    says: { outcome: 'unknown-account' },
  },
  {
    title: 'a delivery without an id',
    change: { headers: { 'x-zendesk-webhook-invocation-id': undefined } },
    status: 400,
    says: { outcome: 'invalid' },
  },
];

describe.each(testBackends)('deliveries (%s)', (backend) => {
  let harness: Harness;

  beforeAll(async () => {
    const tickets = [DUPLICATE, TWICE_AT_ONCE, BOTH_KINDS, OUTAGE, UNTOUCHED];
    harness = await startHarness({ backend, seed: seedOf(tickets.map((id) => question(id))) });
  });
  afterAll(() => harness.close());

  const send = (body: string | object, change?: DeliveryChange): Promise<Answer> =>
    deliver({ url: harness.server.url ?? '', secret: harness.account.secret }, body, change);

  test.each(REFUSED)('refused: $title', async ({ change, body = triggerBody(UNTOUCHED), status, says }) => {
    const answer = await send(body, change);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(says);
  });

  test('an unknown event is left alone', async () => {
    expect(await send(eventBody('ticket.priority_changed', UNTOUCHED))).toMatchObject({
      status: 200,
      body: { outcome: 'ignored', reason: 'ticket.priority_changed asks nothing of us' },
    });
  });

  test('one delivery twice, one after the other: the second is known', async () => {
    harness.zendesk.arrive(DUPLICATE);
    await harness.outcomes.of(DUPLICATE);
    await harness.zendesk.settled();
    const [sent] = harness.zendesk.deliveries.filter(({ request }) => request.body.includes(`"${DUPLICATE}"`));
    const invocation = sent?.request.headers['X-Zendesk-Webhook-Invocation-Id'] ?? '';
    expect(await send(sent?.request.body ?? '', { invocation })).toMatchObject({
      status: 200,
      body: { outcome: 'duplicate' },
    });
    expect(harness.zendesk.state.notes(DUPLICATE)).toHaveLength(1);
  });

  test('one delivery twice at the same time: one is accepted', async () => {
    harness.zendesk.webhooks.duplicateNext();
    harness.zendesk.arrive(TWICE_AT_ONCE);
    await harness.outcomes.of(TWICE_AT_ONCE);
    await harness.zendesk.settled();
    const attempts = harness.zendesk.deliveries.filter(({ request }) => request.body.includes(`"${TWICE_AT_ONCE}"`));
    expect(attempts.map(({ status }) => status).sort()).toEqual([200, 202]);
    expect(harness.zendesk.state.notes(TWICE_AT_ONCE)).toHaveLength(1);
  });

  test('trigger, creation and comment events for one message: one note', async () => {
    const before = harness.log.lines.filter(({ message }) => message === TAKEN).length;
    harness.zendesk.arrive(BOTH_KINDS);
    const comment = { comment: { id: '1', is_public: true, author: { id: '21', is_staff: false } } };
    const answers = await Promise.all([
      send(eventBody('ticket.created', BOTH_KINDS)),
      send(eventBody('ticket.comment_added', BOTH_KINDS, comment)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    await harness.outcomes.of(BOTH_KINDS);
    await harness.log.until(({ message }) => message === TAKEN, before + 2);
    expect(harness.zendesk.state.notes(BOTH_KINDS)).toHaveLength(1);
  });

  test('both kinds for one message in an outage, when the first has lost the answer to its note: one note', async () => {
    // The trigger's job writes its note, the answer is lost, and the history cannot be read.
    const write = new RegExp(`/tickets/${OUTAGE}\\.json`);
    const history = new RegExp(`/tickets/${OUTAGE}/audits\\.json`);
    const { faults } = harness.zendesk;
    faults.set({ match: { method: 'GET', path: history }, times: 1, response: { delayMs: 0 } });
    faults.set({ match: { method: 'PUT', path: write }, times: 1, response: { afterEffect: 'reset' } });
    faults.set({ match: { method: 'GET', path: history }, times: 1, response: { status: 500 } });
    const isRead = ({ method, url }: Passing) => method === 'GET' && url.startsWith(`/api/v2/tickets/${OUTAGE}.json`);
    // From now on reading fails: once for the other job, and once for the retry of the first.
    const firstRetry = holdNth(isRead, 2);
    harness.zendesk.arrive(OUTAGE);
    await firstRetry.arrived;
    expect(harness.zendesk.state.notes(OUTAGE)).toHaveLength(1);
    faults.set({ match: { method: 'GET', path: write }, times: 2, response: { status: 500 } });
    await send(eventBody('ticket.created', OUTAGE));
    await harness.log.until(({ message, state }) => message === 'Draft' && state === 'working', 2);
    firstRetry.release();
    await Promise.all([harness.outcomes.of(OUTAGE, 1), harness.outcomes.of(OUTAGE, 2)]);
    const ends = harness.outcomes.all().filter(({ resourceId }) => resourceId === String(OUTAGE));
    expect(ends.map(({ state }) => state).sort()).toEqual(['drafted', 'skipped']);
    expect(harness.zendesk.state.notes(OUTAGE)).toHaveLength(1);
  });

  test('what was refused left no trace, and everything else exactly one', async () => {
    const { orm } = await harness.database();
    const recorded = await orm.select().from(deliveries);
    expect(recorded.filter(({ resourceId }) => resourceId === String(UNTOUCHED))).toEqual([]);
    expect(recorded.filter(({ ignoredReason }) => ignoredReason !== null)).toHaveLength(1);
    expect(harness.zendesk.state.notes(UNTOUCHED)).toEqual([]);
    const rows = await orm.select().from(drafts);
    expect(rows.filter(({ state }) => state === 'working')).toEqual([]);
    const open = (await orm.execute(sql`select count(*)::int as n from pgboss.job where state < 'completed'`)) as {
      rows: { n: number }[];
    };
    expect(open.rows).toEqual([{ n: 0 }]);
  });

  function holdNth(matches: (passing: Passing) => boolean, nth: number) {
    let seen = 0;
    return harness.gate.hold('before', (passing) => {
      if (!matches(passing)) return false;
      seen += 1;
      return seen === nth;
    });
  }
});

const TAKEN = 'This message has its draft already';
