import fc from 'fast-check';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { aHit, anAttempt, aRecord } from '../ledger/testing.ts';
import { observeWithPrometheus } from './prometheus.ts';
import { recordsFull, SECRETS } from './testing/records.ts';

/** Samples with a value, as Prometheus reads them; buckets are left out. */
async function samples(registry: Registry): Promise<string[]> {
  const text = await registry.metrics();
  return text.split('\n').filter((line) => !/^#|_bucket|^$| 0$/.test(line));
}

test('an answer after a fail-over: who answered, who failed and why, tokens and cost of both', async () => {
  const registry = new Registry();
  observeWithPrometheus(registry)(
    aRecord({
      attempts: [
        anAttempt({
          outcome: 'failed',
          code: 'llm.cut',
          usage: { inputTokens: 10, outputTokens: 2 },
          cost: { usd: '0.5' },
        }),
        anAttempt({
          provider: 'anthropic',
          model: 'claude-sonnet-5-20260101',
          askedModel: 'claude-sonnet-5',
          usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 60, reasoningTokens: 5 },
          cost: { usd: '0.25' },
        }),
      ],
      latencyMs: 1500,
      firstTokenMs: 400,
    }),
  );
  expect(await samples(registry)).toEqual([
    'draftsmith_llm_completions_total{provider="anthropic",model="claude-sonnet-5",purpose="reply",connector="zendesk",outcome="answered",cache="miss"} 1',
    'draftsmith_llm_attempts_total{provider="openai",model="gpt-5-mini",outcome="failed",code="llm.cut"} 1',
    'draftsmith_llm_attempts_total{provider="anthropic",model="claude-sonnet-5",outcome="answered",code=""} 1',
    'draftsmith_llm_tokens_total{provider="openai",model="gpt-5-mini",kind="input"} 10',
    'draftsmith_llm_tokens_total{provider="openai",model="gpt-5-mini",kind="output"} 2',
    'draftsmith_llm_tokens_total{provider="anthropic",model="claude-sonnet-5",kind="input"} 100',
    'draftsmith_llm_tokens_total{provider="anthropic",model="claude-sonnet-5",kind="cached"} 60',
    'draftsmith_llm_tokens_total{provider="anthropic",model="claude-sonnet-5",kind="output"} 20',
    'draftsmith_llm_tokens_total{provider="anthropic",model="claude-sonnet-5",kind="reasoning"} 5',
    'draftsmith_llm_cost_usd_total{provider="openai",model="gpt-5-mini",connector="zendesk"} 0.5',
    'draftsmith_llm_cost_usd_total{provider="anthropic",model="claude-sonnet-5",connector="zendesk"} 0.25',
    'draftsmith_llm_completion_seconds_sum{provider="anthropic",model="claude-sonnet-5"} 1.5',
    'draftsmith_llm_completion_seconds_count{provider="anthropic",model="claude-sonnet-5"} 1',
    'draftsmith_llm_first_token_seconds_sum{provider="anthropic",model="claude-sonnet-5"} 0.4',
    'draftsmith_llm_first_token_seconds_count{provider="anthropic",model="claude-sonnet-5"} 1',
  ]);
});

test('what nobody was asked for has no latency: hits and stopped completions', async () => {
  const registry = new Registry();
  const observe = observeWithPrometheus(registry);
  observe(aHit());
  observe(aRecord({ attempts: [], outcome: 'stopped', latencyMs: 1 }));
  expect(await samples(registry)).toEqual([
    'draftsmith_llm_completions_total{provider="openai",model="gpt-5-mini",purpose="reply",connector="zendesk",outcome="answered",cache="hit"} 1',
    'draftsmith_llm_completions_total{provider="",model="",purpose="reply",connector="zendesk",outcome="stopped",cache="miss"} 1',
  ]);
});

test('degraded completions are counted, their reasons are not repeated', async () => {
  const registry = new Registry();
  const observe = observeWithPrometheus(registry);
  observe(aRecord({ degraded: 'The budget of acme runs low: a cheaper route was asked' }));
  observe(aRecord());
  expect(await samples(registry)).toContain('draftsmith_llm_degraded_total{connector="zendesk"} 1');
});

test('a server that invents models and codes cannot multiply the series', async () => {
  const registry = new Registry();
  const observe = observeWithPrometheus(registry);
  for (let n = 0; n < 1_000; n++) {
    observe(aRecord({ attempts: [anAttempt({ model: `m${n}`, outcome: 'failed', code: `code-${n}` })] }));
  }
  const attempts = (await samples(registry)).filter((line) => line.includes('attempts_total'));
  expect(attempts.length).toBeLessThanOrEqual(51);
  expect(attempts).toContain(
    'draftsmith_llm_attempts_total{provider="openai",model="other",outcome="failed",code="other"} 950',
  );
});

test('leaks are counted by type', async () => {
  const registry = new Registry();
  const place = { path: 'messages[1].content', start: 1, end: 5 };
  const leaks = [
    { type: 'PERSON', ...place },
    { type: 'EMAIL', ...place },
    { type: 'PERSON', ...place },
  ];
  observeWithPrometheus(registry)(aRecord({ attempts: [anAttempt({ outcome: 'failed', code: 'llm.leak', leaks })] }));
  expect((await samples(registry)).filter((line) => line.includes('leak'))).toEqual([
    'draftsmith_llm_attempts_total{provider="openai",model="gpt-5-mini",outcome="failed",code="llm.leak"} 1',
    'draftsmith_llm_leaks_total{type="PERSON"} 2',
    'draftsmith_llm_leaks_total{type="EMAIL"} 1',
  ]);
});

test('a usage or cost that does not count up is left out, and breaks nothing', async () => {
  const registry = new Registry();
  const usage = { inputTokens: -5, outputTokens: Number.NaN, reasoningTokens: Number.POSITIVE_INFINITY };
  observeWithPrometheus(registry)(aRecord({ attempts: [anAttempt({ usage, cost: { usd: 'much' } })] }));
  expect((await samples(registry)).filter((line) => /tokens|cost/.test(line))).toEqual([]);
});

test('whatever a record holds, no account, person, prompt or answer is in the metrics', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(recordsFull, { maxLength: 5 }), async (records) => {
      const registry = new Registry();
      records.forEach(observeWithPrometheus(registry));
      expect(await registry.metrics()).not.toMatch(SECRETS);
    }),
  );
});

test('every metric has a unit or a count in its name, and a help text', async () => {
  const registry = new Registry();
  observeWithPrometheus(registry);
  const metrics = await registry.getMetricsAsJSON();
  expect(metrics).toHaveLength(8);
  for (const { name, help } of metrics) {
    expect(name).toMatch(/^draftsmith_llm_[a-z_]+_(total|seconds)$/);
    expect(help.length).toBeGreaterThan(20);
  }
});
