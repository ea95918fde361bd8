import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import type { CompletionRequest } from '../contract/request.ts';
import type { Provider } from '../provider.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { aFailure, anAnswer, aRequest, hanging, scripted, waiting } from '../testing/requests.ts';
import { aChain, type StepOptions } from '../testing/steps.ts';
import { type ChainOptions, runChain } from './run-chain.ts';

const down = aFailure('unavailable', { retryable: false });
const composing: Provider = { name: 'offline', usesModel: false, ask: async () => anAnswer('composed') };

function setUp(...parts: (Provider | [Provider, StepOptions])[]) {
  const clock = createManualClock();
  const { steps, facts } = aChain(clock, ...parts);
  const options: ChainOptions = { clock, facts, random: () => 0.5, deadlineMs: 10_000 };
  const run = (request: Partial<CompletionRequest> = {}, signal?: AbortSignal, budget?: Budget) =>
    runChain(steps, aRequest(request), { ...options, ...(budget ? { budget } : {}) }, signal);
  return { clock, run };
}

describe('runChain', () => {
  it('answers with the first route and asks no other', async () => {
    const second = scripted(anAnswer('two'));
    const outcome = await setUp(scripted(anAnswer('one')), second).run();
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'one' }, attempts: [{ outcome: 'answered' }] });
    expect(second.calls).toBe(0);
  });

  it('goes on after a failure and an abstention, and keeps a record of both', async () => {
    const abstaining = scripted({ kind: 'abstained', detail: 'Nothing matches' });
    const outcome = await setUp(scripted(down), abstaining, scripted(anAnswer('three'))).run();
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'three' } });
    const at = expect.any(Date);
    const failure = { kind: 'unavailable', retryable: false, detail: 'It is down' };
    expect(outcome.attempts).toEqual([
      { provider: 'openai', model: 'model-0', outcome: 'failed', ms: 0, at, ...failure },
      { provider: 'anthropic', model: 'model-1', outcome: 'abstained', ms: 0, at, detail: 'Nothing matches' },
      expect.objectContaining({
        provider: 'local',
        model: 'model-1',
        outcome: 'answered',
        cost: { usd: '0.000015', price: { test: true } },
      }),
    ]);
  });

  it('does not take a refused question elsewhere, and keeps the reason', async () => {
    const second = scripted(anAnswer('two'));
    const outcome = await setUp(scripted({ kind: 'refused', detail: 'It declined: harmful' }), second).run();
    expect(outcome).toMatchObject({
      kind: 'refused',
      detail: 'It declined: harmful',
      attempts: [{ outcome: 'refused' }],
    });
    expect(second.calls).toBe(0);
  });

  it('is exhausted when nobody is left, with the last reason', async () => {
    const outcome = await setUp(scripted(down), scripted(down)).run();
    expect(outcome).toMatchObject({ kind: 'exhausted', detail: 'It is down' });
    expect(outcome.attempts).toHaveLength(2);
  });

  it('keeps the words of an unexpected throw to itself', async () => {
    const broken = scripted(() => {
      throw new Error('anna@example.com');
    });
    const outcome = await setUp(broken).run();
    expect(outcome.attempts[0]?.detail).toBe('The provider failed in an unexpected way');
  });
});

