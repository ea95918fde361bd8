import type { Gathered } from '@draftsmith/contracts';
import type { ZendeskSeed, ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN, AGENT, CUSTOMER, connectTo, seedOf, startAccount, TICKET, ticketRef } from '../testing/account.ts';

const { signal } = new AbortController();
let simulator: ZendeskSimulator;
afterEach(() => simulator.close());

async function gatherFrom(change: (seed: ZendeskSeed) => void = () => undefined): Promise<Gathered> {
  simulator = await startAccount(seedOf(change));
  return connectTo(simulator).connection.gatherContext(ticketRef(), signal);
}

function contextOf(gathered: Gathered) {
  if (gathered.kind !== 'context') expect.fail(`skipped: ${gathered.reason}`);
  return gathered.context;
}

/** Every request that the connector makes, without host and query. */
function spyingFetch() {
  const paths: string[] = [];
  const spy: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    paths.push(new URL(request.url).pathname);
    return fetch(request);
  };
  return { paths, spy };
}

describe('a ticket that waits for an answer', () => {
  test('is read whole', async () => {
    const context = contextOf(await gatherFrom());
    expect(context).toMatchObject({
      resource: ticketRef(),
      subject: 'Refund for my order',
      freshness: '2026-11-20T09:30:00Z',
      customer: {
        name: 'Carla Customer',
        email: 'carla@example.org',
        phone: '+1 555 0100',
        organization: 'Globex',
        locale: 'de',
      },
      people: [{ name: 'Carla Customer', organization: 'Globex' }, { name: 'Ben Agent' }],
      turns: [
        { role: 'customer', text: 'Where is my refund?', authorName: 'Carla Customer', at: '2026-11-20T09:00:00Z' },
        { role: 'internal-note', text: 'Looks like a duplicate.' },
        { role: 'agent', text: 'We are checking.' },
        {
          role: 'customer',
          text: 'And how long will the refund take?',
          attachments: [{ name: 'receipt.pdf', contentType: 'application/pdf', bytes: 1234 }],
        },
      ],
    });
    expect(context.revision).toBe(String(simulator.state.comments(TICKET).at(-1)?.id));
  });

  test('brings articles and macros, and says which are internal', async () => {
    const { sources } = contextOf(await gatherFrom());
    expect(sources.map(({ id, visibility, locale }) => [id, visibility, locale])).toEqual([
      ['article:501', 'public', 'en-us'],
      ['article:502', 'internal', 'en-us'],
      ['macro:601', 'public', undefined],
      ['macro:602', 'public', undefined],
    ]);
    expect(sources[0]).toMatchObject({
      title: 'Refunds',
      text: 'Refunds\n\nWe refund within 5 days.\n\n- Open returns (https://acme.example/r)',
      url: expect.stringMatching(/\/hc\/en-us\/articles\/501$/),
    });
    expect(sources[2]?.text).toBe('Hello {{ticket.requester.first_name}},\n\nyour refund is on its way.');
  });

  test('links to the agent workspace only where its address is known', async () => {
    expect(contextOf(await gatherFrom()).url).toBeUndefined();
    const { connection } = connectTo(simulator, { through: redirectedTo(simulator.baseUrl), baseUrl: undefined });
    const context = contextOf(await connection.gatherContext(ticketRef(), signal));
    expect(context.url).toBe(`https://acme.zendesk.com/agent/tickets/${TICKET}`);
  });

  test('with a hundred messages and more is read to its beginning', async () => {
    const long = Array.from({ length: 150 }, (_, index) => ({
      authorId: index % 2 === 0 ? CUSTOMER : AGENT,
      public: true,
      body: `Message ${index}`,
      createdAt: new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString(),
    }));
    const { turns } = contextOf(await gatherFrom((seed) => seed.tickets[0]!.comments.unshift(...long)));
    expect(turns).toHaveLength(154);
    expect(turns[0]?.text).toBe('Message 0');
  });

  test('is read in five calls, and the next one in three', async () => {
    simulator = await startAccount();
    const { paths, spy } = spyingFetch();
    const { connection } = connectTo(simulator, { through: spy });
    await Promise.all([1, 2].map(() => connection.gatherContext(ticketRef(), signal)));
    expect(paths.filter((path) => path.endsWith('macros.json'))).toHaveLength(1);
    expect(paths.filter((path) => path.endsWith('me.json'))).toHaveLength(1);
    expect(paths).toHaveLength(5 + 3);
  });

  test('is searched for with fewer words when many find nothing', async () => {
    simulator = await startAccount();
    simulator.faults.set({ match: { path: /search/ }, times: 1, response: { status: 200, body: { results: [] } } });
    const context = contextOf(await connectTo(simulator).connection.gatherContext(ticketRef(), signal));
    expect(context.sources.map((source) => source.kind)).toContain('article');
  });

  test('without a word to search for is not searched for', async () => {
    const { sources } = contextOf(
      await gatherFrom((seed) => {
        const [ticket] = seed.tickets;
        Object.assign(ticket!, { subject: '', comments: [{ ...ticket!.comments[0]!, body: '???' }] });
      }),
    );
    expect(sources.map((source) => source.kind)).toEqual(['macro', 'macro']);
  });

  test('sees new macros after five minutes', async () => {
    simulator = await startAccount();
    const { paths, spy } = spyingFetch();
    const { connection, clock } = connectTo(simulator, { through: spy });
    await connection.gatherContext(ticketRef(), signal);
    clock.forward(5 * 60 * 1_000);
    await connection.gatherContext(ticketRef(), signal);
    expect(paths.filter((path) => path.endsWith('macros.json'))).toHaveLength(2);
    expect(paths.filter((path) => path.endsWith('me.json'))).toHaveLength(1);
  });

  test('is asked about as it was before its comments: a later stamp would hide a new message', async () => {
    simulator = await startAccount();
    const { paths, spy } = spyingFetch();
    await connectTo(simulator, { through: spy }).connection.gatherContext(ticketRef(), signal);
    const order = paths.filter((path) => path.includes('/tickets/'));
    expect(order).toEqual([`/api/v2/tickets/${TICKET}.json`, `/api/v2/tickets/${TICKET}/comments.json`]);
  });
});

