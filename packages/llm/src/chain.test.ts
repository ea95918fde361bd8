import { AppError } from '@draftsmith/errors';
import { describe, expect, it } from 'vitest';
import { runChain, type Step } from './chain.ts';
import type { Provider } from './provider.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { anAnswer, aRequest, hanging, scripted } from './testing/requests.ts';

const PROVIDERS = ['openai', 'anthropic', 'local'] as const;

function steps(...providers: Provider[]): Step[] {
  return providers.map((provider, index) => ({
    provider,
    route: { provider: PROVIDERS[index] ?? 'offline', model: `model-${index}` },
  }));
}

const down =
  (more: ConstructorParameters<typeof AppError>[2] = {}) =>
  () => {
    throw new AppError('unavailable', 'It is down', { retryable: false, ...more });
  };

function setUp() {
  const clock = createManualClock();
  return { clock, options: { clock, random: () => 0.5, deadlineMs: 10_000 } };
}

describe('runChain', () => {
  it('answers with the first route and asks no other', async () => {
    const [first, second] = [scripted(() => anAnswer('one')), scripted(() => anAnswer('two'))];
    const outcome = await runChain(steps(first, second), aRequest(), setUp().options);
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'one' }, attempts: [{ outcome: 'answered' }] });
    expect(second.calls).toBe(0);
  });

  it('goes on after a failure and an abstention, and keeps a record of both', async () => {
    const abstaining = scripted(() => ({ kind: 'abstained', detail: 'Nothing matches' }));
    const outcome = await runChain(
      steps(
        scripted(down()),
        abstaining,
        scripted(() => anAnswer('three')),
      ),
      aRequest(),
      setUp().options,
    );
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'three' } });
    expect(outcome.attempts).toEqual([
      { provider: 'openai', model: 'model-0', outcome: 'failed', ms: 0, retryable: false, detail: 'It is down' },
      { provider: 'anthropic', model: 'model-1', outcome: 'abstained', ms: 0, detail: 'Nothing matches' },
      { provider: 'local', model: 'model-2', outcome: 'answered', ms: 0 },
    ]);
  });

  it('does not take a refused question elsewhere, and keeps the reason', async () => {
    const second = scripted(() => anAnswer('two'));
    const refusing = scripted(() => ({ kind: 'refused', detail: 'It declined: harmful' }));
    const outcome = await runChain(steps(refusing, second), aRequest(), setUp().options);
    expect(outcome).toMatchObject({
      kind: 'refused',
      detail: 'It declined: harmful',
      attempts: [{ outcome: 'refused' }],
    });
    expect(second.calls).toBe(0);
  });

  it('is exhausted when nobody is left, with the last reason', async () => {
    const outcome = await runChain(steps(scripted(down()), scripted(down())), aRequest(), setUp().options);
    expect(outcome).toMatchObject({ kind: 'exhausted', detail: 'It is down' });
    expect(outcome.attempts).toHaveLength(2);
  });

  it('keeps the words of an unexpected throw to itself', async () => {
    const broken = scripted(() => {
      throw new Error('anna@example.com');
    });
    const outcome = await runChain(steps(broken), aRequest(), setUp().options);
    expect(outcome.attempts[0]?.detail).toBe('The provider failed in an unexpected way');
  });
});

describe('the deadline', () => {
  it('is one for all attempts: a route that hangs leaves nothing for the next model', async () => {
    const { clock, options } = setUp();
    const second = scripted(() => anAnswer('two'));
    const running = runChain(steps(scripted(hanging), second), aRequest(), options);
    await clock.advance(10_000);
    const outcome = await running;
    expect(outcome.kind).toBe('exhausted');
    expect(outcome.attempts).toMatchObject([
      { outcome: 'failed', ms: 10_000, detail: 'No answer within the deadline of 10 s' },
      { outcome: 'failed', ms: 0, detail: 'No answer within the deadline of 10 s' },
    ]);
    expect(second.calls).toBe(0);
  });

  it('still lets a drafter without a model answer', async () => {
    const { clock, options } = setUp();
    const offline: Provider = { name: 'offline', usesModel: false, ask: async () => anAnswer('composed') };
    const running = runChain(steps(scripted(hanging), offline), aRequest(), options);
    await clock.advance(10_000);
    expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'composed' } });
  });

  it('reaches the provider as a signal', async () => {
    const { clock, options } = setUp();
    const seen: AbortSignal[] = [];
    const watching = scripted(({ signal }) => {
      seen.push(signal);
      return hanging();
    });
    const running = runChain(steps(watching), aRequest(), options);
    await clock.advance(9_999);
    expect(seen[0]?.aborted).toBe(false);
    await clock.advance(1);
    expect(seen[0]?.aborted).toBe(true);
    await running;
  });
});

describe('a retry on the same route', () => {
  const limited = (retryAfterMs?: number) => () => {
    throw new AppError('rate-limited', 'Too fast', retryAfterMs === undefined ? {} : { retryAfterMs });
  };

  it('waits as asked, plus jitter, and is recorded', async () => {
    const { clock, options } = setUp();
    const provider = scripted(limited(2_000), () => anAnswer('at last'));
    const running = runChain(steps(provider), aRequest(), options);
    await clock.advance(2_249);
    expect(provider.calls).toBe(1);
    await clock.advance(1);
    const outcome = await running;
    expect(outcome).toMatchObject({ kind: 'answered', attempts: [{ outcome: 'failed' }, { outcome: 'answered' }] });
  });

  it('happens once', async () => {
    const { clock, options } = setUp();
    const provider = scripted(limited());
    const running = runChain(
      steps(
        provider,
        scripted(() => anAnswer('two')),
      ),
      aRequest(),
      options,
    );
    await clock.advance(1_000);
    expect(await running).toMatchObject({ kind: 'answered', answer: { text: 'two' } });
    expect(provider.calls).toBe(2);
  });

  it('does not happen when the wait is longer than it is worth', async () => {
    const { options } = setUp();
    const provider = scripted(limited(60_000));
    const outcome = await runChain(
      steps(
        provider,
        scripted(() => anAnswer('two')),
      ),
      aRequest(),
      options,
    );
    expect(outcome).toMatchObject({ kind: 'answered', answer: { text: 'two' } });
    expect(provider.calls).toBe(1);
  });
});

describe('a caller who gives up', () => {
  it('ends everything at once', async () => {
    const { options } = setUp();
    const caller = new AbortController();
    const second = scripted(() => anAnswer('two'));
    const running = runChain(steps(scripted(hanging), second), aRequest(), options, caller.signal);
    caller.abort();
    await expect(running).rejects.toMatchObject({ kind: 'timeout', code: 'llm.cancelled' });
    expect(second.calls).toBe(0);
  });

  it('ends the wait before a retry', async () => {
    const { options } = setUp();
    const caller = new AbortController();
    const provider = scripted(down({ retryable: true, retryAfterMs: 3_000 }));
    const waiting = options.clock.armed(3_250);
    const running = runChain(steps(provider), aRequest(), options, caller.signal);
    await waiting;
    caller.abort();
    await expect(running).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(provider.calls).toBe(1);
  });
});
