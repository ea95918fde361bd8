import type { DraftChanged } from '@draftsmith/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LiveStatus, listenForChanges, parseChange } from './live.ts';

/** As much of an event source as the listener uses. */
class FakeSource extends EventTarget {
  readyState = 0;

  happens(type: 'open' | 'error' | 'draft', data?: string): void {
    if (type === 'open') this.readyState = 1;
    this.dispatchEvent(type === 'draft' ? new MessageEvent(type, { data }) : new Event(type));
  }

  close(): void {
    this.readyState = 2;
  }
}

function listening() {
  const sources: FakeSource[] = [];
  const seen = { changes: [] as DraftChanged[], statuses: [] as LiveStatus[], resumed: 0 };
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const stop = listenForChanges(
    '/api/events',
    {
      changed: (change) => seen.changes.push(change),
      status: (status) => seen.statuses.push(status),
      resumed() {
        seen.resumed += 1;
      },
    },
    {
      openSource() {
        sources.push(new FakeSource());
        return sources.at(-1) as unknown as EventSource;
      },
      page: page as unknown as Document,
    },
  );
  const look = (state: DocumentVisibilityState) => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { sources, seen, stop, look };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('changes come through, anything else does not', () => {
  const { sources, seen } = listening();
  sources[0]!.happens('open');
  sources[0]!.happens('draft', '{"id":"d1","state":"drafted"}');
  sources[0]!.happens('draft', 'noise');
  expect(seen).toEqual({ changes: [{ id: 'd1', state: 'drafted' }], statuses: ['live'], resumed: 0 });
});

test('a stream that ends and opens again is no complaint, but what was missed is read', () => {
  const { sources, seen } = listening();
  sources[0]!.happens('open');
  sources[0]!.happens('error');
  vi.advanceTimersByTime(3_000);
  sources[0]!.happens('open');
  vi.advanceTimersByTime(60_000);
  expect(seen).toMatchObject({ statuses: ['live', 'live'], resumed: 1 });
});

test('a longer pause is told', () => {
  const { sources, seen } = listening();
  sources[0]!.happens('open');
  sources[0]!.happens('error');
  vi.advanceTimersByTime(7_000);
  expect(seen.statuses).toEqual(['live', 'reconnecting']);
});

test('where the browser gives up, a new stream is opened', () => {
  const { sources } = listening();
  sources[0]!.close();
  sources[0]!.happens('error');
  vi.advanceTimersByTime(5_000);
  expect(sources).toHaveLength(2);
});

test('a hidden page gives its connection back and reads again when it is looked at', () => {
  const { sources, seen, look } = listening();
  sources[0]!.happens('open');
  look('hidden');
  expect(sources[0]!.readyState).toBe(2);
  look('visible');
  sources[1]!.happens('open');
  expect(seen.resumed).toBe(1);
});

test('after the end nothing is opened any more', () => {
  const { sources, stop, look } = listening();
  sources[0]!.happens('error');
  stop();
  look('visible');
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(1);
  expect(sources[0]!.readyState).toBe(2);
});

test('an event is a change only when it is one', () => {
  expect(parseChange('{"id":"d1","state":"failed","more":1}')).toEqual({ id: 'd1', state: 'failed' });
  for (const odd of [
    '',
    'no json',
    'null',
    '[]',
    '{"id":1,"state":"failed"}',
    '{"id":"d1","state":"exploded"}',
    undefined,
  ])
    expect(parseChange(odd)).toBeNull();
});
