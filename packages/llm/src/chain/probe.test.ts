import { expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { aFailure, anAnswer, aRequest, scripted, waiting } from '../testing/requests.ts';
import { aChain } from '../testing/steps.ts';
import { runChain } from './run-chain.ts';

it('that another call makes at the same moment leaves a lone route a last resort, as if it had come earlier', async () => {
  const clock = createManualClock();
  const down = aFailure('unavailable');
  const { steps, facts } = aChain(clock, scripted(down, down, down, anAnswer('back')));
  const run = () => runChain(steps, aRequest(), { clock, facts, random: () => 0, deadlineMs: 10_000 });
  await Promise.all([run(), clock.advance(10_000)]);
  expect(steps[0]?.breaker.ready()).toBe(true);
  expect(await Promise.all([run(), run()])).toMatchObject([{ kind: 'answered' }, { kind: 'answered' }]);
});

it("is somebody else's: the other call goes elsewhere first", async () => {
  const clock = createManualClock();
  const down = aFailure('unavailable');
  const first = scripted(down, down, waiting);
  const { steps, facts } = aChain(clock, first, scripted(anAnswer('two')));
  for (let n = 0; n < 3; n++) steps[0]?.breaker.enter()?.failed();
  await clock.advance(2_000);
  const run = () => runChain(steps, aRequest(), { clock, facts, random: () => 0, deadlineMs: 10_000 });
  const [, second] = await Promise.all([run(), run()]);
  expect(second).toMatchObject({
    kind: 'answered',
    answer: { text: 'two' },
    attempts: [{ provider: 'anthropic' }],
    skipped: [{ provider: 'openai', reason: expect.stringContaining('left alone') }],
  });
});
