import { AppError } from '@draftsmith/errors';
import type { Clock } from '../clock.ts';
import type { CompletionRequest } from '../contract/request.ts';
import type { Provider } from '../provider.ts';
import type { ProviderName } from '../routes/route.ts';
import { createAnthropicProvider, messagesDialect } from './anthropic/index.ts';
import { createCannedProvider } from './canned/index.ts';
import { createLocalProvider } from './local/index.ts';
import { createOfflineProvider } from './offline/index.ts';
import { chatDialect } from './openai/chat/index.ts';
import { createOpenAiProvider } from './openai/index.ts';

export interface ProviderOptions {
  clock: Clock;
  /** The vendor's own by default; `local` has none. */
  baseUrl?: string;
  /** OpenAI's two ways to ask. */
  api?: 'chat' | 'responses';
  /** What `canned` answers. */
  cannedText?: string;
  /** In place of this process's own connections; the limit on connecting does not apply then. */
  fetch?: typeof fetch;
}

interface Entry {
  create(options: ProviderOptions): Provider;
  /** Tokens that may be billed as output at most; absent where nothing is billed. */
  outputLimit?(request: CompletionRequest, model: string): number;
}

const PROVIDERS: Readonly<Record<ProviderName, Entry>> = {
  openai: { create: createOpenAiProvider, outputLimit: chatDialect('openai').outputLimit },
  anthropic: { create: createAnthropicProvider, outputLimit: messagesDialect.outputLimit },
  local: { create: createLocal, outputLimit: chatDialect('compatible').outputLimit },
  offline: { create: createOfflineProvider },
  canned: { create: ({ cannedText = '' }) => createCannedProvider({ text: cannedText }) },
};

/**
 * A provider, with which nothing is connected and no SDK loaded before its first question. Several models and keys of
 * one vendor share it, and its connections.
 * @throws AppError `invalid` when `local` has no base URL
 */
export function createProvider(name: ProviderName, options: ProviderOptions): Provider {
  return PROVIDERS[name].create(options);
}

/** Tokens that may be billed as output at most, thoughts included: the very limit that the request sets. */
export function maxBilledOutput(provider: ProviderName, model: string, request: CompletionRequest): number {
  return PROVIDERS[provider].outputLimit?.(request, model) ?? 0;
}

function createLocal({ baseUrl, ...options }: ProviderOptions): Provider {
  if (baseUrl) return createLocalProvider({ ...options, baseUrl });
  throw new AppError('invalid', 'DRAFTSMITH_LOCAL_URL: expected the address of a server that speaks Chat Completions', {
    code: 'llm.base-url',
  });
}
