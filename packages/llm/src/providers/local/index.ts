import type { Provider } from '../../provider.ts';
import { createOpenAiProvider, type OpenAiOptions } from '../openai/index.ts';

export type LocalOptions = Omit<OpenAiOptions, 'name' | 'title' | 'dialect' | 'apiKey'> & {
  /** Most local servers want none. */
  apiKey?: string;
};

/** Any server that speaks Chat Completions at a base URL: Ollama, vLLM, llama.cpp, LM Studio. */
export function createLocalProvider({ apiKey = 'none', ...options }: LocalOptions): Provider {
  return createOpenAiProvider({ ...options, apiKey, name: 'local', title: 'The local server', dialect: 'compatible' });
}