describe('the deadline', () => {
  it('is one for all attempts: what routes may take of it leaves nothing for the last model', async () => {
    const second = scripted(anAnswer('two'));
    const { clock, run } = setUp([scripted(hanging), { totalMs: 60_000 }], second);
    const running = run();
    await clock.advance(10_050);
    expect(await running).toMatchObject({
      kind: 'exhausted',
      attempts: [{ outcome: 'failed', detail: 'No answer within the deadline of 10 s' }],
      skipped: [{ provider: 'anthropic', reason: 'The deadline had passed' }],
    });
    expect(second.calls).toBe(0);
  });

  it('still lets a drafter without a model answer', async () => {
    const { clock, run } = setUp(scripted(hanging), composing);
    const running = run();
    await clock.advance(10_050);
    expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'composed' } });
  });

  it('reaches the provider as a signal, and what it had used by then is on record', async () => {
    const provider = scripted(waiting);
    const { clock, run } = setUp(provider);
    const running = run();
    await clock.advance(9_999);
    expect(provider.asked[0]?.signal.aborted).toBe(false);
    await clock.advance(1);
    expect((await running).attempts).toMatchObject([{ outcome: 'failed', estimated: true, cost: { usd: '0.000015' } }]);
  });

  it('leaves a third of it to the models that follow, whatever the first one does', async () => {
    const { clock, run } = setUp(scripted(waiting), scripted(anAnswer('two')));
    const running = run();
    await clock.advance(6_667);
    expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'two' }, attempts: [{ ms: 6_667 }, {}] });
  });

  it('leaves time for others when a route may only take a part of it', async () => {
    const { clock, run } = setUp([scripted(waiting), { totalMs: 2_000 }], scripted(anAnswer('two')));
    const running = run();
    await clock.advance(2_000);
    expect(await running).toMatchObject({
      kind: 'answered',
      answer: { text: 'two' },
      attempts: [{ ms: 2_000, code: 'llm.route-total' }, {}],
    });
  });
});

describe('a retry on the same route', () => {
  const limited = (retryAfterMs: number) => aFailure('rate-limited', { retryAfterMs });

  it('waits as asked, plus jitter, and is recorded', async () => {
    const provider = scripted(limited(2_000), anAnswer('at last'));
    const { clock, run } = setUp(provider);
    const running = run();
    await clock.advance(2_249);
    expect(provider.calls).toBe(1);
    await clock.advance(1);
    expect(await running).toMatchObject({
      kind: 'answered',
      attempts: [{ outcome: 'failed' }, { outcome: 'answered' }],
    });
  });

  it('happens once while another model stands ready, and twice when none does', async () => {
    const [first, second] = [scripted(aFailure('unavailable')), scripted(aFailure('unavailable'))];
    const { clock, run } = setUp(first, second, composing);
    const running = run();
    await clock.advance(5_000);
    expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'composed' } });
    expect([first.calls, second.calls]).toEqual([2, 3]);
  });

  it('does not happen when the wait is longer than it is worth', async () => {
    const provider = scripted(limited(60_000));
    const outcome = await setUp(provider, scripted(anAnswer('two'))).run();
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'two' } });
    expect(provider.calls).toBe(1);
  });
});

describe('a caller who gives up', () => {
  it('ends everything at once, and what was used is on record', async () => {
    const caller = new AbortController();
    const second = scripted(anAnswer('two'));
    const { clock, run } = setUp(scripted(waiting), second);
    const running = run({}, caller.signal);
    await clock.advance(0);
    caller.abort(new Error('gone'));
    expect(await running).toMatchObject({ kind: 'cancelled', attempts: [{ cost: { usd: '0.000015' } }] });
    expect(second.calls).toBe(0);
  });

  it('ends the wait before a retry', async () => {
    const caller = new AbortController();
    const provider = scripted(aFailure('unavailable', { retryAfterMs: 3_000 }));
    const { clock, run } = setUp(provider);
    const armed = clock.armed(3_250);
    const running = run({}, caller.signal);
    await armed;
    caller.abort();
    expect(await running).toMatchObject({ kind: 'cancelled' });
    expect(provider.calls).toBe(1);
  });
});

describe('several keys', () => {
  it('goes on with the next one at once, tries each once, and remembers which rest', async () => {
    const provider = scripted(aFailure('auth'), aFailure('rate-limited', { retryAfterMs: 9_000 }), anAnswer('third'));
    const { run } = setUp([provider, { keys: ['a', 'b', 'c'] }]);
    expect((await run()).attempts).toMatchObject([{ key: 1 }, { key: 2 }, { key: 3, outcome: 'answered' }]);
    await run();
    expect(provider.asked.map(({ apiKey }) => apiKey)).toEqual(['a', 'b', 'c', 'c']);
  });

  it('leaves a route out whose keys all rest, and comes back to it when nobody else answers', async () => {
    const provider = scripted(aFailure('auth'), anAnswer('mended'));
    const abstaining = scripted({ kind: 'abstained', detail: 'Nothing' });
    const { clock, run } = setUp([provider, { keys: ['a'] }], abstaining);
    expect((await run()).kind).toBe('exhausted');
    expect(await run()).toMatchObject({
      kind: 'exhausted',
      skipped: [{ provider: 'openai', reason: expect.stringContaining('60 s') }],
    });
    expect(provider.calls).toBe(1);
    await clock.advance(60_000);
    expect(await run()).toMatchObject({ kind: 'answered', answer: { text: 'mended' } });
  });
});

