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
 * no `response_format`: that call fails with `llm.no-schema`, and from the next one on they are asked without it.
 */
export function createLocalProvider({ baseUrl, ...options }: LocalOptions): Provider {
  const chat = chatDialect('compatible');
  const asking = { plain: chat, schema: withSchema(chat), words: inWords(chat) };
  /** Models that are asked in words; true once one has answered so. */
  const inWordsOnly = new Map<string, boolean>();
  const provider = createHttpProvider({
    ...options,
    name: 'local',
    title: 'The local server',
    dialectOf(model, { output }) {
      if (!output) return asking.plain;
      return inWordsOnly.has(model) ? asking.words : asking.schema;
    },
    connect: (apiKey, transport) => connectOpenAi(baseUrl, apiKey, transport),
  });
  return {
    ...provider,
    async ask(request, call) {
      const { model } = call;
      const known = inWordsOnly.get(model);
      const answer = await provider.ask(request, call);
      if (known === undefined && rejectsSchema(answer)) inWordsOnly.set(model, false);
      if (known === false && request.output) {
        // Where the model did not get to work, something else was wrong.
        if (answer.kind === 'failed' && !answer.spent) inWordsOnly.delete(model);
        else inWordsOnly.set(model, true);
      }
      return answer;
    },
  };
}
