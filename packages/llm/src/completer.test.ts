import { silentLogger } from '@draftsmith/logger';
import { describe, expect, it } from 'vitest';
import type { Budget } from './budget/budget.ts';
import type { AnswerStore } from './cache/answer-store.ts';
import { createAnswerStore } from './cache/create-store.ts';
import { createSingleFlight } from './cache/single-flight.ts';
import { createCompleter } from './completer.ts';
import type { CompletionResult } from './contract/completion.ts';
import type { CompleteOptions, CompletionRequest } from './contract/request.ts';
import type { CompletionRecord } from './ledger/record.ts';
import { createRecorder } from './ledger/recorder.ts';
import type { Provider } from './provider.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { aFailure, anAnswer, aRequest, scripted, waiting } from './testing/requests.ts';
import { aChain } from './testing/steps.ts';

interface Parts {
  cached?: boolean;
  budget?: Budget;
  answers?: AnswerStore<CompletionResult>;
}

function setUp(provider: Provider, { cached = true, budget, answers }: Parts = {}) {
  const clock = createManualClock();
  const records: CompletionRecord[] = [];
  const recorder = createRecorder([(record) => records.push(record)], silentLogger);
  const { steps, facts } = aChain(clock, provider);
  let ids = 0;
  const memory = { maxBytes: 100_000, ttlMs: 60_000 };
  const completer = createCompleter({
    steps,
    facts: () => facts,
    deadlineMs: 10_000,
    ...(cached ? { answers: answers ?? createAnswerStore<CompletionResult>({ memory, clock }) } : {}),
    ...(budget ? { budget } : {}),
    policy: 'test',
    recorder,
    redact: (text) => text.replaceAll('4111111111111111', '[CARD_1]'),
    clock,
    random: () => 0,
    randomUUID: () => `id-${++ids}`,
    traceId: () => 'f'.repeat(32),
  });
  const complete = (request: Partial<CompletionRequest> = {}, use?: CompleteOptions) =>
    completer.complete(aRequest(request), use);
  const recorded = async () => {
    await recorder.flush();
    return records;
  };
  return { clock, complete, recorded };
}

describe('a completion', () => {
  it('says who wrote it, what it used and what that cost', async () => {
    expect(await setUp(scripted(anAnswer('Hello'))).complete()).toMatchObject({
      kind: 'answered',
      completion: {
        id: 'id-1',
        text: 'Hello',
        provider: 'openai',
        model: 'model-1',
        modelWritten: true,
        usage: { inputTokens: 10, outputTokens: 5 },
        cost: { usd: '0.000015', price: { test: true } },
        cache: 'miss',
        attempts: [{ outcome: 'answered' }],
        traceId: 'f'.repeat(32),
      },
    });
  });

  it.each<[string, Partial<CompletionRequest>]>([
    ['no message', { messages: [] }],
    ['messages without text', { messages: [{ role: 'user', text: ' ' }] }],
    ['no room for an answer', { maxOutputTokens: 0 }],
    ['instructions left out', { instructions: undefined as never }],
    ['a message that is no text', { messages: [{ role: 'user', text: 7 as never }] }],
    ['no list of messages', { messages: 'Hello' as never }],
    ['nobody who pays', { account: undefined as never }],
  ])('is not made with %s', async (_, request) => {
    const provider = scripted(anAnswer('Hello'));
    await expect(setUp(provider).complete(request)).rejects.toMatchObject({ kind: 'invalid' });
    expect(provider.calls).toBe(0);
  });
});

describe('structured output', () => {
  const output = {
    name: 'city',
    schema: { type: 'object', required: ['city'], properties: { city: { type: 'string' } } },
  };

  it('is parsed and validated', async () => {
    const result = await setUp(scripted(anAnswer('{"city":"Riga"}'))).complete({ output });
    expect(result).toMatchObject({ completion: { data: { city: 'Riga' } } });
  });

  it('is repaired once, with what was wrong, and both calls are paid for', async () => {
    const asked: string[] = [];
    const provider = scripted(anAnswer('{"city":7}'), (_, { messages }) => {
      asked.push(messages.at(-1)?.text ?? '');
      return anAnswer('{"city":"Riga"}');
    });
    expect(await setUp(provider).complete({ output })).toMatchObject({
      completion: {
        data: { city: 'Riga' },
        attempts: [{ outcome: 'failed', code: 'llm.schema', cost: { usd: '0.000015' } }, { outcome: 'answered' }],
      },
    });
    expect(asked[0]).toMatch(/city/);
  });

  it('that no model satisfies is a failure that says what to do', async () => {
    const provider = scripted(anAnswer('I would say Riga.'));
    expect(await setUp(provider).complete({ output })).toMatchObject({
      kind: 'exhausted',
      detail: expect.stringMatching(/did not keep to the JSON schema.*simplify the schema/),
      retryable: false,
    });
    expect(provider.calls).toBe(2);
  });
});

