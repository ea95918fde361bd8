import { AppError } from '@draftsmith/errors';
import { describe, expect, it } from 'vitest';
import { createAnswerCache } from './cache.ts';
import { createCompleter } from './completer.ts';
import type { CompletionLogEntry } from './completion-log.ts';
import { priceOf } from './price.ts';
import type { Provider } from './provider.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { anAnswer, aRequest, hanging, scripted } from './testing/requests.ts';

function setUp(provider: Provider, { cached = true } = {}) {
  const clock = createManualClock();
  const entries: CompletionLogEntry[] = [];
  let ids = 0;
  const completer = createCompleter({
    steps: [{ provider, route: { provider: 'openai', model: 'gpt-5-mini' } }],
    deadlineMs: 10_000,
    ...(cached ? { cache: createAnswerCache({ maxBytes: 100_000, ttlMs: 60_000, now: clock.now }) } : {}),
    log: { record: (entry) => entries.push(entry) },
    price: priceOf,
    clock,
    random: () => 0,
    randomUUID: () => `id-${++ids}`,
  });
  return { clock, entries, completer };
}

describe('a completion', () => {
  it('has a price, also when the answer names an unknown model', async () => {
    const { completer } = setUp(scripted(() => anAnswer('Hello')));
    const result = await completer.complete(aRequest());
    expect(result).toMatchObject({
      kind: 'answered',
      completion: {
        id: 'id-1',
        text: 'Hello',
        provider: 'openai',
        model: 'model-1',
        modelWritten: true,
        usage: { inputTokens: 10, outputTokens: 5 },
        cost: { usd: '0.0000125', price: { model: 'gpt-5-mini' } },
        cache: 'miss',
        attempts: [{ outcome: 'answered' }],
      },
    });
  });

  it('needs a message', async () => {
    const { completer } = setUp(scripted(() => anAnswer('Hello')));
    await expect(completer.complete(aRequest({ messages: [] }))).rejects.toMatchObject({ kind: 'invalid' });
  });
});

describe('the cache', () => {
  it('answers the same question at no cost, under a new id', async () => {
    const provider = scripted(() => anAnswer('Hello'));
    const { completer } = setUp(provider);
    await completer.complete(aRequest());
    const result = await completer.complete(aRequest());
    expect(result).toEqual({
      kind: 'answered',
      completion: {
        id: 'id-2',
        text: 'Hello',
        provider: 'openai',
        model: 'model-1',
        modelWritten: true,
        usage: { inputTokens: 0, outputTokens: 0 },
        cost: { usd: '0' },
        cache: 'hit',
        attempts: [],
        ms: 0,
      },
    });
    expect(provider.calls).toBe(1);
  });

  it('makes one call of two identical questions at once', async () => {
    const provider = scripted(() => anAnswer('Hello'));
    const { completer } = setUp(provider);
    const [one, two] = await Promise.all([completer.complete(aRequest()), completer.complete(aRequest())]);
    expect(provider.calls).toBe(1);
    expect([one, two]).toMatchObject([{ completion: { cache: 'miss' } }, { completion: { cache: 'hit' } }]);
    expect(two.kind === 'answered' && one.kind === 'answered' && one.completion.id !== two.completion.id).toBe(true);
  });

  it('never answers one account with what another one got', async () => {
    const provider = scripted(() => anAnswer('Hello'));
    const { completer } = setUp(provider);
    await Promise.all([completer.complete(aRequest()), completer.complete(aRequest({ account: 'other' }))]);
    await completer.complete(aRequest({ account: 'third' }));
    expect(provider.calls).toBe(3);
  });

  it('keeps no failure and no refusal', async () => {
    const provider = scripted(
      () => {
        throw new AppError('auth', 'The key is wrong');
      },
      () => ({ kind: 'refused', detail: 'Declined' }),
      () => anAnswer('Hello'),
    );
    const { completer } = setUp(provider);
    expect((await completer.complete(aRequest())).kind).toBe('exhausted');
    expect((await completer.complete(aRequest())).kind).toBe('refused');
    expect((await completer.complete(aRequest())).kind).toBe('answered');
  });

  it('keeps nothing that no model wrote: the model may be back for the next one', async () => {
    const provider: Provider & { calls: number } = Object.assign(
      scripted(() => anAnswer('Composed')),
      { usesModel: false },
    );
    const { completer } = setUp(provider);
    await completer.complete(aRequest());
    const second = await completer.complete(aRequest());
    expect(second).toMatchObject({ completion: { cache: 'miss', modelWritten: false, cost: { usd: '0' } } });
    expect(provider.calls).toBe(2);
  });

  it.each([
    [{ cached: true }, 'off' as const],
    [{ cached: false }, 'on' as const],
  ])('can be switched off (%o, %s)', async (options, cache) => {
    const provider = scripted(() => anAnswer('Hello'));
    const { completer } = setUp(provider, options);
    for (let times = 0; times < 2; times++) {
      expect(await completer.complete(aRequest(), { cache })).toMatchObject({ completion: { cache: 'off' } });
    }
    expect(provider.calls).toBe(2);
  });
});

describe('the log', () => {
  it('has an entry for every request: made, repeated, refused, exhausted', async () => {
    const provider = scripted(
      () => anAnswer('Hello'),
      () => ({ kind: 'refused', detail: 'Declined' }),
      () => ({ kind: 'abstained', detail: 'Nothing matches' }),
    );
    const { completer, entries } = setUp(provider);
    await completer.complete(aRequest(), { draftId: 'draft-1' });
    await completer.complete(aRequest());
    await completer.complete(aRequest({ account: 'b' }));
    await completer.complete(aRequest({ account: 'c' }));
    expect(entries[0]).toEqual({
      id: 'id-1',
      draftId: 'draft-1',
      account: 'acme',
      purpose: 'reply',
      outcome: 'answered',
      provider: 'openai',
      model: 'model-1',
      modelWritten: true,
      prompt: '[instructions]\nAnswer politely.\n\n[user]\nWhere is my parcel?',
      answer: 'Hello',
      attempts: [{ provider: 'openai', model: 'gpt-5-mini', outcome: 'answered', ms: 0 }],
      latencyMs: 0,
      inputTokens: 10,
      outputTokens: 5,
      costUsd: '0.0000125',
      price: expect.objectContaining({ model: 'gpt-5-mini' }),
      cache: 'miss',
      createdAt: new Date('2026-11-20T00:00:00Z'),
    });
    expect(entries.slice(1)).toMatchObject([
      { id: 'id-2', outcome: 'answered', cache: 'hit', costUsd: '0', inputTokens: 0, attempts: [] },
      { outcome: 'refused', provider: 'openai', answer: null, attempts: [{ detail: 'Declined' }] },
      { outcome: 'exhausted', provider: null, answer: null, attempts: [{ detail: 'Nothing matches' }] },
    ]);
  });

  it('has an entry for a caller who gave up, with the time that was spent', async () => {
    const { clock, completer, entries } = setUp(scripted(hanging));
    const caller = new AbortController();
    const running = completer.complete(aRequest(), { signal: caller.signal });
    await clock.advance(1_500);
    caller.abort();
    await expect(running).rejects.toMatchObject({ code: 'llm.cancelled' });
    expect(entries).toMatchObject([{ outcome: 'cancelled', latencyMs: 1_500, costUsd: '0' }]);
  });
});
