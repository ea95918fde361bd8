import type { ProposalOperation, ProposalRequest } from '@draftsmith/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problem } from '../../../../dev/fake-server.ts';
import { sampleDiff, sampleVersion, sampleView } from '../../../../dev/samples.ts';
import { type CardEvent, type CardState, isBusy, reduce, START, shownSummary, shownVersion } from './state.ts';

const request: ProposalRequest = { requestId: 'r1', what: 'generate', choices: {} };
const operation = (changes: Partial<ProposalOperation> = {}): ProposalOperation => ({
  ...{ id: 'o1', what: 'generate', state: 'running', step: 'queued', version: null, problem: null },
  ...changes,
});
const after = (...events: CardEvent[]): CardState => events.reduce(reduce, START);
const viewed = (numbers: number[], epoch = 0): CardEvent => ({
  type: 'viewed',
  epoch,
  view: sampleView({ versions: numbers.map((number) => sampleVersion(number)) }),
});

describe('an operation of this person', () => {
  const started = [viewed([1]), { type: 'sent', request }, { type: 'accepted', operation: operation() }] as CardEvent[];

  test('is busy from the click to its end', () => {
    expect(isBusy(after(viewed([1])))).toBe(false);
    expect(isBusy(after(...started.slice(0, 2)))).toBe(true);
    expect(isBusy(after(...started))).toBe(true);
    expect(isBusy(after(...started, { type: 'progressed', operation: operation({ state: 'done', version: 2 }) }))).toBe(
      false,
    );
  });

  test('shows what it made, also where another version was looked at', () => {
    const done = operation({ state: 'done', version: 2 });
    const state = after(viewed([2, 1]), { type: 'chose', number: 1 }, ...started.slice(1), {
      type: 'progressed',
      operation: done,
    });
    expect(state).toMatchObject({ done, chosen: null, failed: null, mine: null });
  });

  test('leaves the version on screen where it only works on it', () => {
    const attach: ProposalRequest = { requestId: 'r2', what: 'attach', version: 1 };
    const done = operation({ what: 'attach', state: 'done', version: 1 });
    const state = after(
      viewed([2, 1]),
      { type: 'chose', number: 1 },
      { type: 'sent', request: attach },
      { type: 'accepted', operation: done },
    );
    expect(state).toMatchObject({ done, chosen: 1 });
  });

  test('that failed says why, and what was asked for', () => {
    const failed = operation({ state: 'failed', problem: problem('budget', false) });
    const state = after(...started, { type: 'progressed', operation: failed });
    expect(state.failed).toMatchObject({ request, failure: { problem: { code: 'budget' } } });
  });

  test('that the server forgot is not waited for', () => {
    expect(isBusy(after(...started, { type: 'lost', id: 'o1' }))).toBe(false);
  });
});

test('what somebody else asked for and did not get is not told here', () => {
  const failed = operation({ id: 'theirs', state: 'failed', problem: problem('budget', false) });
  const state = after(
    viewed([1]),
    { type: 'progressed', operation: operation({ id: 'theirs' }) },
    { type: 'progressed', operation: failed },
  );
  expect(state).toMatchObject({ failed: null, done: null });
  expect(isBusy(state)).toBe(false);
});

test('a view that was asked for before a click does not take the click back', () => {
  const state = after({ type: 'sent', request }, { type: 'accepted', operation: operation() }, viewed([1], 0));
  expect(state.view).toBeNull();
});

test('a version that is chosen stays on screen when somebody makes another', () => {
  const state = after(viewed([2, 1]), { type: 'chose', number: 1 }, viewed([3, 2, 1]));
  expect(shownSummary(state)?.number).toBe(1);
  expect(shownSummary(after(viewed([2]), viewed([3, 2])))?.number).toBe(3);
});

test('what was done with a version comes from the newest view; its words are read once', () => {
  const attached = { at: '2026-11-20T10:00:00Z', url: null };
  const state = after(
    viewed([1]),
    { type: 'read', version: sampleVersion(1) },
    {
      ...{ type: 'viewed', epoch: 0, view: sampleView({ versions: [sampleVersion(1, { attached })] }) },
    },
  );
  expect(shownVersion(state)).toMatchObject({ attached, title: sampleVersion(1).title });
});

test('words with another mark are not shown as this version', () => {
  const state = after(viewed([1]), { type: 'read', version: sampleVersion(1, { hash: 'ffff' }) });
  expect(shownVersion(state)).toBeNull();
});

test('an answer about versions that are no longer compared is let go', () => {
  const asked = (from: number, to: number): CardEvent => ({ type: 'compared', from, to, diff: null, failure: null });
  const state = after(asked(1, 2), asked(2, 3), { ...asked(1, 2), diff: sampleDiff(1, 2) } as CardEvent);
  expect(state.comparison).toMatchObject({ from: 2, to: 3, diff: null });
});

test('whatever comes in whatever order, nobody waits for an operation that has ended', () => {
  const id = fc.constantFrom('o1', 'o2');
  const event: fc.Arbitrary<CardEvent> = fc.oneof(
    fc.record({ type: fc.constant('viewed' as const), epoch: fc.nat(6), view: fc.constant(sampleView()) }),
    fc.constant<CardEvent>({ type: 'sent', request }),
    id.map((given): CardEvent => ({ type: 'accepted', operation: operation({ id: given }) })),
    id.map(
      (given): CardEvent => ({ type: 'progressed', operation: operation({ id: given, state: 'done', version: 1 }) }),
    ),
    id.map((given): CardEvent => ({ type: 'lost', id: given })),
    fc.constant<CardEvent>({ type: 'refused', failure: { trouble: 'unreachable' } }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const before = events.reduce(reduce, START);
      const waited = before.mine?.id ?? before.view?.running?.id ?? 'o1';
      const settled = reduce(
        before.sending ? reduce(before, { type: 'refused', failure: { trouble: 'unreachable' } }) : before,
        { type: 'progressed', operation: operation({ id: waited, state: 'done', version: 1 }) },
      );
      expect(isBusy(settled)).toBe(false);
      expect(settled.epoch).toBeGreaterThan(before.epoch);
    }),
    { numRuns: 300 },
  );
});
