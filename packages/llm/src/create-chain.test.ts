import { silentLogger } from '@draftsmith/logger';
import { type ModelServer, startModels } from '@draftsmith/simulators/models';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ChainConfig, createChain } from './create-chain.ts';
import type { CompletionRecord } from './ledger/record.ts';
import { parseRoutes } from './routes/parse-routes.ts';
import { aRequest } from './testing/requests.ts';

const ALL = parseRoutes('openai/gpt-5-mini,anthropic/claude-sonnet-5,local/qwen3,offline');

const question = aRequest({
  messages: [{ role: 'user', text: 'How long does a refund take?' }],
  compose: () => ({ text: 'Hello Anna, refunds take 5 to 10 business days.', usedSourceIds: ['macro-1'] }),
});

function create(config: Partial<ChainConfig>) {
  const records: CompletionRecord[] = [];
  const deps = { observers: [(record: CompletionRecord) => void records.push(record)], logger: silentLogger };
  return { records, chain: createChain({ routes: ALL, cache: 'off', ...config }, { ...deps, random: () => 0 }) };
}

describe('which routes are asked', () => {
  it('with no key at all, is the offline drafter alone, and it answers', async () => {
    const { chain } = create({});
    expect(chain.routes).toEqual([{ provider: 'offline', model: 'composer' }]);
    expect(chain.dropped.map(({ reason }) => reason)).toEqual([
      'OPENAI_API_KEY is not set',
      'ANTHROPIC_API_KEY is not set',
      'DRAFTSMITH_LOCAL_URL is not set',
    ]);
    const result = await chain.complete(question);
    expect(result).toMatchObject({
      kind: 'answered',
      completion: {
        provider: 'offline',
        model: 'composer',
        modelWritten: false,
        usedSourceIds: ['macro-1'],
        cost: { usd: '0' },
        usage: { inputTokens: 0, outputTokens: 0 },
      },
    });
  });

  it('with local-only, leaves out every host but this machine and those listed', () => {
    const all: Partial<ChainConfig> = {
      openai: { apiKeys: ['k'] },
      anthropic: { apiKeys: ['k'], baseUrl: 'https://proxy.example.com' },
      local: { baseUrl: 'http://127.0.0.1:11434/v1' },
    };
    const asked = (onlyHosts: readonly string[]) =>
      create({ ...all, onlyHosts }).chain.routes.map(({ provider }) => provider);
    expect(asked([])).toEqual(['local', 'offline']);
    expect(asked(['proxy.example.com'])).toEqual(['anthropic', 'local', 'offline']);
    expect(create({ ...all, onlyHosts: [] }).chain.dropped[0]?.reason).toBe(
      'api.openai.com is outside of what local-only allows',
    );
  });

  it('takes an empty key for none', () => {
    expect(create({ openai: { apiKeys: [' '] } }).chain.routes).toHaveLength(1);
  });

  it.each<[string, Partial<ChainConfig>, string]>([
    [
      'no route that can be used',
      { routes: parseRoutes('openai/gpt-5-mini') },
      'openai/gpt-5-mini: OPENAI_API_KEY is not set',
    ],
    ['a key with a line break', { openai: { apiKeys: ['sk-a\nb'] } }, 'OPENAI_API_KEY: expected a key in one piece'],
    [
      'an address that is none',
      { local: { baseUrl: 'localhost:11434' } },
      'DRAFTSMITH_LOCAL_URL: expected an http(s) URL',
    ],
    [
      'an address with a password',
      { local: { baseUrl: 'http://me:secret@127.0.0.1:11434/v1' } },
      'DRAFTSMITH_LOCAL_URL: expected an address without user and password',
    ],
  ])('refuses %s', (_, config, message) => {
    expect(() => create(config)).toThrow(
      expect.objectContaining({ kind: 'invalid', message: expect.stringContaining(message) }),
    );
  });

  it('does not repeat a malformed key', () => {
    const refused = () => create({ openai: { apiKeys: ['sk-secret\nb'] } });
    expect(refused).toThrow('OPENAI_API_KEY');
    expect(refused).not.toThrow('sk-secret');
  });
});

describe('with models', () => {
  let models: ModelServer;
  beforeAll(async () => {
    models = await startModels({ reply: ({ model }) => `An answer by ${model}.` });
  });
  afterEach(() => models.faults.clear());
  afterAll(() => models.close());

  const connected = (): Partial<ChainConfig> => ({
    openai: { apiKeys: ['key'], baseUrl: `${models.baseUrl}/v1/` },
    anthropic: { apiKeys: ['key'], baseUrl: models.baseUrl },
    local: { baseUrl: `${models.baseUrl}/v1` },
    cache: { maxBytes: 1_000_000, ttlMs: 60_000 },
  });

  it('answers with the first, at its price, and then from the cache', async () => {
    const { chain, records } = create(connected());
    const first = await chain.complete(question);
    expect(first).toMatchObject({
      kind: 'answered',
      completion: { text: 'An answer by gpt-5-mini.', provider: 'openai', modelWritten: true, cache: 'miss' },
    });
    expect(first.kind === 'answered' && Number(first.completion.cost.usd)).toBeGreaterThan(0);
    expect(await chain.complete(question)).toMatchObject({ completion: { cache: 'hit', cost: { usd: '0' } } });
    await chain.flush();
    expect(records.map(({ cache }) => cache)).toEqual(['miss', 'hit']);
  });

  it('goes through all of them when one after the other fails', async () => {
    const { chain } = create(connected());
    models.faults.set({ model: 'gpt-5-mini', fault: { kind: 'status', status: 401 } });
    models.faults.set({ model: 'claude-sonnet-5', fault: { kind: 'truncated' } });
    models.faults.set({ model: 'qwen3', fault: { kind: 'empty' } });
    const result = await chain.complete(question);
    expect(result).toMatchObject({ kind: 'answered', completion: { provider: 'offline', modelWritten: false } });
    expect(
      result.kind === 'answered' && result.completion.attempts.map(({ outcome, detail }) => detail ?? outcome),
    ).toEqual([
      'OpenAI did not accept the API key (401, invalid_api_key)',
      'Anthropic ran into the length limit mid-answer',
      'The local server gave an empty answer',
      'The local server gave an empty answer',
      'answered',
    ]);
  });

  it('asks a server that was down for a moment again', async () => {
    const { chain } = create({ ...connected(), retry: { jitterMs: 0, maxWaitMs: 5_000 } });
    models.faults.set({ model: 'gpt-5-mini', fault: { kind: 'status', status: 503 }, times: 1 });
    expect(await chain.complete(question)).toMatchObject({
      completion: { provider: 'openai', attempts: [{ outcome: 'failed' }, { outcome: 'answered' }] },
    });
  });

  it('stops at a refusal', async () => {
    const { chain } = create(connected());
    models.faults.set({ model: 'gpt-5-mini', fault: { kind: 'refusal', text: 'I would rather not.' } });
    expect(await chain.complete(question)).toMatchObject({
      kind: 'refused',
      detail: 'OpenAI declined to answer: I would rather not.',
    });
  });
});

it.each([-1, Number.NaN, '3' as never])('takes %j for no price, which would pass under every budget', (output) => {
  const routes = [{ provider: 'openai', model: 'gpt-5-mini', price: { input: 1, output } }] as const;
  expect(() => createChain({ routes, openai: { apiKeys: ['k'] } })).toThrow(
    expect.objectContaining({ kind: 'invalid', message: expect.stringContaining('(output): expected US dollars') }),
  );
});
