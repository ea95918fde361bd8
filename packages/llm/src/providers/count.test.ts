import { expect, it } from 'vitest';
import { toUsage as ofMessages } from './anthropic/to-usage.ts';
import { count } from './count.ts';
import { toUsage as ofChat } from './openai/chat/to-usage.ts';
import { toUsage as ofResponses } from './openai/responses/to-usage.ts';

it.each<[unknown, number]>([
  [12, 12],
  [12.5, 13],
  [-3, 0],
  [Number.POSITIVE_INFINITY, 0],
  ['12', 0],
  [null, 0],
])('takes %j for %d tokens, which money can be counted by', (sent, tokens) => expect(count(sent)).toBe(tokens));

it('is what every API is read with', () => {
  const sent = { input_tokens: 1.5, output_tokens: '7', prompt_tokens: 1.5, completion_tokens: -7 } as object;
  for (const toUsage of [ofMessages, ofChat, ofResponses]) {
    expect(toUsage(sent)).toEqual({ inputTokens: 2, outputTokens: 0 });
  }
});
