import { expect, it } from 'vitest';
import { aRequest } from '../../../testing/requests.ts';
import { toRequest } from './to-request.ts';

it('streams, and has nothing kept', () => {
  expect(toRequest(aRequest(), 'gpt-4o')).toEqual({
    model: 'gpt-4o',
    instructions: 'Answer politely.',
    input: [{ role: 'user', content: 'Where is my parcel?' }],
    max_output_tokens: 300,
    stream: true,
    store: false,
  });
  expect(toRequest(aRequest({ instructions: '' }), 'gpt-4o')).not.toHaveProperty('instructions');
});

it.each([
  ['gpt-5-mini', { max_output_tokens: 4_396, reasoning: { effort: 'low' } }],
  ['gpt-5-codex', { max_output_tokens: 4_396, reasoning: { effort: 'low' } }],
  ['o3-pro', { max_output_tokens: 4_396 }],
])('leaves %s room to think', (model, expected) => {
  const { max_output_tokens, reasoning } = toRequest(aRequest(), model);
  expect({ max_output_tokens, ...(reasoning ? { reasoning } : {}) }).toEqual(expected);
});

it('asks for JSON natively, and older models in words', () => {
  const schema = { type: 'object', properties: { a: { type: 'string', minLength: 2 } } };
  const request = aRequest({ output: { name: 'a b', schema } });
  const format = { type: 'json_schema', name: 'a_b', schema, strict: false };
  expect(toRequest(request, 'gpt-5-mini').text).toEqual({ format });
  const older = toRequest(request, 'gpt-4-turbo');
  expect(older.text).toBeUndefined();
  expect(older.instructions).toContain(JSON.stringify(schema));
});
