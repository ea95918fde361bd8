import type { DraftListItem } from '@draftsmith/contracts';
import type { FaultResponse } from '@draftsmith/simulators/zendesk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY_BACKEND, type Harness, startHarness } from './harness.ts';
import type { LogLine } from './log-capture.ts';
import { question, seedOf } from './seed.ts';

interface Case {
  title: string;
  ticket: number;
  /** Set for this ticket's own requests only, so that all cases run at once on one server. */
  faults: { on: 'read' | 'write' | 'search for the note'; times?: number; response: FaultResponse }[];
  /** What the person sees in the end. */
  outcome: object;
  /** The error kind with which the queue got the job back, for outcomes that took more than one try. */
  retriedAfter?: string;
  notes: 0 | 1;
}

const BODIES = {
  JSON: { error: 'Trouble', description: 'quotes marigold@featherstone.example' },
  HTML: '<html><body>Trouble with marigold@featherstone.example</body></html>',
  empty: undefined,
} as const;

/** Requests of one read until the HTTP client gives up; what it does not repeat is one. */
const CLIENT_TRIES = 3;

/** By status: its kind, and how often it has to come for the client to hand it on. */
const STATUSES = [
  { status: 401, kind: 'auth', retried: false, reads: 1, writes: 1, says: /credentials/ },
  { status: 403, kind: 'permission', retried: false, reads: 1, writes: 1, says: /scope or a role/ },
  { status: 404, kind: 'not-found', retried: false, reads: 1, writes: 1, says: /subdomain/ },
  { status: 422, kind: 'invalid', retried: false, reads: 1, writes: 1, says: /refused the request/ },
  // The connector itself looks at the ticket and tries again, three times.
  { status: 409, kind: 'conflict', retried: true, reads: 1, writes: 3 },
  { status: 429, kind: 'rate-limited', retried: true, reads: CLIENT_TRIES, writes: 1 },
  { status: 500, kind: 'unavailable', retried: true, reads: 1, writes: 1 },
  { status: 502, kind: 'unavailable', retried: true, reads: CLIENT_TRIES, writes: 1 },
  { status: 503, kind: 'unavailable', retried: true, reads: CLIENT_TRIES, writes: 1 },
] as const;

let lastTicket = 1000;
const nextTicket = () => ++lastTicket;

const drafted = { state: 'drafted', outcome: { kind: 'drafted' } };

function statusCases(): Case[] {
  return STATUSES.flatMap(({ status, kind, retried, reads, writes, ...row }) =>
    Object.entries(BODIES).flatMap(([form, body]) =>
      (['read', 'write'] as const).map((on): Case => {
        const headers = status === 429 ? { 'retry-after': '1' } : {};
        const response = { status, headers, ...(body !== undefined && { body }) };
        const message = expect.stringMatching('says' in row ? row.says : '');
        return {
          title: `${status} with ${form === 'empty' ? 'an empty' : form} body on ${on}`,
          ticket: nextTicket(),
          faults: [{ on, times: on === 'read' ? reads : writes, response }],
          ...(retried
            ? { outcome: drafted, retriedAfter: kind, notes: 1 }
            : { outcome: { state: 'failed', outcome: { error: kind, retryable: false, message } }, notes: 0 }),
        };
      }),
    ),
  );
}

const RECORD_NOT_FOUND = { status: 404, body: { error: 'RecordNotFound', description: 'Not found' } };

const CASES: Case[] = [
  ...statusCases(),
  {
    title: 'the ticket itself is missing on write',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: RECORD_NOT_FOUND }],
    outcome: { state: 'skipped', outcome: { reason: 'deleted' } },
    notes: 0,
  },
  {
    title: '429 that asks for a minute: the worker does not wait for it',
    ticket: nextTicket(),
    faults: [{ on: 'read', times: 1, response: { status: 429, headers: { 'retry-after': '60' } } }],
    outcome: drafted,
    retriedAfter: 'rate-limited',
    notes: 1,
  },
  {
    title: 'a page with status 200 on read',
    ticket: nextTicket(),
    faults: [{ on: 'read', times: 1, response: { status: 200, body: '<html>Log in</html>' } }],
    outcome: drafted,
    retriedAfter: 'unavailable',
    notes: 1,
  },
  {
    title: 'a page with status 200 on write, though the note was made',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: { afterEffect: { status: 200, body: '<html>Log in</html>' } } }],
    outcome: drafted,
    notes: 1,
  },
  {
    title: 'connection reset on read',
    ticket: nextTicket(),
    faults: [{ on: 'read', times: CLIENT_TRIES, response: 'reset' }],
    outcome: drafted,
    retriedAfter: 'unavailable',
    notes: 1,
  },
  {
    title: 'connection reset before the note is made',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: 'reset' }],
    outcome: drafted,
    retriedAfter: 'unavailable',
    notes: 1,
  },
  {
    title: 'connection reset after the note was made',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: { afterEffect: 'reset' } }],
    outcome: drafted,
    notes: 1,
  },
  {
    title: '502 after the note was made',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: { afterEffect: { status: 502, body: '<html>Bad Gateway</html>' } } }],
    outcome: drafted,
    notes: 1,
  },
  {
    title: 'the answer is lost after the note was made, and then the history cannot be read',
    ticket: nextTicket(),
    faults: [
      { on: 'search for the note', times: 1, response: { delayMs: 0 } },
      { on: 'write', times: 1, response: { afterEffect: 'reset' } },
      { on: 'search for the note', times: 1, response: { status: 500 } },
    ],
    outcome: drafted,
    retriedAfter: 'unavailable',
    notes: 1,
  },
  {
    title: '500 on every read: given up in the end, with the reason',
    ticket: nextTicket(),
    faults: [{ on: 'read', response: { status: 500, body: '<html>Trouble</html>' } }],
    outcome: {
      state: 'failed',
      outcome: { error: 'unavailable', retryable: false, message: 'Zendesk is not available at the moment' },
    },
    retriedAfter: 'unavailable',
    notes: 0,
  },
];

