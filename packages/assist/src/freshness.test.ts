import type { Gathered, ReplyAfter } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { createFreshness } from './freshness.ts';
import { aConnection, aContext, TICKET } from './testing.ts';

function setUp(after: (() => Promise<ReplyAfter>) | undefined, gathered: () => Gathered = context) {
  const world = { now: 0, asked: 0, deadlines: [] as AbortController[] };
  const connection = aConnection(gathered, {
    ...(after && {
      replyAfter: () => {
        world.asked += 1;
        return after();
      },
    }),
  });
  const freshness = createFreshness({
    connectionOf: (_connector, account) => (account === 'acme' ? connection : undefined),
    now: () => world.now,
    timeout: () => {
      const deadline = new AbortController();
      world.deadlines.push(deadline);
      return deadline.signal;
    },
  });
  return { world, freshness };
}

const context = (): Gathered => ({ kind: 'context', context: aContext() });
const skip = (reason: 'closed' | 'agent-wrote-last' | 'thanks-only') => (): Gathered => ({ kind: 'skip', reason });
const reply: ReplyAfter = { kind: 'reply', id: '1', text: 'x', at: '', by: '12', askedAt: '' };

test.each<[string, ReplyAfter, () => Gathered, string]>([
  ['nothing happened', { kind: 'nothing' }, context, 'ok'],
  ['the customer wrote again', { kind: 'customer' }, context, 'newer-message'],
  ['staff answered', reply, context, 'replied'],
  ['the ticket is gone', { kind: 'gone' }, context, 'closed'],
  ['closed without an answer', { kind: 'ended' }, skip('closed'), 'closed'],
  ['solved without an answer', { kind: 'ended' }, context, 'ok'],
])('%s', async (_what, after, gathered, verdict) => {
  expect(await setUp(async () => after, gathered).freshness.verdict(TICKET, 'c1')).toBe(verdict);
});

test.each<[string, () => Gathered, string]>([
  ['the same message waits', context, 'ok'],
  ['another message waits', () => ({ kind: 'context', context: aContext({ revision: 'c2' }) }), 'newer-message'],
  ['staff wrote last', skip('agent-wrote-last'), 'replied'],
  ['closed', skip('closed'), 'closed'],
])('a source system that lists no replies is read as for a draft: %s', async (_what, gathered, verdict) => {
  expect(await setUp(undefined, gathered).freshness.verdict(TICKET, 'c1')).toBe(verdict);
});

test('who looks is told from memory for ten seconds, who acts is not', async () => {
  let after: ReplyAfter = { kind: 'nothing' };
  const { world, freshness } = setUp(async () => after);
  expect(await freshness.since(TICKET, 'c1')).toBe('nothing');
  after = { kind: 'customer' };
  expect(await freshness.since(TICKET, 'c1')).toBe('nothing');
  expect(world.asked).toBe(1);
  expect(await freshness.verdict(TICKET, 'c1')).toBe('newer-message');
  // What was just learnt is known to whoever looks.
  expect(await freshness.since(TICKET, 'c1')).toBe('customer');
  world.now += 10_000;
  after = { kind: 'nothing' };
  expect(await freshness.since(TICKET, 'c1')).toBe('nothing');
});

test('a source system that does not answer keeps nobody waiting, and is not taken for an answer', async () => {
  const silent = new Promise<never>(() => {});
  let after: () => Promise<ReplyAfter> = () => silent;
  const { world, freshness } = setUp(() => after());
  const looking = freshness.since(TICKET, 'c1');
  world.deadlines[0]?.abort();
  expect(await looking).toBe('unknown');
  const acting = freshness.verdict(TICKET, 'c1');
  world.deadlines[1]?.abort();
  await expect(acting).rejects.toMatchObject({ kind: 'timeout' });

  after = async () => ({ kind: 'customer' });
  await freshness.since(TICKET, 'c1');
  world.now += 60_000;
  after = () => Promise.reject(new AppError('unavailable', 'away'));
  expect(await freshness.since(TICKET, 'c1')).toBe('customer');
  await expect(freshness.verdict({ ...TICKET, account: 'gone' }, 'c1')).rejects.toMatchObject({ kind: 'not-found' });
});
