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
