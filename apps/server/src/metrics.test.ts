import type { CompletionRecord } from '@draftsmith/llm';
import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

const STOPPED: CompletionRecord = {
  id: 'completion-1',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  reference: null,
  account: 'acme',
  connector: 'zendesk',
  purpose: 'reply',
  outcome: 'stopped',
  provider: null,
  model: null,
  modelWritten: null,
  prompt: null,
  answer: null,
  attempts: [],
  skipped: [],
  degraded: null,
  usage: { inputTokens: 0, outputTokens: 0 },
  cost: { usd: '0' },
  cache: 'miss',
  latencyMs: 1,
  firstTokenMs: null,
  createdAt: new Date('2026-11-20T12:00:00Z'),
};

it('drafts, jobs and completions are in one text', async () => {
  const metrics = createMetrics(async () => 3);
  metrics.finished({ kind: 'skipped', reason: 'closed' }, 1500);
  metrics.learnt('as-is');
  metrics.proposal('attach', 'done');
  metrics.proposal('generate', 'gaps');
  metrics.completed(STOPPED);
  const text = await metrics.text();
  expect(text).toContain('draftsmith_drafts_total{outcome="skipped",detail="closed"} 1');
  expect(text).toContain('draftsmith_draft_fates_total{verdict="as-is"} 1');
  expect(text).toContain('draftsmith_proposals_total{what="attach",outcome="done"} 1');
  expect(text).toContain('draftsmith_proposals_total{what="generate",outcome="gaps"} 1');
  expect(text).toContain('draftsmith_jobs_open 3');
  expect(text).toMatch(/draftsmith_llm_completions_total\{.*connector="zendesk",outcome="stopped",cache="miss"\} 1/);
  expect(text).not.toContain('acme');
});
