import { AppError } from '@draftsmith/errors';
import { expect, test } from 'vitest';
import { sharedLoad } from './shared-load.ts';

const { signal } = new AbortController();

/** A load whose calls are answered by hand, and a clock that is moved by hand. */
function setUp(ttlMs = 1_000) {
  const calls: PromiseWithResolvers<string>[] = [];
  let time = 0;
  const load = sharedLoad({
    ttlMs,
    now: () => new Date(time),
    load: () => {
      const call = Promise.withResolvers<string>();
      calls.push(call);
      return call.promise;
    },
  });
  return { load, calls, wait: (ms: number) => (time += ms) };
}

test('all who ask at the same time share one load, and later ones its value', async () => {
  const { load, calls, wait } = setUp();
  const both = Promise.all([load(signal), load(signal)]);
  calls[0]?.resolve('a');
  expect(await both).toEqual(['a', 'a']);
  wait(999);
  expect(await load(signal)).toBe('a');
  expect(calls).toHaveLength(1);
});

test('an old value is loaded again', async () => {
  const { load, calls, wait } = setUp();
  const first = load(signal);
  calls[0]?.resolve('a');
  await first;
  wait(1_000);
  const second = load(signal);
  calls[1]?.resolve('b');
  expect(await second).toBe('b');
});

test('a failure reaches those who wait and is not kept', async () => {
  const { load, calls } = setUp();
  const first = load(signal);
  calls[0]?.reject(new AppError('unavailable', 'down'));
  await expect(first).rejects.toMatchObject({ kind: 'unavailable' });
  const second = load(signal);
  calls[1]?.resolve('a');
  expect(await second).toBe('a');
});

test('an abort ends one wait and leaves the others', async () => {
  const { load, calls } = setUp();
  const controller = new AbortController();
  const [gone, patient] = [load(controller.signal), load(signal)];
  controller.abort();
  await expect(gone).rejects.toMatchObject({ kind: 'timeout', code: 'http.aborted' });
  await expect(load(controller.signal)).rejects.toMatchObject({ code: 'http.aborted' });
  calls[0]?.resolve('a');
  expect(await patient).toBe('a');
});

test('a failure after everybody left disturbs nobody', async () => {
  const { load, calls } = setUp();
  const controller = new AbortController();
  const gone = load(controller.signal);
  controller.abort();
  await expect(gone).rejects.toBeInstanceOf(AppError);
  calls[0]?.reject(new AppError('unavailable', 'down'));
  await calls[0]?.promise.catch(() => undefined);
  const next = load(signal);
  calls[1]?.resolve('b');
  await expect(next).resolves.toBe('b');
});