/** These take the whole time limit of a call to Zendesk. */
const SILENT: Case[] = [
  {
    title: 'no answer on read',
    ticket: nextTicket(),
    faults: [{ on: 'read', times: 1, response: 'hang' }],
    outcome: drafted,
    retriedAfter: 'timeout',
    notes: 1,
  },
  {
    title: 'no answer on write, and no note',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: 'hang' }],
    outcome: drafted,
    retriedAfter: 'timeout',
    notes: 1,
  },
  {
    title: 'no answer on write, though the note was made',
    ticket: nextTicket(),
    faults: [{ on: 'write', times: 1, response: { afterEffect: 'hang' } }],
    outcome: drafted,
    notes: 1,
  },
];

/** Put back to wait for its turn, or handed back after a failure. */
function comesAgain({ message, state }: LogLine): boolean {
  return message === 'A draft waits for its turn' || (message === 'Draft' && state === 'working');
}

const REQUESTS = {
  read: ['GET', (ticket: number) => new RegExp(`/tickets/${ticket}\\.json`)],
  write: ['PUT', (ticket: number) => new RegExp(`/tickets/${ticket}\\.json`)],
  'search for the note': ['GET', (ticket: number) => new RegExp(`/tickets/${ticket}/audits\\.json`)],
} as const;

describe('Zendesk in trouble', () => {
  let harness: Harness;
  const ends = new Map<number, DraftListItem>();

  beforeAll(async () => {
    const before = nextTicket();
    harness = await startHarness({
      backend: ANY_BACKEND,
      seed: seedOf([before, ...[...CASES, ...SILENT].map(({ ticket }) => ticket)].map((id) => question(id))),
      raw: { DRAFTSMITH_CONCURRENCY: '200' },
      // As many tickets at once as otherwise within minutes.
      zendesk: { circuit: {} },
    });
    // As in any account that has run for a minute: its limits are known, and a burst within them waits for nobody.
    harness.zendesk.arrive(before);
    await harness.outcomes.of(before);
    await harness.zendesk.settled();
    for (const { ticket, faults } of [...SILENT, ...CASES]) {
      for (const { on, ...fault } of faults) {
        const [method, path] = REQUESTS[on];
        harness.zendesk.faults.set({ match: { method, path: path(ticket) }, ...fault });
      }
      harness.zendesk.arrive(ticket);
    }
    for (const { ticket } of [...CASES, ...SILENT]) ends.set(ticket, await harness.outcomes.of(ticket));
    await harness.zendesk.settled();
  }, 120_000);

  afterAll(() => harness.close());

  test.each([...CASES, ...SILENT])('$title', ({ ticket, outcome, retriedAfter, notes }) => {
    const item = ends.get(ticket);
    expect(item).toMatchObject(outcome);
    const tries = harness.log.lines.filter(({ draft }) => draft === item?.id).filter(comesAgain);
    const kinds = new Set(tries.map(({ errorKind }) => errorKind));
    expect([...kinds]).toEqual(retriedAfter ? [retriedAfter] : []);
    expect(harness.zendesk.state.notes(ticket)).toHaveLength(notes);
  });

  test('what the other side answered is neither shown nor logged', () => {
    const shown = JSON.stringify(harness.outcomes.all().map(({ outcome }) => outcome)) + harness.log.text();
    expect(shown).not.toMatch(/marigold|<html|Bad Gateway/i);
  });

  test('every event was acknowledged, whatever became of it', () => {
    expect(harness.zendesk.deliveries.map(({ status }) => status)).toEqual(
      Array(1 + CASES.length + SILENT.length).fill(202),
    );
  });
});