describe('a route that keeps failing', () => {
  it('is left alone for a while, then tried again by one call, and used as before', async () => {
    const provider = scripted(down, down, down, anAnswer('back'));
    const { clock, run } = setUp(provider, scripted(anAnswer('two')));
    for (let call = 0; call < 5; call++) expect(await run()).toMatchObject({ answer: { text: 'two' } });
    expect(provider.calls).toBe(3);
    await clock.advance(2_000);
    expect(await run()).toMatchObject({ answer: { text: 'back' } });
    expect(await run()).toMatchObject({ answer: { text: 'back' } });
  });

  it('is asked all the same when nobody else has an answer', async () => {
    const provider = scripted(down, down, down, anAnswer('back'));
    const { run } = setUp(provider, scripted({ kind: 'abstained', detail: 'Nothing' }));
    for (let call = 0; call < 3; call++) await run();
    expect(await run()).toMatchObject({ kind: 'answered', answer: { text: 'back' } });
  });
});

describe('a prompt that is too long', () => {
  const tooLong = aFailure('invalid', { code: 'llm.too-long', message: 'Too long' });
  const window = (tokens: number): StepOptions => ({ facts: { window: tokens } });

  it('goes to the model that reads most, once, and to none that reads no more', async () => {
    const [first, same, large] = [scripted(tooLong), scripted(anAnswer('same')), scripted(anAnswer('large'))];
    const { run } = setUp([first, window(1_000)], [same, window(1_000)], [large, window(9_000)]);
    expect(await run()).toMatchObject({ kind: 'answered', answer: { text: 'large' } });
    expect([first.calls, same.calls]).toEqual([1, 0]);
  });

  it('is given up after the second model, but for the drafter without one', async () => {
    const third = scripted(anAnswer('three'));
    const { run } = setUp(
      [scripted(tooLong), window(1_000)],
      [scripted(tooLong), window(9_000)],
      [third, window(5_000)],
      composing,
    );
    expect(await run()).toMatchObject({ kind: 'answered', answer: { text: 'composed' } });
    expect(third.calls).toBe(0);
  });

  it('is not sent where it certainly does not fit', async () => {
    const provider = scripted(anAnswer('one'));
    const { run } = setUp([provider, window(1_000)]);
    const outcome = await run({ messages: [{ role: 'user', text: 'word '.repeat(5_000) }] });
    expect(outcome).toMatchObject({
      kind: 'exhausted',
      code: 'llm.too-long',
      detail: expect.stringContaining('the model takes 1000: shorten it'),
    });
    expect(provider.calls).toBe(0);
  });
});

