import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnswerStore, Found, Made } from './answer-store.ts';
import { createAnswerStore } from './create-store.ts';
import { openSharedStores } from './testing/shared-stores.ts';
import { answerOf, keyOf } from './testing/stores.ts';
import { redisUrl } from './testing.ts';

interface Call {
  account: string;
  question: string;
  outcome: 'kept' | 'nothing to keep' | 'failed';
  /** The caller gives up at some moment. */
  leaves: boolean;
  store: number;
}

const anyCall = fc.record<Call>({
  account: fc.constantFrom('one', 'two'),
  question: fc.constantFrom('a', 'b'),
  outcome: fc.constantFrom('kept', 'kept', 'nothing to keep', 'failed'),
  leaves: fc.boolean(),
  store: fc.nat(2),
});

/** Runs the calls in the order that the scheduler chooses, and writes down every broken promise. */
function referee(scheduler: fc.Scheduler) {
  const making = new Map<string, number>();
  const broken: string[] = [];

  /** Takes a while; the answer says whose it is. A maker that nobody waits for any more does not count. */
  function makerFor(call: Call, id: string) {
    return async (signal: AbortSignal): Promise<Made<string>> => {
      if (signal.aborted) broken.push(`${id} was begun for nobody`);
      making.set(id, (making.get(id) ?? 0) + 1);
      if (making.get(id) !== 1) broken.push(`${id} is made twice at a time`);
      const end = once(() => making.set(id, (making.get(id) ?? 0) - 1));
      signal.addEventListener('abort', end);
      await scheduler.schedule(Promise.resolve(), `make ${id}`);
      end();
      if (call.outcome === 'failed') throw new Error(id);
      return { result: id, ...(call.outcome === 'kept' && { keep: answerOf(id) }) };
    };
  }

  async function play(store: AnswerStore<string>, call: Call): Promise<void> {
    const id = `${call.account}/${call.question}`;
    const caller = new AbortController();
    await scheduler.schedule(Promise.resolve(), `call ${id}`);
    if (call.leaves) void scheduler.schedule(Promise.resolve(), `leave ${id}`).then(() => caller.abort());
    try {
      const found = await store.through(keyOf(call.question, call.account), makerFor(call, id), caller.signal);
      if (textOf(found) !== id) broken.push(`${id} got ${textOf(found)}`);
    } catch (thrown) {
      const cancelled = (thrown as { code?: string }).code === 'llm.cancelled' && caller.signal.aborted;
      if (!cancelled && (thrown as Error).message !== id) broken.push(`${id} failed with ${thrown}`);
    }
  }
  return { broken, play };
}

function textOf(found: Found<string>): string {
  return found.from === 'made' ? found.result : found.kept.text;
}

function once(callback: () => void): () => void {
  let done = false;
  return () => {
    if (!done) callback();
    done = true;
  };
}

it('one process: no answer crosses accounts or questions, and each question has one maker at a time', async () => {
  const calls = fc.array(anyCall, { minLength: 1, maxLength: 15 });
  const purges = fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), calls, purges, async (scheduler, calls, purges) => {
      const store = createAnswerStore<string>({ memory: { maxBytes: 100_000, ttlMs: 60_000 } });
      const { broken, play } = referee(scheduler);
      const all = Promise.all([
        ...calls.map((call) => play(store, call)),
        ...purges.map((account) => scheduler.schedule(Promise.resolve(), 'purge').then(() => store.purge(account))),
      ]);
      await scheduler.waitFor(all);
      expect(broken).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it.skipIf(!redisUrl)('several processes: the same, when nobody fails or leaves', async () => {
  const calls = fc.array(anyCall, { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), calls, async (scheduler, calls) => {
      await using shared = await openSharedStores();
      const stores = [shared.newStore(), shared.newStore(), shared.newStore()];
      const { broken, play } = referee(scheduler);
      const willing = calls.map((call) => ({ ...call, leaves: false, outcome: 'kept' as const }));
      await scheduler.waitFor(Promise.all(willing.map((call) => play(stores[call.store] ?? stores[0]!, call))));
      expect(broken).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

it.skipIf(!redisUrl)(
  'several processes: nothing crosses and everybody ends, whoever fails, leaves or purges',
  async () => {
    const calls = fc.array(anyCall, { minLength: 1, maxLength: 12 });
    const purges = fc.array(fc.constantFrom('one', 'two'), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), calls, purges, async (scheduler, calls, purges) => {
        await using shared = await openSharedStores();
        const stores = [shared.newStore(), shared.newStore(), shared.newStore()];
        const { broken, play } = referee(scheduler);
        const all = Promise.all([
          ...calls.map((call) => play(stores[call.store] ?? stores[0]!, call)),
          ...purges.map((account) => scheduler.schedule(Promise.resolve()).then(() => stores[0]?.purge(account))),
        ]);
        await scheduler.waitFor(all);
        // Processes go on their own when a maker has nothing for them: then several may make at a time.
        expect(broken.filter((what) => !what.endsWith('made twice at a time'))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  },
);
