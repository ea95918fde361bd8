import { AppError, type AppErrorOptions, type ErrorKind } from '@draftsmith/errors';
import type { CompletionRequest } from '../contract/request.ts';
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

export const USAGE = { inputTokens: 10, outputTokens: 5 };

export function anAnswer(text: string): ProviderAnswer {
  return { kind: 'text', text, model: 'model-1', usage: USAGE, estimated: false };
}

export function aFailure(kind: ErrorKind, options: AppErrorOptions & { message?: string } = {}): ProviderAnswer {
  return { kind: 'failed', error: new AppError(kind, options.message ?? 'It is down', options) };
}

/** One turn of a scripted provider: an answer, or how to come by one. */
export type Turn =
  | ProviderAnswer
  | ((call: ProviderCall, request: CompletionRequest) => ProviderAnswer | Promise<ProviderAnswer>);

/** Answers with each of the given turns, the last one for ever. */
export function scripted(...script: Turn[]): Provider & { calls: number; asked: ProviderCall[] } {
  return {
    name: 'scripted',
    usesModel: true,
    calls: 0,
    asked: [],
    async ask(request, call) {
      const turn = script[Math.min(this.calls, script.length - 1)];
      this.calls++;
      this.asked.push(call);
      if (!turn) throw new Error('No script');
      return typeof turn === 'function' ? turn(call, request) : turn;
    },
  };
}

/** Never answers, whatever the signal says. */
export function hanging(): Promise<ProviderAnswer> {
  return new Promise(() => undefined);
}

/** Ends when it is told to, and says what it has used until then. */
export function waiting({ signal }: ProviderCall): Promise<ProviderAnswer> {
  const { promise, resolve } = Promise.withResolvers<ProviderAnswer>();
  const end = () => resolve({ kind: 'failed', error: signal.reason, spent: { usage: USAGE, estimated: true } });
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  return promise;
}
