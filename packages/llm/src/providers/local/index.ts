import type { Clock } from '../../clock.ts';
import type { Provider } from '../../provider.ts';
import { createHttpProvider } from '../http-provider.ts';
import { chatDialect } from '../openai/chat/index.ts';
import { connectOpenAi } from '../openai/index.ts';

export interface LocalOptions {
  clock: Clock;
  /** With the version, e.g. `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
  fetch?: typeof fetch;
}

/** Any server that speaks Chat Completions at a base URL: Ollama, vLLM, llama.cpp, LM Studio, Azure, OpenRouter. */
export function createLocalProvider({ baseUrl, ...options }: LocalOptions): Provider {
  const chat = chatDialect('compatible');
  return createHttpProvider({
    ...options,
    name: 'local',
    title: 'The local server',
    dialectOf: () => chat,
    connect: (apiKey, transport) => connectOpenAi(baseUrl, apiKey, transport),
  });
}
