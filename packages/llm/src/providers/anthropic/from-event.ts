import type { RawContentBlockDelta, RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages';
import { NOTHING, type Piece } from '../dialect.ts';
import { isRecord } from '../fault.ts';
import { mapFinish } from './map-finish.ts';
import type { AnthropicCounts } from './to-usage.ts';

type AnthropicPiece = Piece<AnthropicCounts>;

/**
 * One event of a streamed message. The counts come in two parts: the input at the start, the output at the end. Event
 * types that are not known yet are passed over, as the API asks.
 */
export function fromEvent(data: unknown): AnthropicPiece | undefined {
  if (!isRecord(data)) return undefined;
  if (data.error) return { error: data.error };
  if (data.type === 'error') return { error: data };
  return typeof data.type === 'string' ? read(data as unknown as RawMessageStreamEvent) : undefined;
}

function read(event: RawMessageStreamEvent): AnthropicPiece | undefined {
  switch (event.type) {
    case 'message_start':
      return { ...(event.message?.model ? { model: event.message.model } : {}), counts: known(event.message?.usage) };
    case 'content_block_start':
      return event.content_block?.type === 'text' && event.content_block.text
        ? { text: event.content_block.text }
        : NOTHING;
    case 'content_block_delta':
      return said(event.delta);
    case 'message_delta':
      return ending(event.delta, event.usage);
    default:
      return NOTHING;
  }
}

function said(delta: RawContentBlockDelta): AnthropicPiece | undefined {
  switch (delta?.type) {
    case 'text_delta':
      return typeof delta.text === 'string' ? { text: delta.text } : undefined;
    case 'thinking_delta':
      return { thought: String(delta.thinking), progress: true };
    default:
      return delta ? { progress: true } : undefined;
  }
}

interface Ending {
  stop_reason: string | null;
  stop_details?: { category?: string | null; explanation?: string | null } | null;
}

function ending(delta: Ending | undefined, usage: AnthropicCounts | undefined): AnthropicPiece {
  const counts = known(usage);
  if (!delta?.stop_reason) return { counts };
  const finish = mapFinish(delta.stop_reason);
  const reason = delta.stop_details?.explanation ?? delta.stop_details?.category;
  return { finish, counts, ...(finish.kind === 'refusal' && reason ? { refusal: reason } : {}) };
}

/** A null in the last counts means unchanged. */
function known(usage: AnthropicCounts | undefined): AnthropicCounts {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, count]) => count !== null && count !== undefined));
}
