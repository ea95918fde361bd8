import { OpenAI } from 'openai';
import { MODEL } from '../mock/answer.ts';
import type { Question } from '../question.ts';
import type { Contender, Surroundings } from './contender.ts';

export function openAiSdk({ baseUrl }: Surroundings): Contender {
  const client = new OpenAI({ apiKey: 'bench', baseURL: baseUrl });
  return {
    async ask(question) {
      const answer = await client.chat.completions.create(body(question));
      return answer.choices[0]?.message.content ?? '';
    },
  };
}

/** What streaming alone costs with this SDK. */
export function openAiSdkStreamed({ baseUrl }: Surroundings): Contender {
  const client = new OpenAI({ apiKey: 'bench', baseURL: baseUrl });
  return {
    async ask(question) {
      const chunks = await client.chat.completions.create({
        ...body(question),
        stream: true,
        stream_options: { include_usage: true },
      });
      let text = '';
      for await (const chunk of chunks) text += chunk.choices[0]?.delta.content ?? '';
      return text;
    },
  };
}

function body({ instructions, text }: Question) {
  return {
    model: MODEL,
    messages: [
      { role: 'system' as const, content: instructions },
      { role: 'user' as const, content: text },
    ],
    max_completion_tokens: 500,
  };
}