describe('where the token belongs to a person who also answers tickets', () => {
  /** Through the API with our own token, as another integration of that person would. */
  async function comment(body: object) {
    const response = await fetch(`${simulator.baseUrl}/api/v2/tickets/${TICKET}.json`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${simulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { comment: body } }),
    });
    expect(response.status).toBe(200);
  }

  test('a public reply of theirs counts as an answer', async () => {
    simulator = await startAccount();
    await comment({ body: 'It takes 5 days', public: true });
    const gathered = await connectTo(simulator).connection.gatherContext(ticketRef(), signal);
    expect(gathered).toMatchObject({ kind: 'skip', reason: 'agent-wrote-last' });
  });

  test('a note through the API is left out, a note by hand stays', async () => {
    simulator = await startAccount();
    await comment({ body: 'Written by a program', public: false });
    simulator.addAgentComment(TICKET, { body: 'Written by hand', public: false, authorId: ADMIN });
    const { turns } = contextOf(await connectTo(simulator).connection.gatherContext(ticketRef(), signal));
    const notes = turns.filter((turn) => turn.role === 'internal-note').map((turn) => turn.text);
    expect(notes).toEqual(['Looks like a duplicate.', 'Written by hand']);
  });
});

describe('skips', () => {
  test.each<[string, (seed: ZendeskSeed) => void]>([
    ['closed', (seed) => Object.assign(seed.tickets[0]!, { status: 'closed' })],
    ['deleted', (seed) => Object.assign(seed.tickets[0]!, { status: 'deleted' })],
    ['deleted', (seed) => seed.tickets.pop()],
    ['spam', (seed) => Object.assign(seed.users[2]!, { suspended: true })],
    ['agent-wrote-last', (seed) => seed.tickets[0]!.comments.pop()],
    [
      'no-customer-message',
      (seed) => Object.assign(seed.tickets[0]!, { comments: seed.tickets[0]!.comments.filter((c) => !c.public) }),
    ],
    [
      'agent-created',
      (seed) => Object.assign(seed.tickets[0]!, { requesterId: AGENT, comments: [seed.tickets[0]!.comments[2]] }),
    ],
  ])('%s', async (reason, change) => {
    const gathered = await gatherFrom(change);
    expect(gathered).toMatchObject({ kind: 'skip', reason });
    if (reason === 'deleted') expect(gathered).not.toHaveProperty('seen');
    else expect(gathered).toMatchObject({ seen: { subject: 'Refund for my order', turns: expect.any(Array) } });
  });

  test('merged', async () => {
    simulator = await startAccount(seedOf((seed) => seed.tickets.push({ ...seed.tickets[0]!, id: TICKET + 1 })));
    simulator.merge(TICKET + 1, [TICKET]);
    const { connection } = connectTo(simulator);
    expect(await connection.gatherContext(ticketRef(), signal)).toMatchObject({ kind: 'skip', reason: 'merged' });
    expect(await connection.gatherContext(ticketRef(TICKET + 1), signal)).toMatchObject({ kind: 'context' });
  });
});

