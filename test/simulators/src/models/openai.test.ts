import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelFault } from './faults.ts';
import { type ModelServer, startModels } from './server.ts';

let models: ModelServer;
let client: OpenAI;

beforeEach(async () => {
  models = await startModels({ contextTokens: 1_000 });
  client = new OpenAI({ apiKey: 'any', baseURL: `${models.baseUrl}/v1`, maxRetries: 0, logLevel: 'off' });
});
afterEach(() => models.close());

const ask = { model: 'gpt-simulated', messages: [{ role: 'user' as const, content: 'Where is my parcel?' }] };
const once = (fault: ModelFault) => models.faults.set({ times: 1, fault });

async function streamChat(options: Partial<OpenAI.ChatCompletionCreateParamsStreaming> = {}) {
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of await client.chat.completions.create({ ...ask, ...options, stream: true }))
    chunks.push(chunk);
  return { chunks, text: chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('') };
}

describe('Chat Completions through the official SDK', () => {
  it('answers with usage, finish reason and request id', async () => {
    const { data, request_id } = await client.chat.completions.create(ask).withResponse();
    expect(data.choices[0]?.message.content).toBe('gpt-simulated was asked: Where is my parcel?');
    expect(data.choices[0]?.finish_reason).toBe('stop');
    expect(data.usage?.total_tokens).toBe((data.usage?.prompt_tokens ?? 0) + (data.usage?.completion_tokens ?? 0));
    expect(data.usage?.completion_tokens).toBeGreaterThan(0);
    expect(request_id).toMatch(/^req_/);
  });

  it('streams the same text, and usage only when asked', async () => {
    const plain = await streamChat();
    expect(plain.text).toBe('gpt-simulated was asked: Where is my parcel?');
    expect(plain.chunks.some((chunk) => 'usage' in chunk)).toBe(false);
    const { chunks } = await streamChat({ stream_options: { include_usage: true } });
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: expect.any(Number) } });
    expect(chunks.at(0)?.usage).toBeNull();
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe('stop');
  });

  it('cuts at max_completion_tokens with finish reason length', async () => {
    const data = await client.chat.completions.create({ ...ask, max_completion_tokens: 3 });
    expect(data.choices[0]?.finish_reason).toBe('length');
    expect(data.usage?.completion_tokens).toBe(3);
  });

  it('records requests without the key', async () => {
    await client.chat.completions.create(ask);
    const [recorded] = models.requests;
    expect(recorded).toMatchObject({ dialect: 'openai-chat', model: 'gpt-simulated', stream: false, abandoned: false });
    expect(JSON.stringify(recorded)).not.toContain('Bearer');
  });

  it('speaks through the given reply', async () => {
    const custom = await startModels({ reply: ({ system, messages }) => `${system}/${messages.length}` });
    const own = new OpenAI({ apiKey: 'any', baseURL: `${custom.baseUrl}/v1` });
    const data = await own.chat.completions.create({
      model: 'm',
      messages: [
        { role: 'system', content: 'Be kind' },
        { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      ],
    });
    expect(data.choices[0]?.message.content).toBe('Be kind/1');
    await custom.close();
  });
});

