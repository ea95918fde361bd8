import type { AssistOperation } from '@draftsmith/contracts';
import { describe, expect, test } from 'vitest';
import { DRAFT_EN, VIEW, VIEWS } from '../dev/samples.ts';
import { isBusy, neighbour, reduce, type SessionEvent, START, shownDraft } from './state.ts';

const after = (...events: SessionEvent[]) => events.reduce(reduce, START);
const operation = (rest: Partial<AssistOperation> = {}): AssistOperation => ({
  id: 'o1',
  what: 'shorter',
  step: 'writing',
  state: 'running',
  byName: 'Maria',
  ...rest,
});
const SHORTER = { revise: { kind: 'shorter' }, base: DRAFT_EN } as const;
const SECOND = { ...DRAFT_EN, version: 2 };
const two = { ...VIEW, draft: SECOND, earlier: [DRAFT_EN] };

describe('versions', () => {
  test('a step back and forth goes through what there is, and no further', () => {
    const newest = after({ type: 'viewed', view: two });
    expect(shownDraft(newest)).toBe(SECOND);
    expect(neighbour(newest, -1)).toBeNull();
    const back = reduce(newest, { type: 'chose', version: DRAFT_EN });
    expect(shownDraft(back)).toBe(DRAFT_EN);
    expect(neighbour(back, 1)).toBeNull();
    expect(neighbour(back, -1)).toBe(SECOND);
  });

  test('another look keeps the version that the agent went back to', () => {
    const back = after({ type: 'viewed', view: two }, { type: 'chose', version: DRAFT_EN });
    expect(shownDraft(reduce(back, { type: 'viewed', view: { ...two } }))?.version).toBe(1);
  });

  test('a version that was made meanwhile shows itself', () => {
    const back = after({ type: 'viewed', view: two }, { type: 'chose', version: DRAFT_EN });
    const third = { ...DRAFT_EN, version: 3 };
    const grown = reduce(back, { type: 'viewed', view: { ...VIEW, draft: third, earlier: [SECOND, DRAFT_EN] } });
    expect(shownDraft(grown)).toBe(third);
  });

  test('going back to the newest follows the newest again', () => {
    expect(after({ type: 'viewed', view: two }, { type: 'chose', version: SECOND }).chosen).toBeNull();
  });
});

describe('operations', () => {
  const asked = [
    { type: 'viewed', view: VIEW },
    { type: 'wished', wish: SHORTER },
  ] as const;

  test('it is busy from the wish on until the operation ends', () => {
    const wished = after(...asked);
    expect(isBusy(wished)).toBe(true);
    const accepted = reduce(wished, { type: 'accepted', operation: operation() });
    expect(isBusy(accepted)).toBe(true);
    // A look that set out before the wish knows nothing of it.
    expect(isBusy(reduce(accepted, { type: 'viewed', view: VIEW }))).toBe(true);
    const ended = reduce(accepted, { type: 'progressed', operation: operation({ state: 'done', step: 'done' }) });
    expect(isBusy(ended)).toBe(false);
  });

  test("a failure of one's own is shown and can be wished for again; another agent's is not", () => {
    const failure = { message: 'No model answered.', retryable: true };
    const failed = operation({ state: 'failed', failure });
    const own = after(
      ...asked,
      { type: 'accepted', operation: operation() },
      { type: 'progressed', operation: failed },
    );
    expect(own.failed).toEqual({ wish: SHORTER, ...failure });
    expect(after({ type: 'viewed', view: VIEW }, { type: 'progressed', operation: failed }).failed).toBeNull();
  });

  test('a translation is set aside and never becomes the draft', () => {
    const translated = operation({ what: 'translate', state: 'done', text: 'Здравствуйте', language: 'ru' });
    const state = after(
      ...asked,
      { type: 'accepted', operation: operation() },
      { type: 'progressed', operation: translated },
    );
    expect(state.aside).toEqual({ what: 'translate', text: 'Здравствуйте', language: 'ru' });
    expect(shownDraft(state)).toBe(DRAFT_EN);
    expect(reduce(state, { type: 'dismissed', what: 'aside' }).aside).toBeNull();
  });

  test('an operation that the server forgot is waited for no longer', () => {
    const running = after(...asked, { type: 'accepted', operation: operation() });
    expect(isBusy(reduce(running, { type: 'lost' }))).toBe(false);
  });

  test('a new wish clears the old failure', () => {
    const refused = after(...asked, { type: 'refused', failure: { message: 'Busy.', retryable: true } });
    expect(refused.failed?.wish).toEqual(SHORTER);
    expect(reduce(refused, { type: 'wished', wish: { ...SHORTER, revise: { kind: 'warmer' } } }).failed).toBeNull();
  });
});

test('while the server cannot be reached, what was known stays', () => {
  const state = after({ type: 'viewed', view: VIEW }, { type: 'troubled', trouble: 'unreachable' });
  expect(shownDraft(state)).toBe(DRAFT_EN);
  expect(state.trouble).toBe('unreachable');
  expect(reduce(state, { type: 'viewed', view: VIEW }).trouble).toBeNull();
});

test('a rating belongs to its version', () => {
  const rated = after(
    { type: 'viewed', view: two },
    { type: 'rated', draft: DRAFT_EN, rating: { good: false, reasons: ['wrong-tone'] } },
  );
  expect(rated.view?.draft?.rating).toBeNull();
  expect(rated.view?.earlier[0]?.rating?.reasons).toEqual(['wrong-tone']);
});

test('a draft in the queue is waited for', () => {
  expect(isBusy(after({ type: 'viewed', view: { ...VIEWS.none!, state: 'waiting' } }))).toBe(true);
});
