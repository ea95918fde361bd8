import type { attempts, completions } from '@draftsmith/database/schema';
import type { Attempt, Usage } from '../contract/completion.ts';
import type { CompletionRecord } from './record.ts';

export type CompletionRow = typeof completions.$inferInsert;
export type AttemptRow = typeof attempts.$inferInsert;

export interface LedgerRows {
  completion: CompletionRow;
  attempts: AttemptRow[];
}

/** Pure: a record as the two tables hold it. `textsUntil`: when its texts are to be forgotten, null for never. */
export function toRows(record: CompletionRecord, textsUntil: Date | null): LedgerRows {
  const hasTexts = record.prompt !== null || record.answer !== null;
  const { id, traceId, account, purpose, outcome, provider, model, modelWritten, cache } = record;
  return {
    completion: {
      id,
      traceId,
      account,
      purpose,
      outcome,
      provider,
      model,
      modelWritten,
      cache,
      reference: record.reference,
      connector: record.connector ?? null,
      user: record.user ?? null,
      prompt: record.prompt,
      answer: record.answer,
      textsUntil: hasTexts ? textsUntil : null,
      replaced: record.replaced ?? null,
      skipped: [...record.skipped],
      degraded: record.degraded,
      latencyMs: whole(record.latencyMs),
      firstTokenMs: wholeOrNull(record.firstTokenMs),
      ...tokens(record.usage),
      costUsd: record.cost.usd,
      price: record.cost.price ?? null,
      createdAt: record.createdAt,
    },
    attempts: record.attempts.map((attempt, i) => toAttemptRow(record, attempt, i + 1)),
  };
}

function toAttemptRow(record: CompletionRecord, attempt: Attempt, n: number): AttemptRow {
  return {
    completionId: record.id,
    n,
    at: attempt.at,
    traceId: record.traceId,
    connector: record.connector ?? null,
    account: record.account,
    user: record.user ?? null,
    purpose: record.purpose,
    provider: attempt.provider,
    model: attempt.model,
    key: attempt.key ?? null,
    outcome: attempt.outcome,
    kind: attempt.kind ?? null,
    code: attempt.code ?? null,
    status: attempt.status ?? null,
    detail: attempt.detail ?? null,
    host: attempt.sent?.host ?? null,
    region: attempt.sent?.region ?? null,
    payloadSha256: attempt.sent?.sha256 ?? null,
    payloadBytes: wholeOrNull(attempt.sent?.bytes),
    hedge: attempt.hedge ?? false,
    ms: whole(attempt.ms),
    firstTokenMs: wholeOrNull(attempt.firstTokenMs),
    ...tokens(attempt.usage),
    estimated: attempt.estimated ?? false,
    costUsd: attempt.cost?.usd ?? '0',
    price: attempt.cost?.price ?? null,
  };
}

function tokens(usage: Usage | undefined) {
  return {
    inputTokens: whole(usage?.inputTokens ?? 0),
    cachedInputTokens: whole(usage?.cachedInputTokens ?? 0),
    outputTokens: whole(usage?.outputTokens ?? 0),
    reasoningTokens: whole(usage?.reasoningTokens ?? 0),
  };
}

const LARGEST = 2 ** 31 - 1;

/** Clocks give fractions and vendors give nonsense: neither may cost the row, and money is not among these. */
function whole(value: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 0), LARGEST) : 0;
}

function wholeOrNull(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : whole(value);
}
