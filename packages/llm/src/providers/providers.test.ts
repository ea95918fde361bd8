import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ModelFault, type ModelServer, startModels } from '@draftsmith/simulators/models';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import type { Provider } from '../provider.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { aRequest } from '../testing/requests.ts';
import { createAnthropicProvider } from './anthropic/index.ts';
import { createLocalProvider } from './local/index.ts';
import { createOpenAiProvider, type OpenAiOptions } from './openai/index.ts';

/** Long: in these tests a limit is reached by moving a clock, or not at all. */
const limits = { firstTokenMs: 61_000, idleMs: 31_000, endGraceMs: 21_000 };

type Make = (root: string, more?: Partial<OpenAiOptions>) => Provider;

const dialects: Record<string, { make: Make; model: string; path: string }> = {
  openai: {
    model: 'gpt-5-mini',
    path: '/v1/chat/completions',
    make: (root, more) =>
      createOpenAiProvider({
        name: 'openai',
        title: 'OpenAI',
        dialect: 'openai',
        apiKey: 'key',
        baseUrl: `${root}/v1`,
        limits,
        clock: systemClock,
        ...more,
      }),
  },
  anthropic: {
    model: 'claude-sonnet-5',
    path: '/v1/messages',
    make: (root, more) =>
      createAnthropicProvider({ apiKey: 'key', baseUrl: root, limits, clock: systemClock, ...more }),
  },
  local: {
    model: 'qwen3',
    path: '/v1/chat/completions',
    make: (root, more) => createLocalProvider({ baseUrl: `${root}/v1`, limits, clock: systemClock, ...more }),
  },
};

let models: ModelServer;
beforeAll(async () => {
  models = await startModels({ reply: () => 'Your parcel left the warehouse this morning.' });
});
afterEach(() => models.faults.clear());
afterAll(() => models.close());

const idle = new AbortController().signal;

describe.each(Object.entries(dialects))('%s', (_, { make, model, path }) => {
  const ask = (provider = make(models.baseUrl), signal = idle) => provider.ask(aRequest(), { model, signal });
  const askWith = (fault: ModelFault) => {
    models.faults.set({ fault, times: 1 });
    return ask();
  };

  it('answers with text, model and counted tokens', async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'text', text: 'Your parcel left the warehouse this morning.', model });
    expect(answer.kind === 'text' && answer.usage.inputTokens > 0 && answer.usage.outputTokens > 0).toBe(true);
    expect(models.requests.at(-1)).toMatchObject({ model, stream: true, abandoned: false });
  });

  it.each<[string, ModelFault, Record<string, unknown>]>([
    ['a wrong key', { kind: 'status', status: 401 }, { kind: 'auth', retryable: false, status: 401 }],
    ['no permission', { kind: 'status', status: 403 }, { kind: 'permission' }],
    ['an unknown model', { kind: 'status', status: 404 }, { kind: 'not-found' }],
    [
      'a rate limit',
      { kind: 'status', status: 429, retryAfterSeconds: 2 },
      { kind: 'rate-limited', retryAfterMs: 2_000 },
    ],
    ['a server error', { kind: 'status', status: 500 }, { kind: 'unavailable', retryable: true }],
    ['a reset', { kind: 'reset' }, { kind: 'unavailable', code: 'llm.unreachable' }],
    ['a cut', { kind: 'cut' }, { kind: 'unavailable', code: 'llm.cut' }],
    ['nonsense mid-stream', { kind: 'malformed' }, { kind: 'unavailable', code: 'llm.malformed' }],
    ['an error mid-stream', { kind: 'stream-error' }, { kind: 'unavailable', code: 'llm.stream' }],
    ['a truncated answer', { kind: 'truncated' }, { kind: 'unavailable', code: 'llm.truncated', retryable: false }],
    ['an empty answer', { kind: 'empty' }, { kind: 'unavailable', code: 'llm.empty' }],
    ['HTML with 200', { kind: 'html' }, { kind: 'unavailable', code: 'llm.not-a-stream' }],
    ['an error body with 200', { kind: 'error-body' }, { kind: 'unavailable', code: 'llm.not-a-stream' }],
    ['too long a prompt', { kind: 'context-too-long' }, { kind: 'invalid', code: 'llm.too-long' }],
  ])('fails on %s', async (_name, fault, expected) => {
    await expect(askWith(fault)).rejects.toMatchObject({ name: 'AppError', ...expected });
  });

  it.each<ModelFault>([{ kind: 'refusal', text: 'I would rather not.' }, { kind: 'content-filter' }])(
    'reports a refusal: $kind',
    async (fault) => expect(await askWith(fault)).toMatchObject({ kind: 'refused' }),
  );

  it('keeps the words of a refusal', async () => {
    const answer = await askWith({ kind: 'refusal', text: 'I would rather not.' });
    expect(answer.kind === 'refused' && answer.detail).toContain('I would rather not.');
  });

  it('needs no end mark', async () => {
    expect(await askWith({ kind: 'missing-end' })).toMatchObject({ kind: 'text' });
  });

  it('ends a request that is never answered', async () => {
    const clock = createManualClock();
    models.faults.set({ fault: { kind: 'hang' }, times: 1 });
    const armed = clock.armed(limits.firstTokenMs);
    const asking = ask(make(models.baseUrl, { clock }));
    asking.catch(() => undefined);
    await armed;
    await clock.advance(limits.firstTokenMs);
    await expect(asking).rejects.toMatchObject({ kind: 'timeout', code: 'llm.first-token' });
  });

  it('ends an answer that stops half-way', async () => {
    const clock = createManualClock();
    models.faults.set({ fault: { kind: 'stall', afterChunks: 1 }, times: 1 });
    const armed = clock.armed(limits.idleMs);
    const asking = ask(make(models.baseUrl, { clock }));
    asking.catch(() => undefined);
    await armed;
    await clock.advance(limits.idleMs);
    await expect(asking).rejects.toMatchObject({ kind: 'timeout', code: 'llm.stall' });
  });

  it("gives the caller's reason when it is aborted", async () => {
    const caller = new AbortController();
    models.faults.set({ fault: { kind: 'hang' }, times: 1 });
    const asking = ask(make(models.baseUrl), caller.signal);
    caller.abort(new Error('enough'));
    await expect(asking).rejects.toMatchObject({ name: 'AppError', kind: 'unavailable' });
  });

  it('cannot reach a server that is not there', async () => {
    const { server, root } = await listen(() => undefined);
    await stop(server);
    await expect(ask(make(root))).rejects.toMatchObject({ kind: 'unavailable', code: 'llm.unreachable' });
  });

  it('reads Retry-After as a date', async () => {
    const { server, root } = await listen((_request, response) => {
      const headers = { 'retry-after': 'Fri, 20 Nov 2026 12:00:04 GMT', date: 'Fri, 20 Nov 2026 12:00:00 GMT' };
      response.writeHead(429, { ...headers, 'content-type': 'application/json' }).end('{"error":{}}');
    });
    await expect(ask(make(root))).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 4_000 });
    await stop(server);
  });

  it('asks once, at the address it was given, and leaves retries to the chain', async () => {
    const paths: (string | undefined)[] = [];
    const { server, root } = await listen((request, response) => {
      paths.push(request.url);
      response.writeHead(500).end();
    });
    await expect(ask(make(root))).rejects.toMatchObject({ status: 500 });
    await stop(server);
    expect(paths).toEqual([path]);
  });
});

async function listen(listener: RequestListener): Promise<{ server: Server; root: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, root: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
