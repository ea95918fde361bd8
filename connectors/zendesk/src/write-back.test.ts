import type { Connection, WriteBack } from '@draftsmith/contracts';
import type { FaultResponse, ZendeskSimulator } from '@draftsmith/simulators/zendesk';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectTo, startAccount, TICKET, ticketRef } from './testing/account.ts';

const { signal } = new AbortController();
const PUT = { method: 'PUT', path: /\/tickets\/\d+\.json/ };

let simulator: ZendeskSimulator;
let connection: Connection;
let time: number;

beforeEach(async () => {
  time = Date.parse('2026-11-20T10:00:00Z');
  simulator = await startAccount(undefined, { clock: () => new Date(time) });
  connection = connectTo(simulator).connection;
});
afterEach(() => simulator.close());

/** A draft for the ticket as it is now. */
async function prepared(idempotencyKey = 'key-1'): Promise<WriteBack> {
  const gathered = await connection.gatherContext(ticketRef(), signal);
  if (gathered.kind !== 'context') expect.fail(gathered.reason);
  const draft = {
    text: 'Hello Carla,\n\nit takes 5 days.',
    language: 'en',
    citations: [],
    provider: 'offline',
    model: 'offline',
    modelWritten: false,
  };
  return { resource: ticketRef(), draft, idempotencyKey, context: gathered.context };
}

const draftNotes = () => simulator.state.notes(TICKET).filter((note) => note.body.includes('it takes 5 days'));
const onPut = (response: FaultResponse, times = 1) => simulator.faults.set({ match: PUT, times, response });

/** Something that is no message happens to the ticket, as triggers do a moment after one arrives. */
function touch(): void {
  time += 1_000;
  simulator.setStatus(TICKET, simulator.state.ticket(TICKET).status === 'open' ? 'pending' : 'open');
}

describe('a note', () => {
  test('is internal, marked in its audit, and found by the receipt', async () => {
    const receipt = await connection.writeBack(await prepared(), signal);
    const [note] = draftNotes();
    const audit = simulator.state.audits(TICKET).at(-1);
    expect(receipt).toEqual({
      kind: 'created',
      location: { artefactId: String(note?.id), auditId: String(audit?.id) },
    });
    expect(note).toMatchObject({ public: false, html_body: expect.stringContaining('<p>it takes 5 days.</p>') });
    expect(audit?.metadata.custom).toEqual({ draftsmith: 'key-1' });
  });

  test('leaves what it does not concern alone', async () => {
    const before = simulator.state.ticket(TICKET);
    await connection.writeBack(await prepared(), signal);
    expect(simulator.state.ticket(TICKET)).toEqual({ ...before, updated_at: expect.any(String) });
  });

  test('with another key is another note, with the same key the same one', async () => {
    const first = await connection.writeBack(await prepared('key-1'), signal);
    time += 1_000;
    await connection.writeBack(await prepared('key-2'), signal);
    const again = await connection.writeBack(await prepared('key-1'), signal);
    expect(again).toEqual({ ...first, kind: 'already-there' });
    expect(draftNotes()).toHaveLength(2);
  });

  test('is found although the safe update would let a second one pass', async () => {
    const write = await prepared();
    await connection.writeBack(write, signal);
    // As within the same second: the stamp is that of the ticket with the note.
    const freshness = simulator.state.ticket(TICKET).updated_at;
    const again = { ...write, context: { ...write.context, freshness } };
    expect((await connection.writeBack(again, signal)).kind).toBe('already-there');
    expect(draftNotes()).toHaveLength(1);
  });

  test('is found behind a hundred later changes', async () => {
    await connection.writeBack(await prepared(), signal);
    for (let count = 0; count < 120; count += 1) touch();
    const audits = simulator.state.audits(TICKET).length;
    expect(audits).toBeGreaterThan(120);
    expect((await connection.writeBack(await prepared(), signal)).kind).toBe('already-there');
  });
});

describe('a ticket that changed meanwhile', () => {
  test('by something that is no message gets the note at the second try', async () => {
    const write = await prepared();
    touch();
    expect((await connection.writeBack(write, signal)).kind).toBe('created');
    expect(draftNotes()).toHaveLength(1);
  });

  test.each([
    ['the customer', () => simulator.addCustomerComment(TICKET, 'One more thing')],
    ['an agent', () => simulator.addAgentComment(TICKET, 'Done, it is on its way')],
  ])('by a message of %s is stale', async (_, say) => {
    const write = await prepared();
    time += 1_000;
    say();
    expect(await connection.writeBack(write, signal)).toEqual({
      kind: 'stale',
      detail: 'the conversation went on meanwhile',
    });
    expect(draftNotes()).toHaveLength(0);
  });

  test('by another worker with the same draft already has it', async () => {
    const write = await prepared();
    const { connection: slower } = connectTo(simulator, {
      // The other worker is done between this one's look at the audits and its own note.
      async through(input, init) {
        const request = new Request(input, init);
        if (request.method === 'PUT' && draftNotes().length === 0) {
          time += 1_000;
          await connection.writeBack(write, signal);
        }
        return fetch(request);
      },
    });
    expect((await slower.writeBack(write, signal)).kind).toBe('already-there');
    expect(draftNotes()).toHaveLength(1);
  });

  test("by an agent's note is not stale", async () => {
    const write = await prepared();
    time += 1_000;
    simulator.addAgentComment(TICKET, { body: 'I take this one', public: false });
    expect((await connection.writeBack(write, signal)).kind).toBe('created');
  });

  test('again and again is left to the queue', async () => {
    onPut({ status: 409, body: { error: 'UpdateConflict' } }, 10);
    await expect(connection.writeBack(await prepared(), signal)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'zendesk.update-conflict',
      retryable: true,
    });
    expect(simulator.faults.list()[0]?.times).toBe(7);
  });

  test('to closed takes no note', async () => {
    const write = await prepared();
    simulator.setStatus(TICKET, 'closed');
    await expect(connection.writeBack(write, signal)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'resource-closed',
      retryable: false,
    });
  });

  test('to closed is understood in any language', async () => {
    const write = await prepared();
    simulator.setStatus(TICKET, 'closed');
    onPut({ status: 422, body: { error: 'RecordInvalid', details: { status: [{ description: 'Статус: закрыт' }] } } });
    await expect(connection.writeBack(write, signal)).rejects.toMatchObject({ code: 'resource-closed' });
  });

  test('to deleted is not found', async () => {
    const write = await prepared();
    simulator.softDelete(TICKET);
    await expect(connection.writeBack(write, signal)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'resource-gone',
    });
  });
});

