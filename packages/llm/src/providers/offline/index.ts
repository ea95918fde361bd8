import type { CompletionRequest, ReplyMaterial } from '@draftsmith/contracts';
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
    ask: async (request, { model }) => {
      const { material } = request;
      if (!material) return { kind: 'abstained', detail: 'The offline drafter needs passages to quote and got none' };
      const composed = composeReply({ ...material, questions: questionsOf(material, request) }, minConfidence);
      if (composed.kind === 'nothing') return { kind: 'abstained', detail: composed.detail };
      const { text, usedSourceIds } = composed;
      return { kind: 'text', text, model, usage: { inputTokens: 0, outputTokens: 0 }, usedSourceIds };
    },
  };
}

/**
 * The customer's words: as given, or else the last message. A message that holds the passages themselves is a prompt
 * for a model and does not tell which of them was asked for.
 */
function questionsOf({ questions, passages }: ReplyMaterial, { messages }: CompletionRequest): readonly string[] {
  if (questions) return questions;
  const last = messages.findLast(({ role }) => role === 'user')?.text;
  return last === undefined || passages.some(({ text }) => last.includes(text)) ? [] : [last];
}
