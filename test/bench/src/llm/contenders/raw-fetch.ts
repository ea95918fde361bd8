import { MODEL } from '../mock/answer.ts';
import type { Question } from '../question.ts';
import type { Contender, Surroundings } from './contender.ts';

interface Answer {
  choices: { message: { content: string } }[];
}

interface Chunk {
  choices: { delta: { content?: string } }[];
}

/** The least that anybody pays on this platform: one request, one JSON document. */
export function rawFetch({ baseUrl }: Surroundings): Contender {
  return {
    async ask(question) {
      const response = await post(baseUrl, { ...body(question) });
      const answer = (await response.json()) as Answer;
      return answer.choices[0]?.message.content ?? '';
    },
  };
}

/** The same, read while it is written; of the event stream as little is understood as this server needs. */
export function rawFetchStreamed({ baseUrl }: Surroundings): Contender {
  return {
    async ask(question) {
      const response = await post(baseUrl, {
        ...body(question),
        stream: true,
        stream_options: { include_usage: true },
      });
      if (!response.body) return '';
      let text = '';
      let rest = '';
      for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
        const events = (rest + piece).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) text += textOf(event);
      }
      return text;
    },
  };
}

function textOf(event: string): string {
  const data = event.slice('data: '.length);
  return data === '[DONE]' ? '' : ((JSON.parse(data) as Chunk).choices[0]?.delta.content ?? '');
}

function body({ instructions, text }: Question) {
  return {
    model: MODEL,
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: text },
    ],
    max_completion_tokens: 500,
  };
}

async function post(baseUrl: string, body: object): Promise<Response> {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The model server answered ${response.status}`);
  return response;
}
