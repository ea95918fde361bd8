import { isAppError } from '@draftsmith/errors';

/** Undefined for words that do not open: their key is gone, or somebody changed them. One must not keep back all others. */
export function opened<Value>(open: () => string): Value | undefined {
  try {
    return JSON.parse(open()) as Value;
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
