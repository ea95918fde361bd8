import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OPEN_TICKET_ID } from '../sample-seed.ts';
import { type Account, openAccount } from '../test-account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(() => account.simulator.close());

const path = `/api/v2/tickets/${OPEN_TICKET_ID}.json`;
const note = { ticket: { comment: { body: 'Draft', public: false } } };
const notes = () => account.simulator.state.notes(OPEN_TICKET_ID).length;

describe('faults', () => {
  it('strike the requests they match, as often as they say', async () => {
    account.simulator.faults.set({
      match: { method: 'put', path: /tickets\/1/ },
      times: 2,
      response: { status: 503, headers: { 'retry-after': '9' }, body: { error: 'down' } },
    });
    expect((await account.get(path)).status).toBe(200);
    const refused = await account.send('PUT', path, note);
    expect([refused.status, refused.headers.get('retry-after'), refused.body]).toEqual([503, '9', { error: 'down' }]);
    expect((await account.send('PUT', path, note)).status).toBe(503);
    expect((await account.send('PUT', path, note)).status).toBe(200);
    expect(notes()).toBe(1);
  });

  it('strike every time even when their pattern is global', async () => {
    account.simulator.faults.set({ match: { path: /tickets/g }, response: { status: 500 } });
    const answers = [await account.get(path), await account.get(path), await account.get(path)];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(new Array(3).fill([500, '']));
    account.simulator.faults.clear();
    expect((await account.get(path)).status).toBe(200);
  });

  it('answer HTML', async () => {
    const body = '<html>Bad gateway</html>';
    account.simulator.faults.set({ match: { path: /./ }, times: 1, response: { status: 502, body } });
    const answer = await account.get(path);
    expect([answer.status, answer.body]).toEqual([502, body]);
    expect(answer.headers.get('content-type')).toContain('text/html');
  });

  it('drop the connection before anything is done', async () => {
    account.simulator.faults.set({ match: { path: /./ }, times: 1, response: 'reset' });
    await expect(account.send('PUT', path, note)).rejects.toThrow();
    expect(notes()).toBe(0);
  });

  it.each(['reset', 'hang', { status: 502 }] as const)('lose the answer after the change is made: %s', async (how) => {
    account.simulator.faults.set({ match: { method: 'PUT', path: /./ }, times: 1, response: { afterEffect: how } });
    const leave = new AbortController();
    const write = fetch(account.simulator.baseUrl + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${account.simulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(note),
      signal: leave.signal,
    });
    if (how === 'hang') {
      await expect.poll(notes).toBe(1);
      leave.abort();
    }
    if (typeof how === 'string') await expect(write).rejects.toThrow();
    else expect((await write).status).toBe(502);
    expect(notes()).toBe(1);
  });

  it('hang until the client gives up, and do not keep the simulator from closing', async () => {
    account.simulator.faults.set({ match: { path: /./ }, response: 'hang' });
    const waiting = account.get(path);
    const rejected = expect(waiting).rejects.toThrow();
    await expect.poll(() => account.simulator.faults.list().length).toBe(1);
    await account.simulator.close();
    await rejected;
  });

  it('delay what is served normally', async () => {
    account.simulator.faults.set({ match: { path: /./ }, times: 1, response: { delayMs: 15 } });
    const started = performance.now();
    expect((await account.get(path)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(14);
  });

  it('hold what is served normally until a test lets it go', async () => {
    const { promise: until, resolve: release } = Promise.withResolvers<void>();
    account.simulator.faults.set({ match: { path: /./ }, times: 1, response: { until } });
    const held = account.get(path);
    // The next one is not held: it comes first.
    await account.get(path);
    expect(await Promise.race([held, 'held'])).toBe('held');
    release();
    expect((await held).status).toBe(200);
  });
});

describe('switches over HTTP', () => {
  it('set and clear faults, and stay reachable whatever is set', async () => {
    const fault = { match: { method: 'GET', path: '.' }, response: { status: 500 } };
    expect((await account.send('POST', '/_sim/faults', fault)).status).toBe(201);
    expect((await account.get(path)).status).toBe(500);
    expect((await account.get('/_sim/faults')).body.faults).toMatchObject([{ match: { path: '.' } }]);
    expect((await account.send('DELETE', '/_sim/faults')).status).toBe(204);
    expect((await account.get(path)).status).toBe(200);
    expect((await account.send('POST', '/_sim/faults', { match: {} })).status).toBe(400);
  });

  it('let comments arrive and show the state', async () => {
    expect((await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/arrive`)).body).toMatchObject({ ticketId: 1 });
    expect((await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/arrive`)).status).toBe(404);
    await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/comments`, { body: 'Hello', by: 'agent' });
    await account.send('POST', `/_sim/tickets/${OPEN_TICKET_ID}/status`, { status: 'solved' });
    const { body } = await account.get(`/_sim/state/tickets/${OPEN_TICKET_ID}`);
    expect(body.ticket.status).toBe('solved');
    expect(body.comments).toHaveLength(4);
    expect((await account.get('/_sim/settled')).body).toEqual({ settled: true });
    expect((await account.get('/_sim/state')).body.tickets).toHaveLength(4);
    expect((await account.get('/_sim/stats')).body).toMatchObject({
      tickets: 4,
      ticketsWithNotes: 1,
      notes: 1,
      mostNotesOnOneTicket: 1,
      attempts: { delivered: 0 },
    });
    expect((await account.get('/_sim/deliveries')).body.deliveries).toEqual([]);
  });
});