describe('the cache', () => {
  it('answers the same question at no cost, under a new id', async () => {
    const provider = scripted(anAnswer('Hello'));
    const { complete } = setUp(provider);
    await complete();
    expect(await complete()).toEqual({
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
        skipped: [],
        ms: 0,
        traceId: 'f'.repeat(32),
      },
    });
    expect(provider.calls).toBe(1);
  });

  it('makes one call of two identical questions at once', async () => {
    const provider = scripted(anAnswer('Hello'));
    const { complete } = setUp(provider);
    const [one, two] = await Promise.all([complete(), complete()]);
    expect(provider.calls).toBe(1);
    expect([one, two]).toMatchObject([{ completion: { cache: 'miss' } }, { completion: { cache: 'hit' } }]);
    expect(two.kind === 'answered' && one.kind === 'answered' && one.completion.id !== two.completion.id).toBe(true);
  });

  it('never answers one account with what another one got', async () => {
    const provider = scripted(anAnswer('Hello'));
    const { complete } = setUp(provider);
    await Promise.all([complete(), complete({ account: 'other' })]);
    await complete({ account: 'third' });
    expect(provider.calls).toBe(3);
  });

  it('keeps no failure and no refusal', async () => {
    const refusal = { kind: 'refused', detail: 'Declined' } as const;
    const { complete } = setUp(scripted(aFailure('invalid'), refusal, anAnswer('Hello')));
    expect((await complete()).kind).toBe('exhausted');
    expect((await complete()).kind).toBe('refused');
    expect((await complete()).kind).toBe('answered');
  });

  it('keeps nothing that no model wrote: the model may be back for the next one', async () => {
    const provider = Object.assign(scripted(anAnswer('Composed')), { usesModel: false });
    const { complete } = setUp(provider);
    await complete();
    expect(await complete()).toMatchObject({ completion: { cache: 'miss', modelWritten: false, cost: { usd: '0' } } });
    expect(provider.calls).toBe(2);
  });

  it('gives everybody their own composed text, also when they ask at the same time', async () => {
    const offline: Provider = {
      name: 'offline',
      usesModel: false,
      async ask({ compose }) {
        const composed = compose?.();
        return composed && 'text' in composed ? anAnswer(composed.text) : { kind: 'abstained', detail: '' };
      },
    };
    const { complete } = setUp(offline);
    const ask = (name: string) => complete({ compose: () => ({ text: `Dear ${name}`, usedSourceIds: [name] }) });
    const results = await Promise.all([ask('Anna'), ask('Boris')]);
    expect(results).toMatchObject([
      { completion: { text: 'Dear Anna' } },
      { completion: { text: 'Dear Boris', usedSourceIds: ['Boris'] } },
    ]);
  });

  it.each([
    [{ cached: true }, 'off' as const],
    [{ cached: false }, 'on' as const],
  ])('can be switched off (%o, %s)', async (options, cache) => {
    const provider = scripted(anAnswer('Hello'));
    const { complete } = setUp(provider, options);
    for (let times = 0; times < 2; times++) {
      expect(await complete({}, { cache })).toMatchObject({ completion: { cache: 'off' } });
    }
    expect(provider.calls).toBe(2);
  });
});

