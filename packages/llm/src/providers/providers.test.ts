import { type ModelFault, type ModelServer, startModels } from '@draftsmith/simulators/models';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import type { CompletionRequest } from '../contract/request.ts';
import type { Provider, ProviderAnswer, ProviderCall } from '../provider.ts';
import type { ProviderName } from '../routes/route.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { aRequest } from '../testing/requests.ts';
import { createProvider, type ProviderOptions } from './create.ts';
import { startStub } from './testing/stub-server.ts';

/** Long: in these tests a limit is reached by moving a clock, or not at all. */
const limits = { connectMs: 71_000, firstTokenMs: 61_000, idleMs: 31_000, endGraceMs: 21_000 };
const TEXT = 'Your parcel left the warehouse this morning.';

interface Row {
  provider: ProviderName;
  model: string;
  /** From the server's root to the base URL, and from there on. */
  base: string;
  path: string;
  options?: Partial<ProviderOptions>;
}

const dialects: Record<string, Row> = {
  chat: { provider: 'openai', model: 'gpt-5-mini', base: '/v1', path: '/chat/completions' },
  responses: {
    provider: 'openai',
    model: 'gpt-5-mini',
    base: '/v1',
    path: '/responses',
    options: { api: 'responses' },
  },
  'a model of Responses alone': { provider: 'openai', model: 'gpt-5-pro', base: '/v1', path: '/responses' },
  anthropic: { provider: 'anthropic', model: 'claude-sonnet-5', base: '', path: '/v1/messages' },
  local: { provider: 'local', model: 'qwen3', base: '/v1', path: '/chat/completions' },
};

let models: ModelServer;
beforeAll(async () => {
  models = await startModels({ reply: () => TEXT });
});
afterEach(() => {
  models.faults.clear();
  vi.unstubAllEnvs();
});
afterAll(() => models.close());

const idle = new AbortController().signal;

