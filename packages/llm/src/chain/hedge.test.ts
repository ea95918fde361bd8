import { expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import type { Provider } from '../provider.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { aFailure, anAnswer, aRequest, scripted, waiting } from '../testing/requests.ts';
import { aChain } from '../testing/steps.ts';
import { runChain } from './run-chain.ts';

function setUp(first: Provider, ...others: Provider[]) {
  const clock = createManualClock();
  const { steps, facts } = aChain(clock, [first, { hedgeAfterMs: 1_000 }], ...others);
  return { clock, run: () => runChain(steps, aRequest(), { clock, facts, random: () => 0, deadlineMs: 10_000 }) };
}

it('asks the next route beside a slow one, and ends the slow one when that is faster', async () => {
  const slow = scripted(waiting);
  const { clock, run } = setUp(slow, scripted(anAnswer('two')));
  const running = run();
  await clock.advance(1_000);
  expect(await running).toMatchObject({
    kind: 'answered',
    answer: { text: 'two' },
    attempts: [
      { outcome: 'answered', hedge: true },
      { outcome: 'superseded', ms: 1_000, cost: { usd: '0.000015' } },
    ],
  });
  expect(slow.asked[0]?.signal.aborted).toBe(true);
});

it('takes the slow one when it answers after all', async () => {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof anAnswer>>();
  const second = scripted(waiting);
  const { clock, run } = setUp(
    scripted(() => promise),
    second,
  );
  const running = run();
  await clock.advance(1_000);
  resolve(anAnswer('one'));
  expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'one' } });
  expect(second.asked[0]?.signal.aborted).toBe(true);
});

it('asks nobody beside a route that has already failed', async () => {
  const second = scripted(anAnswer('two'));
  const { run } = setUp(scripted(aFailure('invalid')), second);
  expect((await run()).attempts).toMatchObject([{ outcome: 'failed' }, { outcome: 'answered' }]);
  expect((await run()).attempts[1]?.hedge).toBeUndefined();
});

it('goes on with the third route when both fail, and keeps a refusal', async () => {
  const { clock, run } = setUp(scripted(waiting), scripted(aFailure('invalid')), scripted(anAnswer('three')));
  const running = run();
  await clock.advance(10_000);
  expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'three' } });

  const refused = setUp(scripted(waiting), scripted({ kind: 'refused', detail: 'No' }));
  const ending = refused.run();
  await refused.clock.advance(10_000);
  expect(await ending).toMatchObject({ kind: 'refused', detail: 'No' });
});

it('puts a second route on record that no budget had room for', async () => {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof anAnswer>>();
  const second = scripted(anAnswer('two'));
  const clock = createManualClock();
  const { steps, facts } = aChain(clock, [scripted(() => promise), { hedgeAfterMs: 1_000 }], second);
  let calls = 0;
  const budget: Budget = {
    standing: () => ({ left: 1 }),
    reserve: async () => (++calls === 1 ? { settle: () => undefined } : { refused: 'No room' }),
    close: async () => undefined,
  };
  const running = runChain(steps, aRequest(), { clock, facts, budget, random: () => 0, deadlineMs: 10_000 });
  await clock.advance(1_000);
  resolve(anAnswer('one'));
  const outcome = await running;
  expect(outcome).toMatchObject({ answer: { text: 'one' }, skipped: [{ provider: 'anthropic', reason: 'No room' }] });
  expect(outcome).not.toHaveProperty('degraded');
  expect(second.calls).toBe(0);
});
