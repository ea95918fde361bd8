import type { Answer } from '@draftsmith/contracts';
import { isAppError } from '@draftsmith/errors';
import { problemOfError, refused } from './problems.ts';

/** What a person can act on is an answer; what only we can mend is thrown, and the platform asks again. */
export async function answered<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (isAppError(error)) return { ok: false, problem: problemOfError(error) };
    throw error;
  }
}

export function found<Value>(value: Value | undefined, code: 'not-found' | 'no-version'): Value {
  if (value === undefined) throw refused(code);
  return value;
}
