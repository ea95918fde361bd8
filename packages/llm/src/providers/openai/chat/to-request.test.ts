import { describe, expect, it } from 'vitest';
import { aRequest } from '../../../testing/requests.ts';
import { toRequest } from './to-request.ts';

describe('toRequest', () => {
  it('streams, asks for usage, and gives instructions as the system message', () => {
    expect(toRequest(aRequest(), 'gpt-4o', 'openai')).toEqual({
      model: 'gpt-4o',
      messages: [
        { role: 'system', content: 'Answer politely.' },
        { role: 'user', content: 'Where is my parcel?' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_completion_tokens: 300,
    });
  });

  it('sends no empty system message', () => {
    expect(toRequest(aRequest({ instructions: '' }), 'gpt-4o', 'openai').messages).toHaveLength(1);
  });

  it.each([
    ['gpt-5-mini', { max_completion_tokens: 4_396, reasoning_effort: 'low' }],
    ['gpt-5.1', { max_completion_tokens: 4_396, reasoning_effort: 'low' }],
    ['o4-mini', { max_completion_tokens: 4_396, reasoning_effort: 'low' }],
    ['gpt-5-pro', { max_completion_tokens: 4_396 }],
    ['gpt-5-chat-latest', { max_completion_tokens: 300 }],
    ['gpt-4.1', { max_completion_tokens: 300 }],
  ])('leaves %s room to think where it does', (model, expected) => {
    const { max_completion_tokens, reasoning_effort, max_tokens } = toRequest(aRequest(), model, 'openai');
    expect({ max_completion_tokens, reasoning_effort }).toEqual({ reasoning_effort: undefined, ...expected });
    expect(max_tokens).toBeUndefined();
  });

  it.each([
    ['llama3.2', 300],
    ['qwen3:8b', 4_396],
    ['deepseek-r1', 4_396],
  ])('speaks the older dialect to a local %s', (model, limit) => {
    const body = toRequest(aRequest(), model, 'compatible');
    expect(body.max_tokens).toBe(limit);
    expect(body).not.toHaveProperty('max_completion_tokens');
    expect(body).not.toHaveProperty('reasoning_effort');
  });

  it.each([
    ['gpt-4o', 'openai', true, false],
    ['gpt-4-turbo', 'openai', false, true],
    ['llama3.2', 'compatible', true, true],
  ] as const)('asks %s (%s) for JSON', (model, flavour, native, inWords) => {
    const schema = { type: 'object', properties: {}, required: [], additionalProperties: false };
    const body = toRequest(aRequest({ output: { name: 'price', schema } }), model, flavour);
    const format = { type: 'json_schema', json_schema: { name: 'price', schema, strict: true } };
    expect(body.response_format).toEqual(native ? format : undefined);
    expect(String(body.messages[0]?.content).includes(JSON.stringify(schema))).toBe(inWords);
  });

  it('ends with a turn of the user, and sends no half characters', () => {
    const messages = [
      { role: 'user', text: '\ud83d' },
      { role: 'assistant', text: 'Dear Ann,' },
    ] as const;
    const body = toRequest(aRequest({ instructions: 'x\udc00', messages }), 'gpt-4o', 'openai');
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user', 'user']);
    expect(JSON.stringify(body)).not.toContain('\\ud');
  });
});
