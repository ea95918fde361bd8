import type { AccountPolicy } from '@draftsmith/contracts';
import { guardOf } from '@draftsmith/drafting';
import type { CompletionResult, PayloadGuard } from '@draftsmith/llm';
import { createRedactor } from '@draftsmith/privacy';

export interface RedactedPrompt {
  text: string;
  guard: PayloadGuard;
  /** Puts back into an answer, and into every text of its data, what was taken out of the prompt. */
  restored(result: CompletionResult): CompletionResult;
}

/** A prompt without the personal data that shows in it; nobody here knows its people from a source system. */
export function redactPrompt(prompt: string, { allow, deny, regions, surrogates }: AccountPolicy['privacy']) {
  const redactor = createRedactor([], { allow, deny, regions, surrogates });
  redactor.learn([prompt]);
  const restoreIn = (value: unknown): unknown => {
    if (typeof value === 'string') return redactor.restore(value);
    if (Array.isArray(value)) return value.map(restoreIn);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, restoreIn(inner)]));
  };
  const redacted: RedactedPrompt = {
    text: redactor.redact(prompt),
    guard: guardOf(redactor),
    restored(result) {
      if (result.kind !== 'answered') return result;
      const { completion } = result;
      const { text, data } = completion;
      const more = data === undefined ? {} : { data: restoreIn(data) };
      return { ...result, completion: { ...completion, text: redactor.restore(text), ...more } };
    },
  };
  return redacted;
}
