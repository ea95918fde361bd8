import type { Allowance } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';
import type { HttpRequest } from '@draftsmith/http';
import { expect, test } from 'vitest';
import { createFairShare } from './fair-share.ts';

const { signal } = new AbortController();
const get = { method: 'GET', path: 'api/v2/users/me.json', retry: 'safe' } as const;
const article = { method: 'GET', path: 'api/v2/help_center/articles/search.json', retry: 'safe' } as const;
const ticket = { method: 'GET', path: 'api/v2/tickets/7.json', retry: 'safe' } as const;
const note = { method: 'PUT', path: 'api/v2/tickets/7.json', retry: 'never' } as const;

function shareWith(taken: [string, number][], plan: Parameters<typeof createFairShare>[1] = {}) {
  const allowance: Allowance = {
    async take(bucket, { calls }) {
      taken.push([bucket, calls]);
      if (bucket === 'ticket:9') throw new AppError('rate-limited', 'full', { retryAfterMs: 1 });
    },
  };
  return createFairShare(allowance, plan);
}

const answer = (headers: Record<string, string>) => ({ status: 200, json: {}, headers: new Headers(headers) });

test('each call counts in its pool, and a note also in its ticket and among all updates', async () => {
  const taken: [string, number][] = [];
  const share = shareWith(taken);
  for (const request of [get, article, note]) await share.take(request, signal);
  expect(taken).toEqual([
    ['requests:support', 60],
    ['requests:help-center', 60],
    ['requests:support', 60],
    ['updates', 30],
    ['ticket:7', 10],
  ]);
});

test('30 % of what the account is told to have, whatever the header is called', async () => {
  const taken: [string, number][] = [];
  const share = shareWith(taken);
  share.learn(
    get,
    answer({ 'x-rate-limit': '700', 'zendesk-ratelimit-tickets-update': 'total=20; remaining=19; resets=43' }),
  );
  share.learn(article, answer({ 'ratelimit-limit': '2500' }));
  share.learn(article, answer({}));
  for (const request of [article, note]) await share.take(request, signal);
  expect(taken.slice(0, 3)).toEqual([
    ['requests:help-center', 750],
    ['requests:support', 210],
    ['updates', 6],
  ]);
});

test('what one client of an account learns, the others know', async () => {
  const taken: number[] = [];
  const allowance: Allowance = { take: async (_, { calls }) => void taken.push(calls) };
  createFairShare(allowance).learn(get, answer({ 'x-rate-limit': '1000' }));
  await createFairShare(allowance).take(get, signal);
  expect(taken).toEqual([300]);
});

test('no more tickets are begun than our share can end; a ticket’s comments begin none', async () => {
  const taken: [string, number][] = [];
  const share = shareWith(taken);
  await share.take(ticket, signal);
  await share.take({ ...ticket, path: 'api/v2/tickets/7/comments.json' }, signal);
  expect(taken).toEqual([
    ['tickets', 12],
    ['requests:support', 60],
    ['requests:support', 60],
  ]);
});

test('of a burst as many tickets are done each minute as our share allows: first looks do not eat it up', async () => {
  let used = new Map<string, number>();
  const allowance: Allowance = {
    async take(bucket, { calls }) {
      const count = (used.get(bucket) ?? 0) + 1;
      if (count > calls) throw new AppError('rate-limited', 'full', { retryAfterMs: 60_000 });
      used.set(bucket, count);
    },
  };
  const share = createFairShare(allowance);
  const steps = (id: number): HttpRequest[] => [
    { ...ticket, path: `api/v2/tickets/${id}.json` },
    { ...ticket, path: `api/v2/tickets/${id}/comments.json` },
    { ...ticket, path: `api/v2/tickets/${id}/audits.json` },
    { ...note, path: `api/v2/tickets/${id}.json` },
  ];
  share.learn(get, answer({ 'x-rate-limit': '200' }));
  let open = Array.from({ length: 72 }, (_, i) => steps(i + 1));
  const doneEachMinute: number[] = [];
  while (open.length > 0 && doneEachMinute.length < 20) {
    used = new Map();
    let underWay = open;
    // Side by side, as workers do: the next call of each before the one after it of any.
    for (let step = 0; step < 4; step += 1) {
      const sent = await Promise.allSettled(underWay.map((requests) => share.take(requests[step] ?? get, signal)));
      underWay = underWay.filter((_, i) => sent[i]?.status === 'fulfilled');
    }
    doneEachMinute.push(underWay.length);
    open = open.filter((requests) => !underWay.includes(requests));
  }
  expect(doneEachMinute).toEqual(Array(6).fill(12));
});

test('until an answer tells the limits, one call goes out whatever is used up, and the others ask again soon', async () => {
  const allowance: Allowance = {
    take: async () => {
      throw new AppError('rate-limited', 'full', { code: 'rate-budget.used-up', retryAfterMs: 55_000 });
    },
  };
  const share = createFairShare(allowance);
  const refused = { kind: 'rate-limited', code: 'rate-budget.used-up' };
  await expect(share.take(note, signal)).rejects.toMatchObject({ ...refused, retryAfterMs: 2_000 });
  await share.take(get, signal);
  await expect(share.take(ticket, signal)).rejects.toMatchObject({ ...refused, retryAfterMs: 2_000 });
  share.learn(get, answer({ 'x-rate-limit': '700' }));
  await expect(share.take(get, signal)).rejects.toMatchObject({ ...refused, retryAfterMs: 55_000 });
  await share.take(article, signal);
  share.learn(article, answer({}));
  await expect(share.take(article, signal)).rejects.toMatchObject({ ...refused, retryAfterMs: 55_000 });
});

test('what is used up is said before anything is sent; without an allowance nobody counts', async () => {
  await expect(shareWith([]).take({ ...note, path: 'api/v2/tickets/9.json' }, signal)).rejects.toMatchObject({
    kind: 'rate-limited',
  });
  await expect(createFairShare(undefined).take(note, signal)).resolves.toBeUndefined();
});

test('a plan that an admin names holds from the first call on, until an answer tells otherwise', async () => {
  const taken: [string, number][] = [];
  const share = shareWith(taken, { requests: 2_500, updates: 300 });
  await share.take(note, signal);
  share.learn(get, answer({ 'x-rate-limit': '700' }));
  await share.take(get, signal);
  expect(taken).toEqual([
    ['requests:support', 750],
    ['updates', 90],
    ['ticket:7', 10],
    ['requests:support', 210],
  ]);
});