describe('Chat Completions in trouble', () => {
  it('answers 429 with Retry-After in the dialect', async () => {
    once({ kind: 'status', status: 429, retryAfterSeconds: 7 });
    const error = await client.chat.completions.create(ask).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect(error).toMatchObject({ code: 'rate_limit_exceeded' });
    expect((error as InstanceType<typeof OpenAI.APIError>).headers?.get('retry-after')).toBe('7');
    await expect(client.chat.completions.create(ask)).resolves.toBeDefined();
  });

  it('asks for a key', async () => {
    const response = await fetch(`${models.baseUrl}/v1/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ask),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'invalid_api_key', type: 'invalid_request_error' } });
  });

  it('refuses in message.refusal, streaming and not', async () => {
    once({ kind: 'refusal', text: 'No.' });
    const data = await client.chat.completions.create(ask);
    expect(data.choices[0]?.message).toMatchObject({ content: null, refusal: 'No.' });
    once({ kind: 'refusal', text: 'No.' });
    const { chunks, text } = await streamChat();
    expect(text).toBe('');
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.refusal ?? '').join('')).toBe('No.');
  });

  it('says content_filter, length and nothing at all', async () => {
    once({ kind: 'content-filter' });
    expect((await client.chat.completions.create(ask)).choices[0]?.finish_reason).toBe('content_filter');
    once({ kind: 'truncated' });
    expect((await client.chat.completions.create(ask)).choices[0]?.finish_reason).toBe('length');
    once({ kind: 'empty' });
    expect((await client.chat.completions.create(ask)).choices[0]?.message.content).toBe('');
  });

  it.each(['cut', 'malformed', 'stream-error'] as const)('breaks a stream by %s after some text', async (kind) => {
    once({ kind, afterChunks: 3 });
    const seen: string[] = [];
    const read = async () => {
      const stream = await client.chat.completions.create({ ...ask, stream: true });
      for await (const chunk of stream) seen.push(chunk.choices[0]?.delta.content ?? '');
    };
    await expect(read()).rejects.toThrow();
    // A cut connection may take what was in flight with it.
    if (kind !== 'cut') expect(seen.filter((text) => text !== '')).toHaveLength(3);
  });

  it('ends without its sentinel', async () => {
    once({ kind: 'missing-end' });
    const response = await client.chat.completions.create({ ...ask, stream: true }).asResponse();
    const text = await response.text();
    expect(text).toContain('data: {');
    expect(text).not.toContain('[DONE]');
  });

  it.each(['cut', 'malformed', 'html', 'reset'] as const)('breaks a plain answer by %s', async (kind) => {
    once({ kind });
    const answer = client.chat.completions.create(ask).then((data) => {
      // The SDK hands HTML through as text: what callers expect to find is not there.
      if (typeof data !== 'object') throw new Error('not an object');
      return data;
    });
    await expect(answer).rejects.toThrow();
  });

  it('answers an error body with status 200', async () => {
    once({ kind: 'error-body' });
    const { data, response } = await client.chat.completions.create(ask).withResponse();
    expect(response.status).toBe(200);
    expect(data).toMatchObject({ error: { type: 'server_error' } });
  });

  it('hangs before headers and stalls in mid-stream until the client leaves, and notes that it left', async () => {
    for (const fault of [{ kind: 'hang' }, { kind: 'stall', afterChunks: 1 }] as const) {
      once(fault);
      const before = models.requests.length;
      const leave = new AbortController();
      const read = (async () => {
        const stream = await client.chat.completions.create({ ...ask, stream: true }, { signal: leave.signal });
        for await (const chunk of stream) if (chunk.choices[0]?.delta.content) leave.abort();
        // The SDK ends an aborted stream without an error; only the absent finish tells.
        throw new Error('left');
      })();
      const rejected = expect(read).rejects.toThrow();
      if (fault.kind === 'hang') {
        await expect.poll(() => models.requests.length).toBe(before + 1);
        leave.abort();
      }
      await rejected;
      await expect.poll(() => models.requests.at(-1)?.abandoned).toBe(true);
    }
  });

  it('refuses what is too long, by fault and by length', async () => {
    once({ kind: 'context-too-long' });
    await expect(client.chat.completions.create(ask)).rejects.toMatchObject({ code: 'context_length_exceeded' });
    const long = [{ role: 'user' as const, content: 'word '.repeat(1_001) }];
    await expect(client.chat.completions.create({ ...ask, messages: long })).rejects.toMatchObject({
      status: 400,
      code: 'context_length_exceeded',
    });
  });

  it('strikes only the model that a fault names', async () => {
    models.faults.set({ model: 'other', fault: { kind: 'status', status: 500 } });
    await expect(client.chat.completions.create(ask)).resolves.toBeDefined();
    await expect(client.chat.completions.create({ ...ask, model: 'other' })).rejects.toMatchObject({ status: 500 });
  });
});

describe('Responses through the official SDK', () => {
  const input = { model: 'gpt-simulated', input: 'Where is my parcel?', instructions: 'Be kind' };

  it('answers with usage', async () => {
    const data = await client.responses.create(input);
    expect(data).toMatchObject({ status: 'completed', output_text: 'gpt-simulated was asked: Where is my parcel?' });
    expect(data.usage?.output_tokens).toBeGreaterThan(0);
  });

  it('streams events that the SDK assembles into the same response', async () => {
    const stream = client.responses.stream(input);
    const types: string[] = [];
    stream.on('event', (event) => types.push(event.type));
    const final = await stream.finalResponse();
    expect(final.output_text).toBe('gpt-simulated was asked: Where is my parcel?');
    expect(types[0]).toBe('response.created');
    expect(types.at(-1)).toBe('response.completed');
  });

  it('is incomplete when cut by length or filter, and carries a refusal as a part', async () => {
    expect(await client.responses.create({ ...input, max_output_tokens: 2 })).toMatchObject({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
    });
    once({ kind: 'content-filter' });
    expect(await client.responses.create(input)).toMatchObject({ incomplete_details: { reason: 'content_filter' } });
    once({ kind: 'refusal', text: 'No.' });
    expect(await client.responses.create(input)).toMatchObject({
      output: [{ type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }],
    });
  });

  it('streams an incomplete and a refused answer', async () => {
    once({ kind: 'refusal', text: 'No.' });
    const seen: string[] = [];
    for await (const event of await client.responses.create({ ...input, stream: true })) {
      if (event.type === 'response.refusal.delta') seen.push(event.delta);
    }
    expect(seen.join('')).toBe('No.');
    once({ kind: 'truncated' });
    const types: string[] = [];
    for await (const event of await client.responses.create({ ...input, stream: true })) types.push(event.type);
    expect(types.at(-1)).toBe('response.incomplete');
  });
});

describe('models and embeddings', () => {
  it('lists models', async () => {
    const { data } = await client.models.list();
    expect(data.map((model) => model.id)).toContain('gpt-simulated');
    await expect(client.models.retrieve('none')).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  });

  it('embeds alike texts near each other, whatever the encoding', async () => {
    const { data } = await client.embeddings.create({
      model: 'text-embedding-3-small',
      input: ['refund my order', 'refund the order', 'battery charging time'],
    });
    const [first, second, third] = data.map((row) => row.embedding);
    const dot = (a: number[] = [], b: number[] = []) =>
      a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
    expect(dot(first, first)).toBeCloseTo(1, 4);
    expect(dot(first, second)).toBeGreaterThan(dot(first, third));
  });
});
