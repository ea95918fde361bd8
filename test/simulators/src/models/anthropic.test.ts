import Anthropic from '@anthropic-ai/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelFault } from './faults.ts';
import { type ModelServer, startModels } from './server.ts';

let models: ModelServer;
let client: Anthropic;

beforeEach(async () => {
  models = await startModels();
  client = new Anthropic({ apiKey: 'any', baseURL: models.baseUrl, maxRetries: 0, logLevel: 'off' });
});
afterEach(() => models.close());

const ask = {
  model: 'claude-simulated',
  max_tokens: 500,
  system: 'Be kind',
  messages: [{ role: 'user' as const, content: 'Where is my parcel?' }],
};
const once = (fault: ModelFault) => models.faults.set({ times: 1, fault });

describe('Messages through the official SDK', () => {
  it('answers with usage, stop reason and request id', async () => {
    const message = await client.messages.create(ask);
    expect(message.content).toMatchObject([{ type: 'text', text: 'claude-simulated was asked: Where is my parcel?' }]);
    expect(message.stop_reason).toBe('end_turn');
    expect(message.usage.input_tokens).toBeGreaterThan(0);
    expect(message._request_id).toMatch(/^req_/);
  });

  it('streams events that the SDK assembles into the same message', async () => {
    const plain = await client.messages.create(ask);
    const streamed = await client.messages.stream(ask).finalMessage();
    expect(streamed.content).toMatchObject([{ type: 'text', text: 'claude-simulated was asked: Where is my parcel?' }]);
    expect(streamed.usage.output_tokens).toBe(plain.usage.output_tokens);
    expect(streamed.stop_reason).toBe('end_turn');
  });

  it('sends rate-limit headers and keeps no key', async () => {
    const { response } = await client.messages.create(ask).withResponse();
    expect(response.headers.get('anthropic-ratelimit-requests-remaining')).toBe('3999');
    expect(models.requests[0]?.headers).not.toHaveProperty('x-api-key');
  });

  it('wants max_tokens, a key and a version', async () => {
    const { max_tokens: _none, ...without } = ask;
    await expect(client.messages.create(without as typeof ask)).rejects.toMatchObject({
      status: 400,
      error: { type: 'error', error: { type: 'invalid_request_error' } },
    });
    const post = (headers: Record<string, string>) =>
      fetch(`${models.baseUrl}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(ask),
      });
    expect((await post({})).status).toBe(401);
    expect((await post({ 'x-api-key': 'any' })).status).toBe(400);
  });

  it('lists models', async () => {
    const { data } = await client.models.list();
    expect(data.map((model) => model.id)).toContain('claude-simulated');
  });
});

describe('Messages in trouble', () => {
  it.each([
    [429, 'rate_limit_error', Anthropic.RateLimitError],
    [529, 'overloaded_error', Anthropic.InternalServerError],
    [500, 'api_error', Anthropic.InternalServerError],
  ] as const)('answers %i as %s', async (status, type, errorClass) => {
    once({ kind: 'status', status, retryAfterSeconds: 3 });
    const error = await client.messages.create(ask).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ status, error: { type: 'error', error: { type } } });
    expect((error as InstanceType<typeof Anthropic.APIError>).headers?.get('retry-after')).toBe('3');
  });

  it('refuses by stop reason, streaming and not', async () => {
    once({ kind: 'refusal' });
    expect(await client.messages.create(ask)).toMatchObject({ stop_reason: 'refusal', content: [] });
    once({ kind: 'refusal' });
    expect(await client.messages.stream(ask).finalMessage()).toMatchObject({ stop_reason: 'refusal', content: [] });
  });

  it('says max_tokens when cut, and nothing when empty', async () => {
    expect((await client.messages.create({ ...ask, max_tokens: 2 })).stop_reason).toBe('max_tokens');
    once({ kind: 'truncated' });
    expect((await client.messages.create(ask)).stop_reason).toBe('max_tokens');
    once({ kind: 'empty' });
    expect(await client.messages.create(ask)).toMatchObject({ content: [], stop_reason: 'end_turn' });
  });

  it.each(['cut', 'malformed', 'stream-error', 'missing-end'] as const)('breaks a stream by %s', async (kind) => {
    once({ kind });
    await expect(client.messages.stream(ask).finalMessage()).rejects.toThrow();
  });

  it('refuses what is too long', async () => {
    once({ kind: 'context-too-long' });
    await expect(client.messages.create(ask)).rejects.toThrow(/prompt is too long/);
  });
});
