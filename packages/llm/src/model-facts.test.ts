import { describe, expect, it } from 'vitest';
import { lookUpFacts } from './model-facts.ts';
import type { Route } from './routes/route.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { anAnswer, aRequest, scripted } from './testing/requests.ts';
import { aChain } from './testing/steps.ts';

const at = new Date('2026-11-20T00:00:00Z');

async function factsOf(...routes: Partial<Route>[]) {
  const provider = scripted(anAnswer('x'));
  const { steps } = aChain(
    createManualClock(),
    ...routes.map((route) => [provider, route] as [typeof provider, Partial<Route>]),
  );
  const facts = await lookUpFacts(steps, at);
  return steps.map(facts);
}

describe('what is known of a model', () => {
  it('is free on the own machine or network, by address on the internet, and unknown elsewhere', async () => {
    const local = (baseUrl: string, model = 'openai/gpt-4o-mini') => ({ provider: 'local' as const, model, baseUrl });
    const facts = await factsOf(
      local('http://127.0.0.1:11434/v1'),
      local('http://gpu.internal/v1'),
      local('http://[::1]:8000/v1'),
      local('http://ollama:11434/v1'),
      local('https://openrouter.ai/api/v1'),
      local('https://models.example.com/v1'),
    );
    expect(facts.map(({ tier, row }) => (row(at) ? tier : 'unknown'))).toEqual([
      'free',
      'free',
      'free',
      'free',
      'small',
      'unknown',
    ]);
    expect(facts[5]?.worst(aRequest(), at)).toBeUndefined();
  });

  it('takes a price of its own before the list', async () => {
    const [own] = await factsOf({
      provider: 'openai',
      model: 'no-such-model',
      price: { input: 1, output: 2 },
      contextWindow: 4_000,
    });
    expect(own?.row(at)?.output.base).toBe(2_000_000n);
    expect(own?.window).toBe(4_000);
  });

  it('calls a model large where another is paid at most half of its price', async () => {
    const [mini, sonnet] = await factsOf(
      { provider: 'openai', model: 'gpt-5-mini' },
      { provider: 'anthropic', model: 'claude-sonnet-4-5' },
    );
    expect([mini?.tier, sonnet?.tier]).toEqual(['small', 'large']);
    expect((await factsOf({ provider: 'anthropic', model: 'claude-sonnet-4-5' }))[0]?.tier).toBe('small');
    expect((await factsOf({ provider: 'anthropic', model: 'claude-sonnet-4-5', tier: 'large' }))[0]?.tier).toBe(
      'large',
    );
  });

  it('never says less than a call can cost: every byte a token, and the longest answer with its thoughts', async () => {
    const [mini] = await factsOf({ provider: 'openai', model: 'gpt-5-mini' });
    const request = aRequest({
      instructions: '',
      messages: [{ role: 'user', text: 'ж'.repeat(1_000) }],
      maxOutputTokens: 100,
    });
    // 2,000 bytes at 0.25 and at least 100 tokens at 2 USD per million.
    expect(mini?.worst(request, at)).toBeGreaterThanOrEqual(2_000n * 250_000n + 100n * 2_000_000n);
  });
});
