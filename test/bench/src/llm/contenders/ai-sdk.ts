import { createOpenAI } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { MODEL } from '../mock/answer.ts';
import type { Contender, Surroundings } from './contender.ts';

/** Chat Completions like everybody here: its own default is another API. Telemetry is off unless somebody asks for it. */
export function aiSdk({ baseUrl }: Surroundings): Contender {
  const model = createOpenAI({ apiKey: 'bench', baseURL: baseUrl }).chat(MODEL);
  return {
    async ask({ instructions, text }) {
      const answer = await generateText({ model, instructions, prompt: text, maxOutputTokens: 500 });
      return answer.text;
    },
  };
}
