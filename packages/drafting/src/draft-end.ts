import type { Outcome, SeenResource } from '@draftsmith/contracts';
import type { AppError } from '@draftsmith/errors';
import type { DraftResult } from './draft-reply.ts';
import type { DraftRow } from './draft-store.ts';
import { toShown } from './written-draft.ts';

/** What a finished try knows: the row is written once, with all of it. */
export type Finished = Partial<DraftRow> & { outcome: Outcome };

/** Whom or what it is about is gone, in the words of whoever noted it. */
export const stoppedAs = (reason: 'erased' | 'removed'): Finished => ({ outcome: { kind: 'skipped', reason } });

export const NOT_SET_UP = (connector: string): Finished => ({
  outcome: {
    kind: 'failed',
    error: 'invalid',
    message: `No ${connector} account of this name is set up`,
    retryable: false,
  },
});

/** What a row keeps of a resource, whatever becomes of its draft. */
export function about({ subject, customer, url, facts }: SeenResource) {
  return {
    subject,
    customerName: customer.name ?? null,
    url: url ?? null,
    ...(facts && { facts, askedAt: facts.askedAt === undefined ? null : new Date(facts.askedAt) }),
  };
}

export function skipped({ reason, detail, language, attempts }: DraftResult & { kind: 'skipped' }): Finished {
  const shown = toShown(attempts ?? []);
  // What the model itself said is not kept here either.
  const declined = reason === 'refused' ? shown.findLast(({ outcome }) => outcome === 'refused') : undefined;
  const why = declined?.detail ?? detail;
  return {
    language: language ?? null,
    attempts: shown,
    outcome: { kind: 'skipped', reason, ...(why && { detail: why }) },
  };
}

export function failed(error: AppError, retryable: boolean): Outcome {
  return {
    kind: 'failed',
    error: error.kind,
    message: error.message,
    retryable,
    ...(error.code && { code: error.code }),
  };
}