describe('an outcome that nobody knows', () => {
  test.each<[string, FaultResponse]>([
    ['a dropped connection', { afterEffect: 'reset' }],
    ['a gateway that gave up', { afterEffect: { status: 504, body: '<html>Gateway Timeout</html>' } }],
    ['an empty 500', { afterEffect: { status: 500 } }],
    ['a page of a proxy with status 200', { afterEffect: { status: 200, body: '<html>Welcome</html>' } }],
  ])('%s after the note was stored is looked up, not repeated', async (_, response) => {
    onPut(response);
    const receipt = await connection.writeBack(await prepared(), signal);
    expect(receipt).toMatchObject({ kind: 'already-there', location: { artefactId: String(draftNotes()[0]?.id) } });
    expect(draftNotes()).toHaveLength(1);
  });

  test.each<[string, FaultResponse]>([
    ['a dropped connection', 'reset'],
    ['an HTML 502', { status: 502, body: '<html>Bad Gateway</html>' }],
  ])('%s before anything was stored fails once and is worth a retry', async (_, response) => {
    onPut(response);
    const write = await prepared();
    await expect(connection.writeBack(write, signal)).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
    expect(draftNotes()).toHaveLength(0);
    expect((await connection.writeBack(write, signal)).kind).toBe('created');
  });

  test('with the look-up failing as well is left to the queue, which then finds the note', async () => {
    const write = await prepared();
    onPut({ afterEffect: 'reset' });
    const { connection: flaky } = connectTo(simulator, {
      through(input, init) {
        const request = new Request(input, init);
        const isLookUp = request.url.includes('/audits') && draftNotes().length > 0;
        return isLookUp ? Promise.resolve(new Response('', { status: 500 })) : fetch(request);
      },
    });
    await expect(flaky.writeBack(write, signal)).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
    expect((await connection.writeBack(write, signal)).kind).toBe('already-there');
    expect(draftNotes()).toHaveLength(1);
  });

  test('because of an abort writes no second note either', async () => {
    const write = await prepared();
    const controller = new AbortController();
    const { connection: aborted } = connectTo(simulator, {
      async through(input, init) {
        const request = new Request(input, init);
        const response = await fetch(request);
        if (request.method === 'PUT') controller.abort();
        return response;
      },
    });
    await aborted.writeBack(write, controller.signal).catch(() => undefined);
    expect((await connection.writeBack(write, signal)).kind).toBe('already-there');
    expect(draftNotes()).toHaveLength(1);
  });
});

describe('a refusal', () => {
  const bodies = { JSON: { error: 'x' }, HTML: '<html>x</html>', nothing: undefined };
  test.each(
    [
      [401, 'auth', false],
      [403, 'permission', false],
      [404, 'not-found', false],
      [422, 'invalid', false],
      [429, 'rate-limited', true],
      [500, 'unavailable', true],
      [503, 'unavailable', true],
    ].flatMap(([status, kind, retryable]) =>
      Object.entries(bodies).map(([name, body]) => [status, kind, name, body, retryable] as const),
    ),
  )('with %i is %s, whatever the body (%s)', async (status, kind, _, body, retryable) => {
    onPut({ status: Number(status), headers: { 'retry-after': '7' }, ...(body !== undefined && { body }) });
    const write = await prepared();
    await expect(connection.writeBack(write, signal)).rejects.toMatchObject({
      kind,
      status,
      retryable,
      retryAfterMs: 7_000,
    });
    expect(draftNotes()).toHaveLength(0);
  });

  test("by Zendesk's limit of updates per ticket says how long to wait", async () => {
    await simulator.close();
    simulator = await startAccount(undefined, { limits: { updatesPerTicket: 1 } });
    connection = connectTo(simulator).connection;
    await connection.writeBack(await prepared('key-1'), signal);
    await expect(connection.writeBack(await prepared('key-2'), signal)).rejects.toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: expect.any(Number),
    });
  });
});
