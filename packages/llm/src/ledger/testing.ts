import { randomUUID } from 'node:crypto';
import type { Orm } from '@draftsmith/database';
import { silentLogger } from '@draftsmith/logger';
import type { Attempt } from '../contract/completion.ts';
import type { CompletionRecord } from './record.ts';
import { createSqlLedger } from './sql-ledger.ts';

export const NOON = new Date('2026-11-20T12:00:00.123Z');

export function anAttempt(more: Partial<Attempt> = {}): Attempt {
  return {
    provider: 'openai',
    model: 'gpt-5-mini',
    outcome: 'answered',
    ms: 12,
    at: NOON,
    usage: { inputTokens: 10, outputTokens: 5 },
    cost: { usd: '0.0000125', price: { model: 'gpt-5-mini' } },
    ...more,
  };
}

/** A completion as the chain reports it: what it says of its answer follows from its attempts. */
export function aRecord(more: Partial<CompletionRecord> = {}): CompletionRecord {
  const attempts = more.attempts ?? [anAttempt()];
  const answer = attempts.find(({ outcome }) => outcome === 'answered');
  return {
    id: randomUUID(),
    traceId: '0af7651916cd43dd8448eb211c80319c',
    reference: 'draft-1',
    account: 'acme',
    connector: 'zendesk',
    user: 'user-1',
    purpose: 'reply',
    outcome: answer ? 'answered' : 'exhausted',
    provider: answer?.provider ?? null,
    model: answer?.model ?? null,
    modelWritten: answer ? true : null,
    prompt: 'Where is my parcel?',
    answer: answer ? 'On its way.' : null,
    attempts,
    skipped: [],
    degraded: null,
    usage: answer?.usage ?? { inputTokens: 0, outputTokens: 0 },
    cost: answer?.cost ?? { usd: '0' },
    cache: 'miss',
    latencyMs: 12,
    firstTokenMs: null,
    createdAt: NOON,
    ...more,
  };
}

/** The same question again, answered from the cache: nobody was asked. */
export function aHit(more: Partial<CompletionRecord> = {}): CompletionRecord {
  return aRecord({
    outcome: 'answered',
    provider: 'openai',
    model: 'gpt-5-mini',
    modelWritten: true,
    answer: 'On its way.',
    attempts: [],
    cache: 'hit',
    latencyMs: 0,
    ...more,
  });
}

/** Writes records to the ledger's tables, as the chain does. */
export async function keepRecords(orm: Orm, records: readonly CompletionRecord[]): Promise<void> {
  const ledger = createSqlLedger(orm, silentLogger);
  for (const record of records) ledger.observe(record);
  await ledger.flush();
}
