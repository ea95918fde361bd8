import type { Draft, Attempt as ShownAttempt } from '@draftsmith/contracts';
import { drafts } from '@draftsmith/database/schema';
import { type Attempt, type Completion, withoutTexts } from '@draftsmith/llm';
import type { DraftContent } from './sealed-words.ts';

/** The columns that hold what a finished draft cost and who wrote it; its words are in `content`. */
export const WRITTEN = {
  language: drafts.language,
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
export type WrittenDraft = DraftContent & Pick<typeof drafts.$inferSelect, keyof typeof WRITTEN>;

export function toWritten(draft: Draft, completion: Completion): WrittenDraft {
  return {
    text: draft.text,
    language: draft.language,
    citations: draft.citations,
    check: draft.check ?? null,
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

/**
 * What a draft shows of its attempts; the ledger has the rest. The words of a model that declines are there alone: this
 * column is not sealed, and kept for longer than texts are.
 */
export function toShown(attempts: readonly Attempt[]): ShownAttempt[] {
  return attempts.map(withoutTexts).map(({ provider, model, outcome, ms, retryable, detail }) => ({
    provider,
    model,
    outcome,
    ms,
    ...(retryable === undefined ? {} : { retryable }),
    ...(detail === undefined ? {} : { detail }),
  }));
}

/** That of a row, and nothing else of it. */
export function writtenOf(row: WrittenDraft): WrittenDraft {
  const { text, language, citations, check, attempts, provider, model, modelWritten, ...rest } = row;
  const { inputTokens, outputTokens, costUsd, cache } = rest;
  return {
    text,
    language,
    citations,
    check,
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
export function toDraft({ text, citations, check, ...row }: WrittenDraft): Draft | undefined {
  const { language, provider, model, modelWritten } = row;
  if (text === null || language === null || provider === null || model === null || modelWritten === null)
    return undefined;
  return { text, language, citations, provider, model, modelWritten, ...(check && { check }) };
}
