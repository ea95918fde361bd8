import type { Clock } from '../../clock.ts';
import type { Provider } from '../../provider.ts';
import type { Dialect } from '../dialect.ts';
import { type Client, createHttpProvider, SDK_OPTIONS, withoutEnvironmentHeaders } from '../http-provider.ts';
import type { Transport } from '../transport/transport.ts';
import { fromEvent } from './from-event.ts';
import { outputLimit } from './output-limit.ts';
import { toError } from './to-error.ts';
import { toRequest } from './to-request.ts';
import { type AnthropicCounts, toUsage } from './to-usage.ts';

export interface AnthropicOptions {
  clock: Clock;
  /** Without the version; `https://api.anthropic.com` by default. */
  baseUrl?: string;
  fetch?: typeof fetch;
}

/** Messages: https://platform.claude.com/docs/en/api/messages */
export const messagesDialect: Dialect<AnthropicCounts> = {
  path: '/v1/messages',
  toRequest,
  fromEvent,
  toUsage,
  toError,
  outputLimit: ({ maxOutputTokens }, model) => outputLimit(maxOutputTokens, model),
};

export function createAnthropicProvider({ baseUrl, ...options }: AnthropicOptions): Provider {
  return createHttpProvider({
    ...options,
    name: 'anthropic',
    title: 'Anthropic',
    dialectOf: () => messagesDialect,
    connect: (apiKey, transport) => connectAnthropic(baseUrl ?? 'https://api.anthropic.com', apiKey, transport),
  });
}

export async function connectAnthropic(
  baseURL: string,
  apiKey: string | undefined,
  { fetch }: Pick<Transport, 'fetch'>,
): Promise<Client> {
  const sdk = await import('@anthropic-ai/sdk');
  const client = new sdk.Anthropic({
    ...SDK_OPTIONS,
    baseURL,
    fetch,
    // With a key of any kind, the SDK looks for no other in the environment and in its configuration files.
    apiKey: apiKey ?? 'none',
    authToken: null,
    webhookKey: null,
    // Its spans could carry prompts to whoever collects traces.
    openTelemetry: false,
  });
  return withoutEnvironmentHeaders(client);
}
