import type { CompletionRequest } from '@draftsmith/contracts';
import type { Provider, ProviderAnswer, ProviderCall } from '../provider.ts';

export function aRequest(more: Partial<CompletionRequest> = {}): CompletionRequest {
  return {
    purpose: 'reply',
    account: 'acme',
    instructions: 'Answer politely.',
    messages: [{ role: 'user', text: 'Where is my parcel?' }],
    maxOutputTokens: 300,
    ...more,
  };
}

export function anAnswer(text: string): ProviderAnswer {
  return { kind: 'text', text, model: 'model-1', usage: { inputTokens: 10, outputTokens: 5 } };
}

/** Answers with each of the given steps in turn, the last one for ever. */
export function scripted(
  ...script: ((call: ProviderCall) => ProviderAnswer | Promise<ProviderAnswer>)[]
): Provider & { calls: number } {
  return {
    name: 'scripted',
    usesModel: true,
    calls: 0,
    async ask(_request, call) {
      const step = script[Math.min(this.calls, script.length - 1)];
      this.calls++;
      if (!step) throw new Error('No script');
      return step(call);
    },
  };
}

/** Never answers, whatever the signal says. */
export function hanging(): Promise<ProviderAnswer> {
  return new Promise(() => undefined);
}
