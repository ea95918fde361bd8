import type { Draft, Attempt as ShownAttempt } from '@draftsmith/contracts';
import { drafts } from '@draftsmith/database/schema';
import type { Attempt, Completion } from '@draftsmith/llm';

/** The columns that hold a finished draft and what it cost. */
export const WRITTEN = {
  text: drafts.text,
  language: drafts.language,
  citations: drafts.citations,
  attempts: drafts.attempts,
  provider: drafts.provider,
  model: drafts.model,
  modelWritten: drafts.modelWritten,
  inputTokens: drafts.inputTokens,
  outputTokens: drafts.outputTokens,
  costUsd: drafts.costUsd,
  cache: drafts.cache,
} as const;

/** A draft as its row keeps it, before and after it is in the source system. */
export type WrittenDraft = Pick<typeof drafts.$inferSelect, keyof typeof WRITTEN>;

export function toWritten(draft: Draft, completion: Completion): WrittenDraft {
  return {
    text: draft.text,
    language: draft.language,
    citations: [...draft.citations],
    attempts: toShown(completion.attempts),
    provider: completion.provider,
    model: completion.model,
    modelWritten: completion.modelWritten,
    inputTokens: completion.usage.inputTokens,
    outputTokens: completion.usage.outputTokens,
    costUsd: completion.cost.usd,
    cache: completion.cache,
  };
}

/** What a draft shows of its attempts; the ledger has the rest. */
export function toShown(attempts: readonly Attempt[]): ShownAttempt[] {
  return attempts.map(({ provider, model, outcome, ms, retryable, detail }) => ({
    provider,
    model,
    outcome,
    ms,
    ...(retryable === undefined ? {} : { retryable }),
    ...(detail === undefined ? {} : { detail }),
  }));
}

/** Those columns of a row, and nothing else of it. */
export function writtenOf(row: WrittenDraft): WrittenDraft {
  const { text, language, citations, attempts, provider, model, modelWritten, ...rest } = row;
  const { inputTokens, outputTokens, costUsd, cache } = rest;
  return {
    text,
    language,
    citations,
    attempts,
    provider,
    model,
    modelWritten,
    inputTokens,
    outputTokens,
    costUsd,
    cache,
  };
}

/** @returns undefined for a row that never got as far as a draft. */
export function toDraft({ text, language, citations, provider, model, modelWritten }: WrittenDraft): Draft | undefined {
  if (text === null || language === null || provider === null || model === null || modelWritten === null)
    return undefined;
  return { text, language, citations, provider, model, modelWritten };
}
