import { anthropic } from './anthropic.ts';
import type { Dialect, DialectName } from './dialect.ts';
import { openaiChat } from './openai-chat.ts';
import { openaiResponses } from './openai-responses.ts';

export const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  openai: openaiChat,
  anthropic,
  responses: openaiResponses,
};
