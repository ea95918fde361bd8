import type { Clock } from '../../clock.ts';
import type { Provider } from '../../provider.ts';
import type { Dialect } from '../dialect.ts';
import { type Client, createHttpProvider, SDK_OPTIONS, withoutEnvironmentHeaders } from '../http-provider.ts';
import type { Transport } from '../transport/transport.ts';
import { chatDialect } from './chat/index.ts';
import { isResponsesOnly } from './output-limit.ts';
import { responsesDialect } from './responses/index.ts';

export interface OpenAiOptions {
  clock: Clock;
  /** With the version; `https://api.openai.com/v1` by default. */
  baseUrl?: string;
  /** Which of the vendor's two ways to ask; `chat` by default, and `responses` for models that know no other. */
  api?: 'chat' | 'responses';
  fetch?: typeof fetch;
}

export function createOpenAiProvider({ baseUrl, api = 'chat', ...options }: OpenAiOptions): Provider {
  const chat: Dialect<object> = chatDialect('openai');
  return createHttpProvider({
    ...options,
    name: 'openai',
    title: 'OpenAI',
    dialectOf: (model) => (api === 'responses' || isResponsesOnly(model) ? responsesDialect : chat),
    connect: (apiKey, transport) => connectOpenAi(baseUrl ?? 'https://api.openai.com/v1', apiKey, transport),
  });
}

export async function connectOpenAi(
  baseURL: string,
  apiKey: string | undefined,
  { fetch }: Pick<Transport, 'fetch'>,
): Promise<Client> {
  const sdk = await import('openai');
  const client = new sdk.OpenAI({
    ...SDK_OPTIONS,
    baseURL,
    fetch,
    // Most local servers want none, and the SDK will not do without.
    apiKey: apiKey ?? 'none',
    // Left out, the SDK would read these from the environment, behind the settings' back.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
  });
  return withoutEnvironmentHeaders(client);
}
