import type { Clock } from '../../clock.ts';
import type { Provider } from '../../provider.ts';
import { createHttpProvider } from '../http-provider.ts';
import { chatDialect } from '../openai/chat/index.ts';
import { connectOpenAi } from '../openai/index.ts';
import { inWords, rejectsSchema, withSchema } from './without-schemas.ts';

export interface LocalOptions {
  clock: Clock;
  /** With the version, e.g. `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
  fetch?: typeof fetch;
}

/**
 * Any server that speaks Chat Completions at a base URL: Ollama, vLLM, llama.cpp, LM Studio, Azure, OpenRouter. Some take
 * no `response_format`: they are asked once more without it, and from then on never with it.
 */
export function createLocalProvider({ baseUrl, ...options }: LocalOptions): Provider {
  const chat = chatDialect('compatible');
  const asking = { plain: chat, schema: withSchema(chat), words: inWords(chat) };
  const withoutSchemas = new Set<string>();
  const provider = createHttpProvider({
    ...options,
    name: 'local',
    title: 'The local server',
    dialectOf(model, { output }) {
      if (!output) return asking.plain;
      return withoutSchemas.has(model) ? asking.words : asking.schema;
    },
    connect: (apiKey, transport) => connectOpenAi(baseUrl, apiKey, transport),
  });
  return {
    ...provider,
    async ask(request, call) {
      const answer = await provider.ask(request, call);
      if (!rejectsSchema(answer)) return answer;
      withoutSchemas.add(call.model);
      const again = await provider.ask(request, call);
      // Where the model did not get to work, something else is wrong.
      if (again.kind === 'failed' && !again.spent) withoutSchemas.delete(call.model);
      return again;
    },
  };
}
