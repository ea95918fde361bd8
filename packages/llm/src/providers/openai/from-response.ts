import type { ChatCompletionChunk } from 'openai/resources/chat/completions';
import { type ModelAnswer, unusable } from '../../provider.ts';
import { appendText } from '../event-stream.ts';
import { mapFinish } from './map-finish.ts';
import { toUsage } from './to-usage.ts';

/** One more chunk of the answer. Throws when the chunk is JSON but not a chunk: half of the text may be missing. */
export function addChunk(answer: ModelAnswer, chunk: ChatCompletionChunk, title: string): ModelAnswer {
  if (typeof chunk !== 'object' || chunk === null || !Array.isArray(chunk.choices)) {
    throw unusable('llm.malformed', `${title} sent a malformed answer`);
  }
  const [choice] = chunk.choices;
  const refusal = choice?.delta?.refusal;
  return {
    ...answer,
    text: appendText(answer.text, choice?.delta?.content ?? '', title),
    ...(chunk.model ? { model: chunk.model } : {}),
    ...(refusal ? { refusal: (answer.refusal ?? '') + refusal } : {}),
    ...(choice?.finish_reason ? { finish: mapFinish(choice.finish_reason) } : {}),
    // Some servers repeat a running count in every chunk; the last one counts.
    ...(chunk.usage ? { usage: toUsage(chunk.usage) } : {}),
  };
}

/** Servers without a reasoning parser leave the thoughts of a model in its text; unfinished thoughts are no answer. */
export function withoutThoughts(answer: ModelAnswer): ModelAnswer {
  return { ...answer, text: answer.text.replace(/^\s*<think>[\s\S]*?(?:<\/think>|$)/i, '') };
}

/** The first chunk only names the role, long before a slow model begins; thoughts count, empty pieces do not. */
export function isProgress(chunk: ChatCompletionChunk): boolean {
  const delta: object = chunk?.choices?.[0]?.delta ?? {};
  return Object.entries(delta).some(([field, value]) => field !== 'role' && Boolean(value));
}
