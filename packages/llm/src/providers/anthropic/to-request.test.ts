import { expect, it } from 'vitest';
import { aRequest } from '../../testing/requests.ts';
import { toRequest } from './to-request.ts';

it('streams, with the instructions as the system prompt', () => {
  expect(toRequest(aRequest(), 'claude-haiku-4-5')).toEqual({
    model: 'claude-haiku-4-5',
    max_tokens: 300,
    system: 'Answer politely.',
    messages: [{ role: 'user', content: 'Where is my parcel?' }],
    stream: true,
  });
});

it.each([
  ['claude-haiku-4-5', { max_tokens: 300 }],
  ['claude-3-5-haiku-latest', { max_tokens: 300 }],
  ['claude-sonnet-5', { max_tokens: 4_396, output_config: { effort: 'low' } }],
  ['claude-haiku-5-5', { max_tokens: 4_396, output_config: { effort: 'low' } }],
])('leaves %s room to think where it does', (model, expected) => {
  const { max_tokens, output_config } = toRequest(aRequest(), model);
  expect({ max_tokens, ...(output_config ? { output_config } : {}) }).toEqual(expected);
});

it('joins messages of one side and sends no empty system prompt', () => {
  const messages = [
    { role: 'user', text: 'a' },
    { role: 'user', text: 'b' },
    { role: 'assistant', text: 'c' },
    { role: 'user', text: 'd' },
  ] as const;
  const body = toRequest(aRequest({ instructions: '', messages }), 'claude-haiku-4-5');
  expect(body).not.toHaveProperty('system');
  expect(body.messages).toEqual([
    { role: 'user', content: 'a\n\nb' },
    { role: 'assistant', content: 'c' },
    { role: 'user', content: 'd' },
  ]);
});

it('neither begins nor ends with a turn of ours', () => {
  const ours = { role: 'assistant', text: 'Dear Ann,' } as const;
  const roles = (messages: Parameters<typeof aRequest>[0]) =>
    toRequest(aRequest(messages), 'claude-haiku-4-5').messages.map(({ role }) => role);
  expect(roles({ messages: [ours, { role: 'user', text: 'a' }] })).toEqual(['user', 'assistant', 'user']);
  expect(roles({ messages: [{ role: 'user', text: 'a' }, ours] })).toEqual(['user']);
  expect(roles({ messages: [ours] })).toEqual(['user']);
});

const schema = { type: 'object', properties: { n: { type: 'integer', minimum: 1 } }, required: ['n'] };
const output = { name: 'count', schema };

it.each(['claude-sonnet-4-5-20250929', 'claude-haiku-5-5'])(
  'gives %s the schema in the subset that it takes',
  (model) => {
    const body = toRequest(aRequest({ output }), model);
    expect(body.output_config?.format).toEqual({
      type: 'json_schema',
      schema: {
        type: 'object',
        properties: { n: { type: 'integer', description: '{minimum: 1}' } },
        additionalProperties: false,
        required: ['n'],
      },
    });
    expect(body.system).toBe('Answer politely.');
  },
);

it.each([
  ['claude-opus-4-1-20250805', schema],
  ['claude-3-5-haiku-latest', schema],
  ['claude-sonnet-5', { type: 'object', additionalProperties: { type: 'number' } }],
  ['claude-sonnet-5', { type: 'object', properties: { next: { $ref: '#' } } }],
  ['claude-sonnet-5', { type: 'object', properties: { any: {} } }],
])('tells %s the schema %j in words', (model, given) => {
  const body = toRequest(aRequest({ output: { name: 'x', schema: given } }), model);
  expect(body.output_config?.format).toBeUndefined();
  expect(body.system).toContain(JSON.stringify(given));
});
