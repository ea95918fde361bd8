import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { MODEL } from '../mock/answer.ts';
import type { Contender, Surroundings } from './contender.ts';

/** With a second model to fall back to, which is never needed here. */
export function langChain({ baseUrl }: Surroundings): Contender {
  const connect = () =>
    new ChatOpenAI({ model: MODEL, apiKey: 'bench', maxTokens: 500, configuration: { baseURL: baseUrl } });
  const model = connect().withFallbacks([connect()]);
  return {
    async ask({ instructions, text }) {
      const answer = await model.invoke([new SystemMessage(instructions), new HumanMessage(text)]);
      return answer.text;
    },
  };
}
