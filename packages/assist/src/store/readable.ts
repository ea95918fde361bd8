import { isAppError } from '@draftsmith/errors';

/** Undefined for words that do not open: their key is gone, or somebody changed them. One must not keep back all others. */
export function readable<Value>(open: () => Value): Value | undefined {
  try {
    return open();
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}