describe('the record', () => {
  it('is made of every request: made, repeated, refused, exhausted', async () => {
    const refusal = { kind: 'refused', detail: 'Declined' } as const;
    const { complete, recorded } = setUp(
      scripted(anAnswer('Hello'), refusal, { kind: 'abstained', detail: 'Nothing matches' }),
    );
    await complete({ connector: 'zendesk' }, { reference: 'draft-1' });
    await complete();
    await complete({ account: 'b' });
    await complete({ account: 'c' });
    const records = await recorded();
    const attempt = {
      provider: 'openai',
      model: 'model-1',
      askedModel: 'model-0',
      outcome: 'answered',
      ms: 0,
      at: expect.any(Date),
    };
    const paid = { usage: { inputTokens: 10, outputTokens: 5 }, cost: { usd: '0.000015', price: { test: true } } };
    expect(records[0]).toEqual({
      id: 'id-1',
      traceId: 'f'.repeat(32),
      reference: 'draft-1',
      account: 'acme',
      connector: 'zendesk',
      purpose: 'reply',
      outcome: 'answered',
      provider: 'openai',
      model: 'model-1',
      modelWritten: true,
      prompt: '[instructions]\nAnswer politely.\n\n[user]\nWhere is my parcel?',
      answer: 'Hello',
      attempts: [{ ...attempt, ...paid }],
      skipped: [],
      degraded: null,
      latencyMs: 0,
      firstTokenMs: null,
      ...paid,
      cache: 'miss',
      createdAt: new Date('2026-11-20T00:00:00Z'),
    });
    expect(records.slice(1)).toMatchObject([
      { id: 'id-2', outcome: 'answered', cache: 'hit', cost: { usd: '0' }, attempts: [] },
      { outcome: 'refused', provider: 'openai', answer: null, attempts: [{ detail: 'Declined' }] },
      { outcome: 'exhausted', provider: null, answer: null, attempts: [{ detail: 'Nothing matches' }] },
    ]);
  });

  it('is redacted once more', async () => {
    const { complete, recorded } = setUp(scripted(anAnswer('Your card is 4111111111111111')));
    await complete({ messages: [{ role: 'user', text: 'My card is 4111111111111111' }] });
    expect(JSON.stringify(await recorded())).not.toContain('4111');
  });

  it('of a caller who gave up has the time and the money that were spent', async () => {
    const { clock, complete, recorded } = setUp(scripted(waiting));
    const caller = new AbortController();
    const running = complete({}, { signal: caller.signal });
    await clock.advance(1_500);
    caller.abort();
    await expect(running).rejects.toMatchObject({ code: 'llm.cancelled' });
    await clock.advance(0);
    expect(await recorded()).toMatchObject([
      { outcome: 'cancelled', latencyMs: 1_500, attempts: [{ cost: { usd: '0.000015' } }] },
    ]);
  });

  it('of a maker who gave up while somebody else waited is that of the answer', async () => {
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof anAnswer>>();
    const { clock, complete, recorded } = setUp(scripted(() => promise));
    const caller = new AbortController();
    const [first, second] = [complete({}, { signal: caller.signal }), complete()];
    await clock.advance(0);
    caller.abort();
    await expect(first).rejects.toMatchObject({ code: 'llm.cancelled' });
    resolve(anAnswer('Hello'));
    expect(await second).toMatchObject({ completion: { text: 'Hello', cache: 'hit' } });
    expect(await recorded()).toMatchObject([
      { id: 'id-1', outcome: 'answered' },
      { id: 'id-2', cache: 'hit' },
    ]);
  });
});

describe('identical questions at one time', () => {
  it('of two people do not share what the budget of one of them said', async () => {
    const budget: Budget = {
      standing: () => ({ left: 1 }),
      reserve: async ({ user }) => (user === 'poor' ? { refused: 'Used up' } : { settle: () => undefined }),
      close: async () => undefined,
    };
    const { complete, recorded } = setUp(scripted(anAnswer('Hello')), { budget });
    const results = await Promise.all([complete({ user: 'poor' }), complete({ user: 'rich' })]);
    expect(results).toMatchObject([{ kind: 'stopped' }, { kind: 'answered', completion: { cache: 'miss' } }]);
    expect(await recorded()).toMatchObject([
      { id: 'id-1', user: 'poor', outcome: 'stopped' },
      { id: 'id-2', user: 'rich', outcome: 'answered', attempts: [{ outcome: 'answered' }] },
    ]);
  });

  it('have a record each, also when the first one gave up before anybody was asked', async () => {
    const { promise: looked, resolve } = Promise.withResolvers<void>();
    const fly = createSingleFlight<CompletionResult>();
    // As a store that other processes share: it looks there before anything is made.
    const answers: AnswerStore<CompletionResult> = {
      peek: () => undefined,
      async through(_, make, signal) {
        const made = await fly('key', async (own) => looked.then(() => make(own)).then(({ result }) => result), signal);
        return { from: 'made', result: made.value, leader: made.leader };
      },
      purge: async () => undefined,
      close: async () => undefined,
    };
    const { complete, recorded } = setUp(scripted(anAnswer('Hello')), { answers });
    const caller = new AbortController();
    const [first, second] = [complete({}, { signal: caller.signal }), complete()];
    caller.abort();
    await expect(first).rejects.toMatchObject({ code: 'llm.cancelled' });
    resolve();
    await second;
    expect(await recorded()).toMatchObject([
      { id: 'id-1', outcome: 'cancelled', attempts: [] },
      { id: 'id-3', outcome: 'answered', attempts: [{ outcome: 'answered' }] },
      { id: 'id-2', outcome: 'answered', cache: 'hit' },
    ]);
  });
});

it('has no more time for its models than what waiting for another process has left', async () => {
  const { promise: looked, resolve } = Promise.withResolvers<void>();
  const answers: AnswerStore<CompletionResult> = {
    peek: () => undefined,
    async through(_, make) {
      await looked;
      return { from: 'made', result: (await make(new AbortController().signal)).result, leader: true };
    },
    purge: async () => undefined,
    close: async () => undefined,
  };
  const { clock, complete } = setUp(scripted(waiting), { answers });
  const running = complete();
  await clock.advance(6_000);
  resolve();
  await clock.advance(4_000);
  expect(await running).toMatchObject({ kind: 'exhausted', attempts: [{ code: 'llm.deadline', ms: 4_000 }] });
});
