import { expect, it } from 'vitest';
import { aRequest } from '../testing/requests.ts';
import { askForJson } from './ask-for-json.ts';
import { repairRequest } from './repair.ts';

const output = { name: 'price', schema: { type: 'object' } };

it('asks again with the bad answer and what is wrong with it', () => {
  const request = aRequest({ output });
  const { messages, ...rest } = repairRequest(request, '{"price":"3"}', ['/price must be number', 'no']);
  const { messages: before, ...unchanged } = request;
  expect(rest).toEqual(unchanged);
  expect(messages.slice(0, -2)).toEqual(before);
  expect(messages.at(-2)).toEqual({ role: 'assistant', text: '{"price":"3"}' });
  expect(messages.at(-1)).toMatchObject({
    role: 'user',
    text: expect.stringContaining('- /price must be number\n- no\n'),
  });
});

it('says the schema in words, after the instructions if there are any', () => {
  expect(askForJson(aRequest({ output })).instructions).toMatch(
    /^Answer politely\.\n\nAnswer with one JSON .*\n\{"type":"object"\}$/,
  );
  expect(askForJson(aRequest({ output, instructions: '' })).instructions).toMatch(/^Answer with one JSON/);
  const plain = aRequest();
  expect(askForJson(plain)).toBe(plain);
});