describe('without a part of Zendesk', () => {
  test.each([
    [403, /articles\/search/, 'articles'],
    [404, /articles\/search/, 'articles'],
    [403, /macros/, 'macros'],
  ])('a status %i for %s leaves the rest', async (status, path, what) => {
    simulator = await startAccount();
    simulator.faults.set({ match: { path }, response: { status, body: '<html>no</html>' } });
    const { connection, warnings } = connectTo(simulator);
    const { sources } = contextOf(await connection.gatherContext(ticketRef(), signal));
    expect(sources.map((source) => source.kind)).not.toContain(what.slice(0, -1));
    expect(sources.length).toBeGreaterThan(0);
    expect(warnings).toEqual([[`Drafting without ${what}: Zendesk does not give them`, { status }]]);
  });

  const bodies = { JSON: { error: 'x' }, HTML: '<html>x</html>', nothing: undefined };
  test.each(
    [
      [401, 'auth'],
      [403, 'permission'],
      [404, 'not-found'],
      [422, 'invalid'],
      [429, 'rate-limited'],
      [500, 'unavailable'],
      [503, 'unavailable'],
    ].flatMap(([status, kind]) => Object.entries(bodies).map(([name, body]) => [status, kind, name, body] as const)),
  )('a ticket answered %i is a failure of kind %s, with %s', async (status, kind, _, body) => {
    simulator = await startAccount();
    simulator.faults.set({
      match: { path: new RegExp(`/tickets/${TICKET}\\.json`) },
      response: { status: Number(status), headers: { 'retry-after': '0' }, ...(body !== undefined && { body }) },
    });
    const { connection } = connectTo(simulator);
    await expect(connection.gatherContext(ticketRef(), signal)).rejects.toMatchObject({ kind, status });
  });

  test('a stuck answer ends with the abort', async () => {
    simulator = await startAccount();
    simulator.faults.set({ match: { path: /comments/ }, response: 'hang' });
    const controller = new AbortController();
    const { connection } = connectTo(simulator, {
      through: (input, init) => {
        const request = new Request(input, init);
        if (request.url.includes('comments')) queueMicrotask(() => controller.abort());
        return fetch(request);
      },
    });
    await expect(connection.gatherContext(ticketRef(), controller.signal)).rejects.toMatchObject({
      kind: 'timeout',
      code: 'http.aborted',
    });
  });
});

function redirectedTo(baseUrl: string): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init);
    return fetch(new Request(request.url.replace('https://acme.zendesk.com', baseUrl), request));
  };
}
