import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import { type ModelAnswer, unusable } from '../../provider.ts';
import { appendText } from '../event-stream.ts';
import { mapFinish } from './map-finish.ts';
import { type AnthropicUsage, toUsage } from './to-usage.ts';

/** An answer under way. The counts come in two parts: the input at the start, the output at the end. */
export interface Progress {
  answer: ModelAnswer;
  counts: AnthropicUsage;
}

/** One more event of the answer. Event types that are not known yet are passed over, as the API asks. */
export function addEvent(progress: Progress, event: RawMessageStreamEvent, title: string): Progress {
  if (typeof event !== 'object' || event === null || typeof event.type !== 'string') {
    throw unusable('llm.malformed', `${title} sent a malformed answer`);
  }
  const { answer, counts } = progress;
  if (event.type === 'message_start') {
    return { answer: { ...answer, model: event.message?.model ?? answer.model }, counts: { ...event.message?.usage } };
  }
  if (event.type === 'content_block_delta' && event.delta?.type === 'text_delta') {
    return { answer: { ...answer, text: appendText(answer.text, event.delta.text, title) }, counts };
  }
  if (event.type === 'message_delta') return end(answer, { ...counts, ...known(event.usage) }, event.delta);
  return progress;
}

function end(
  answer: ModelAnswer,
  counts: AnthropicUsage,
  delta: {
    stop_reason: string | null;
    stop_details?: { category?: string | null; explanation?: string | null } | null;
  },
): Progress {
  if (!delta?.stop_reason) return { answer, counts };
  const finish = mapFinish(delta.stop_reason);
  const reason = delta.stop_details?.explanation ?? delta.stop_details?.category;
  const refusal = finish.kind === 'refusal' && reason ? { refusal: reason } : {};
  return { answer: { ...answer, ...refusal, finish, usage: toUsage(counts) }, counts };
}

/** A null in the last counts means unchanged. */
function known(usage: AnthropicUsage | undefined): AnthropicUsage {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, count]) => typeof count === 'number'));
}
