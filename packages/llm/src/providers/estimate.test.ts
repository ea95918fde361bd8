import { expect, it } from 'vitest';
import { aRequest } from '../testing/requests.ts';
import { estimateUsage } from './estimate.ts';

it('counts three bytes a token, rounded up, for every text', () => {
  const request = aRequest({ instructions: 'four', messages: [{ role: 'user', text: 'Привет' }] });
  expect(estimateUsage(request, 'a')).toEqual({ inputTokens: 2 + 4 + 4, outputTokens: 1 });
  expect(estimateUsage(request, '')).toMatchObject({ outputTokens: 0 });
  const output = { name: 'x', schema: { type: 'object' } };
  expect(estimateUsage({ ...request, output }, '').inputTokens).toBe(10 + 6);
});
