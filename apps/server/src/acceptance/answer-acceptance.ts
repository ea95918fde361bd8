import { ACCEPTANCE_BY, readAcceptance } from '@draftsmith/acceptance';
import type { AcceptanceBy, AcceptanceReport } from '@draftsmith/contracts';
import type { Orm } from '@draftsmith/database';
import { AppError } from '@draftsmith/errors';
import { z } from 'zod';

export interface AskedAcceptance {
  by: AcceptanceBy;
  days: number;
}

/** Longer than records are kept by default. */
export const MOST_DAYS = 730;

const question = z.strictObject({
  by: z.enum(ACCEPTANCE_BY).default('brand'),
  days: z.coerce.number().int().min(1).max(MOST_DAYS).default(30),
});

/** @throws AppError `invalid` that says what was expected */
export function readAcceptanceQuestion(query: unknown): AskedAcceptance {
  const { data } = question.safeParse(query);
  if (data) return data;
  const expected = `by (${ACCEPTANCE_BY.join(', ')}) and days (1 to ${MOST_DAYS}), or neither`;
  throw new AppError('invalid', `Expected ${expected}`, { code: 'acceptance.question' });
}

/** The same for the console and the command line. */
export function answerAcceptance(orm: Orm, asked: AskedAcceptance, now: Date): Promise<AcceptanceReport> {
  return readAcceptance(orm, { ...asked, now });
}
