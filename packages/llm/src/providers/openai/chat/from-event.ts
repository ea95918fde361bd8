import type { ChatCompletion, ChatCompletionChunk } from 'openai/resources/chat/completions';
import type { Piece } from '../../dialect.ts';
import { isRecord } from '../../fault.ts';
import { mapFinish } from './map-finish.ts';
import type { ChatCounts } from './to-usage.ts';

type ChatPiece = Piece<ChatCounts>;

/** What a delta may hold besides text: thoughts go by two names, and are sent by servers that show them. */
interface Said {
  content?: unknown;
  refusal?: unknown;
  reasoning_content?: unknown;
  reasoning?: unknown;
  reasoning_details?: unknown;
  tool_calls?: unknown;
}

/** One chunk of a streamed answer. A first one that only names the role says nothing: slow models send it at once. */
export function fromEvent(data: unknown): ChatPiece | undefined {
  if (!isRecord(data)) return undefined;
  if (data.error) return { error: data.error };
  if (data.object === 'error') return { error: data };
  const chunk = data as Partial<ChatCompletionChunk>;
  if (!Array.isArray(chunk.choices)) return undefined;
  const [choice] = chunk.choices;
  return read(chunk, choice, choice?.delta ?? {});
}

/** A whole answer, of a server that does not stream. */
export function fromWhole(body: unknown): ChatPiece | undefined {
  if (!isRecord(body) || !Array.isArray(body.choices)) return undefined;
  const [choice] = (body as unknown as ChatCompletion).choices;
  return isRecord(choice?.message) ? read(body, choice, choice.message) : undefined;
}

function read(
  { model, usage }: { model?: unknown; usage?: unknown },
  choice: { finish_reason?: string | null; error?: unknown } | undefined,
  said: Said,
): ChatPiece | undefined {
  // OpenRouter reports what broke mid-answer inside of the choice.
  if (choice?.error) return { error: choice.error };
  const { content, refusal } = said;
  const thought = said.reasoning_content ?? said.reasoning;
  if (content !== null && content !== undefined && typeof content !== 'string') return undefined;
  const piece: ChatPiece = {};
  if (content) piece.text = content;
  if (typeof thought === 'string' && thought) piece.thought = thought;
  else if (said.reasoning_details || said.tool_calls) piece.progress = true;
  if (typeof refusal === 'string' && refusal) piece.refusal = refusal;
  if (typeof model === 'string') piece.model = model;
  if (choice?.finish_reason) piece.finish = mapFinish(choice.finish_reason);
  if (isRecord(usage) && typeof usage.completion_tokens === 'number') piece.counts = usage as ChatCounts;
  return piece;
}

/**
 * Servers without a reasoning parser leave the thoughts of a model in its text; unfinished thoughts are no answer. Some
 * templates open the thought in the prompt, and only its end is in the text.
 */
export function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?(?:<\/think>|$)|^(?:(?!<think>)[\s\S])*?<\/think>/i, '');
}