describe('a budget', () => {
  const large: StepOptions = { facts: { tier: 'large', worst: () => 60n } };
  const small: StepOptions = { facts: { tier: 'small', worst: () => 10n } };
  const free: StepOptions = { facts: { tier: 'free', worst: () => 0n } };

  /** Has room for calls that may cost less than `room`. */
  function aBudget(room: bigint, left = 1): Budget & { settled: bigint[] } {
    const settled: bigint[] = [];
    return {
      settled,
      standing: () => ({ left, detail: 'The budget is nearly used' }),
      reserve: async (_, worst) =>
        worst < room ? { settle: (actual) => void settled.push(actual) } : { refused: 'No room' },
      close: async () => undefined,
    };
  }

  it('is charged with what a call cost, failed ones included', async () => {
    const cut = aFailure('unavailable', { code: 'llm.truncated', retryable: false });
    const spent = { usage: { inputTokens: 3, outputTokens: 0 }, estimated: false };
    const budget = aBudget(100n);
    const { run } = setUp([scripted({ ...cut, spent } as typeof cut), small], [scripted(anAnswer('two')), small]);
    await run({}, undefined, budget);
    expect(budget.settled).toEqual([3_000_000n, 15_000_000n]);
  });

  it('is charged with the worst when nobody knows what became of a call', async () => {
    const budget = aBudget(100n);
    const { clock, run } = setUp([scripted(hanging), small]);
    const running = run({}, undefined, budget);
    await clock.advance(10_050);
    await running;
    expect(budget.settled).toEqual([10n]);
  });

  it('without room for one route goes to one that costs less, and says so', async () => {
    const [first, second] = [scripted(anAnswer('large')), scripted(anAnswer('small'))];
    const outcome = await setUp([first, large], [second, small]).run({}, undefined, aBudget(50n));
    expect(outcome).toMatchObject({ kind: 'answered', degraded: 'No room', skipped: [{ reason: 'No room' }] });
    expect(first.calls).toBe(0);
  });

  it('without room for any is a stop, with the reason', async () => {
    const outcome = await setUp([scripted(anAnswer('large')), large]).run({}, undefined, aBudget(0n));
    expect(outcome).toMatchObject({ kind: 'stopped', code: 'llm.budget', detail: 'No room', attempts: [] });
  });

  it('has no say over what is free', async () => {
    const outcome = await setUp([scripted(anAnswer('large')), large], [scripted(anAnswer('local')), free]).run(
      {},
      undefined,
      aBudget(0n, 0),
    );
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'local' } });
  });

  it.each([
    [0.5, 'large', undefined],
    [0.1, 'small', 'The budget is nearly used: cheaper routes come first'],
    [0.01, 'free', 'The budget is nearly used: cheaper routes come first'],
  ])('with %s left asks the %s model', async (left, asked, degraded) => {
    const { run } = setUp(
      [scripted(anAnswer('large')), large],
      [scripted(anAnswer('small')), small],
      [scripted(anAnswer('free')), free],
    );
    const outcome = await run({}, undefined, aBudget(100n, left));
    expect(outcome).toMatchObject({ answer: { text: asked } });
    expect('degraded' in outcome ? outcome.degraded : undefined).toBe(degraded);
  });

  it('that is nearly used does not stop a model while there is room for it and nobody cheaper has an answer', async () => {
    const alone = await setUp([scripted(anAnswer('large')), large]).run({}, undefined, aBudget(100n, 0.01));
    expect(alone).toMatchObject({ kind: 'answered', skipped: [] });
    const silent = scripted({ kind: 'abstained', detail: 'Nothing' });
    const last = await setUp([scripted(anAnswer('large')), large], [silent, free]).run(
      {},
      undefined,
      aBudget(100n, 0.01),
    );
    expect(last).toMatchObject({ kind: 'answered', answer: { text: 'large' }, skipped: [] });
    expect(last).not.toHaveProperty('degraded');
  });

  it('cannot hold for a model without a price', async () => {
    const provider = scripted(anAnswer('one'));
    const outcome = await setUp([provider, { facts: { worst: () => undefined } }]).run({}, undefined, aBudget(100n));
    expect(outcome).toMatchObject({ kind: 'stopped', detail: expect.stringContaining('give the route a price') });
    expect(provider.calls).toBe(0);
  });

  it('that cannot be asked spends nothing', async () => {
    const broken: Budget = {
      standing: () => Promise.reject(new Error('down')),
      reserve: () => Promise.reject(new Error('down')),
      close: async () => undefined,
    };
    const outcome = await setUp([scripted(anAnswer('one')), small], composing).run({}, undefined, broken);
    expect(outcome).toMatchObject({
      kind: 'answered',
      answer: { text: 'composed' },
      skipped: [{ reason: 'The budget cannot be asked' }],
    });
  });
});
