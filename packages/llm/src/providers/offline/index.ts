import type { Provider } from '../../provider.ts';
import { composeReply, DEFAULT_MIN_CONFIDENCE } from './compose.ts';

export interface OfflineOptions {
  /** A passage below this confidence is not used, 0 to 1. */
  minConfidence?: number;
}

/** The drafter that needs no model, no key and no network. It quotes what it found or says nothing. */
export function createOfflineProvider({ minConfidence = DEFAULT_MIN_CONFIDENCE }: OfflineOptions = {}): Provider {
  return {
    name: 'offline',
    usesModel: false,
    ask: async ({ material, messages }, { model }) => {
      if (!material) return { kind: 'abstained', detail: 'The offline drafter needs passages to quote and got none' };
      const question = messages.findLast(({ role }) => role === 'user')?.text ?? '';
      const composed = composeReply(material, question, minConfidence);
      if (composed.kind === 'nothing') return { kind: 'abstained', detail: composed.detail };
      const { text, usedSourceIds } = composed;
      return { kind: 'text', text, model, usage: { inputTokens: 0, outputTokens: 0 }, usedSourceIds };
    },
  };
}
