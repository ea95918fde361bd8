import { AppError } from '@draftsmith/errors';
import { expect, it } from 'vitest';
import type { Budget, Reservation } from '../budget/budget.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { anAnswer, aRequest, scripted } from '../testing/requests.ts';
import { aChain } from '../testing/steps.ts';
import { runChain } from './run-chain.ts';

function setUp(reserve: Budget['reserve']) {
  const clock = createManualClock();
  const provider = scripted(anAnswer('one'));
  const { steps, facts } = aChain(clock, provider);
  const budget: Budget = { standing: () => ({ left: 1 }), reserve, close: async () => undefined };
  const options = { clock, facts, budget, random: () => 0, deadlineMs: 10_000 };
  return { clock, provider, run: (signal?: AbortSignal) => runChain(steps, aRequest(), options, signal) };
}

it('waits for a budget no longer than until the deadline, and gives back what comes too late', async () => {
  const { promise, resolve } = Promise.withResolvers<Reservation>();
  const { clock, provider, run } = setUp(() => promise);
  const running = run();
  await clock.advance(10_000);
  expect(await running).toMatchObject({ kind: 'exhausted', retryable: true, detail: expect.stringContaining('10 s') });
  const settled: bigint[] = [];
  resolve({ settle: (actual) => settled.push(actual) });
  await clock.advance(0);
  expect(settled).toEqual([0n]);
  expect(provider.calls).toBe(0);
});

it('does not hold a caller who gives up', async () => {
  const { clock, run } = setUp(() => new Promise(() => undefined));
  const caller = new AbortController();
  const running = run(caller.signal);
  await clock.advance(10);
  caller.abort();
  expect(await running).toMatchObject({ kind: 'cancelled', attempts: [] });
});

it('does not take a store that cannot be asked for a budget that is used up: it may answer later', async () => {
  const { run } = setUp(async () => {
    throw new AppError('unavailable', 'The budget cannot be asked', { code: 'llm.budget-store' });
  });
  expect(await run()).toMatchObject({
    kind: 'exhausted',
    retryable: true,
    skipped: [{ reason: 'The budget cannot be asked' }],
  });
});
