import { expect, it } from 'vitest';
import { systemClock } from '../clock.ts';
import { PROVIDER_NAMES } from '../routes/route.ts';
import { aRequest } from '../testing/requests.ts';
import { createProvider, maxBilledOutput } from './create.ts';

it.each(PROVIDER_NAMES)('makes %s by its name', (name) => {
  expect(createProvider(name, { clock: systemClock, baseUrl: 'http://127.0.0.1:9/v1' }).name).toBe(name);
});

it('wants an address for a local server', () => {
  expect(() => createProvider('local', { clock: systemClock })).toThrow(
    expect.objectContaining({ kind: 'invalid', message: expect.stringContaining('DRAFTSMITH_LOCAL_URL') }),
  );
});

it.each([
  ['openai', 'gpt-4o', 300],
  ['openai', 'gpt-5-mini', 4_396],
  ['anthropic', 'claude-sonnet-5', 4_396],
  ['local', 'llama3.2', 300],
  ['offline', 'composer', 0],
  ['canned', 'text', 0],
] as const)('bills %s/%s at most as many tokens of output as the request allows', (provider, model, tokens) => {
  expect(maxBilledOutput(provider, model, aRequest())).toBe(tokens);
});