describe.each(Object.entries(dialects))('%s', (_, row) => {
  const { model, base, path } = row;
  const make = (root = models.baseUrl, clock: Clock = systemClock): Provider =>
    createProvider(row.provider, { clock, baseUrl: root + base, ...row.options });
  const ask = (provider = make(), call: Partial<ProviderCall> = {}, request: CompletionRequest = aRequest()) =>
    provider.ask(request, { model, apiKey: 'key', limits, signal: idle, ...call });
  const askWith = (fault: ModelFault) => {
    models.faults.set({ fault, times: 1 });
    return ask();
  };

  it('answers with text, model and counted tokens', async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'text', text: TEXT, model, estimated: false });
    expect(answer.kind === 'text' && answer.usage.inputTokens > 0 && answer.usage.outputTokens > 0).toBe(true);
    expect(answer).toHaveProperty('firstTokenMs', expect.any(Number));
    expect(models.requests.at(-1)).toMatchObject({ model, stream: true, abandoned: false });
  });

  const failures: [string, ModelFault, object][] = [
    ['a wrong key', { kind: 'status', status: 401 }, { kind: 'auth', retryable: false, status: 401 }],
    ['no credit', { kind: 'status', status: 402 }, { code: 'llm.no-credit', retryable: false }],
    ['no permission', { kind: 'status', status: 403 }, { kind: 'permission' }],
    [
      'an unknown model',
      { kind: 'status', status: 404 },
      { kind: 'not-found', message: expect.stringContaining('DRAFTSMITH_ROUTES') },
    ],
    [
      'a rate limit',
      { kind: 'status', status: 429, retryAfterSeconds: 2 },
      { kind: 'rate-limited', retryAfterMs: 2_000, retryable: true },
    ],
    ['a limit without an end', { kind: 'status', status: 429 }, { kind: 'rate-limited', retryAfterMs: undefined }],
    ['a server error', { kind: 'status', status: 500 }, { kind: 'unavailable', retryable: true }],
    ['an overload', { kind: 'status', status: 529 }, { kind: 'unavailable', retryable: true }],
    ['a reset', { kind: 'reset' }, { kind: 'unavailable', code: 'llm.unreachable' }],
    ['HTML with 200', { kind: 'html' }, { kind: 'unavailable', code: 'llm.not-a-stream' }],
    ['an error body with 200', { kind: 'error-body' }, { kind: 'unavailable', code: 'llm.stream', retryable: true }],
    ['too long a prompt', { kind: 'context-too-long' }, { kind: 'invalid', code: 'llm.too-long' }],
  ];
  it.each(failures)('fails on %s, which costs nothing', async (_name, fault, error) => {
    const answer = await askWith(fault);
    expect(answer).toMatchObject({ kind: 'failed', error: { name: 'AppError', ...error } });
    expect(answer).not.toHaveProperty('spent');
  });

  const paidFailures: [string, ModelFault, object, boolean][] = [
    ['a cut', { kind: 'cut' }, { kind: 'unavailable', code: 'llm.cut', retryable: true }, true],
    ['nonsense mid-stream', { kind: 'malformed' }, { kind: 'unavailable', code: 'llm.malformed' }, true],
    ['an error mid-stream', { kind: 'stream-error' }, { kind: 'unavailable', code: 'llm.stream' }, true],
    ['a truncated answer', { kind: 'truncated' }, { code: 'llm.truncated', retryable: false }, false],
    ['an empty answer', { kind: 'empty' }, { kind: 'unavailable', code: 'llm.empty' }, false],
  ];
  it.each(paidFailures)('fails on %s, and says what is paid for', async (_name, fault, error, estimated) => {
    expect(await askWith(fault)).toMatchObject({
      kind: 'failed',
      error: { name: 'AppError', ...error },
      spent: { estimated, usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number) } },
    });
  });

  it.each<ModelFault>([{ kind: 'refusal', text: 'I would rather not.' }, { kind: 'content-filter' }])(
    'reports a refusal: $kind',
    async (fault) => expect(await askWith(fault)).toMatchObject({ kind: 'refused', spent: { estimated: false } }),
  );

  it('keeps the words of a refusal', async () => {
    const answer = await askWith({ kind: 'refusal', text: 'I would rather not.' });
    expect(answer.kind === 'refused' && answer.detail).toContain('I would rather not.');
  });

  it('ends a request that is never answered', async () => {
    const clock = createManualClock();
    models.faults.set({ fault: { kind: 'hang' }, times: 1 });
    const armed = clock.armed(limits.firstTokenMs);
    const asking = ask(make(models.baseUrl, clock));
    await armed;
    await clock.advance(limits.firstTokenMs);
    const answer = await asking;
    expect(answer).toMatchObject({ kind: 'failed', error: { kind: 'timeout', code: 'llm.first-token' } });
    expect(answer).not.toHaveProperty('spent');
  });

  it('ends an answer that stops half-way, and says what is paid for', async () => {
    const clock = createManualClock();
    models.faults.set({ fault: { kind: 'stall', afterChunks: 1 }, times: 1 });
    const armed = clock.armed(limits.idleMs);
    const asking = ask(make(models.baseUrl, clock));
    await armed;
    await clock.advance(limits.idleMs);
    expect(await asking).toMatchObject({
      kind: 'failed',
      error: { kind: 'timeout', code: 'llm.stall' },
      spent: { estimated: true },
    });
  });

  it('is ended by its caller, before and while it asks', async () => {
    const before = models.requests.length;
    const gone = { kind: 'failed', error: { name: 'AppError', code: 'llm.cancelled', retryable: false } };
    expect(await ask(make(), { signal: AbortSignal.abort() })).toMatchObject(gone);
    expect(models.requests).toHaveLength(before);

    const caller = new AbortController();
    models.faults.set({ fault: { kind: 'hang' }, times: 1 });
    const clock = createManualClock();
    const armed = clock.armed(limits.firstTokenMs);
    const asking = ask(make(models.baseUrl, clock), { signal: caller.signal });
    await armed;
    caller.abort();
    expect(await asking).toMatchObject(gone);
  });

  it('asks once, at the address it was given, with the key of the call, and nothing from the environment', async () => {
    for (const prefix of ['OPENAI', 'ANTHROPIC']) {
      vi.stubEnv(`${prefix}_CUSTOM_HEADERS`, 'x-from-environment: 1\nauthorization: Bearer other');
      vi.stubEnv(`${prefix}_BASE_URL`, 'http://127.0.0.1:9');
      for (const name of ['API_KEY', 'ADMIN_KEY', 'AUTH_TOKEN', 'ORG_ID', 'PROJECT_ID']) {
        vi.stubEnv(`${prefix}_${name}`, 'from-environment');
      }
    }
    await using stub = await startStub((response) => response.writeHead(500).end());
    const provider = make(stub.root);
    expect(await ask(provider, { apiKey: 'first' })).toMatchObject({ error: { status: 500 } });
    await ask(provider, { apiKey: 'second' });
    expect(stub.requests.map((request) => request.path)).toEqual([base + path, base + path]);
    const sent = stub.requests.map(({ headers }) => JSON.stringify(headers));
    expect(sent[0]).toContain('first');
    expect(sent[1]).toContain('second');
    expect(sent.join()).not.toMatch(/environment|other/);
  });

  it('is asked for JSON, and gives the text', async () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    };
    const answer: ProviderAnswer = await ask(make(), {}, aRequest({ output: { name: 'x', schema } }));
    expect(answer).toMatchObject({ kind: 'text', text: TEXT });
    const { response_format, text, output_config } = models.requests.at(-1)?.body ?? {};
    expect(JSON.stringify(response_format ?? text ?? output_config)).toContain('"additionalProperties":false');
  });
});

// A Responses stream without its last event has no end at all.
it.each(['chat', 'anthropic', 'local'])('needs no end mark: %s', async (name) => {
  const { provider, model, base } = dialects[name] as Row;
  models.faults.set({ fault: { kind: 'missing-end' }, times: 1 });
  const call = { model, apiKey: 'key', limits, signal: idle };
  const answer = await createProvider(provider, { clock: systemClock, baseUrl: models.baseUrl + base }).ask(
    aRequest(),
    call,
  );
  expect(answer).toMatchObject({ kind: 'text', text: TEXT, estimated: false });
});
