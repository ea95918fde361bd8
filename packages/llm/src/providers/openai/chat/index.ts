import type { Dialect } from '../../dialect.ts';
import { type Flavour, outputLimit } from '../output-limit.ts';
import { toError } from '../to-error.ts';
import { fromEvent, fromWhole, withoutThoughts } from './from-event.ts';
import { toRequest } from './to-request.ts';
import { type ChatCounts, toUsage } from './to-usage.ts';

/** Chat Completions: https://developers.openai.com/api/reference/resources/chat */
export function chatDialect(flavour: Flavour): Dialect<ChatCounts> {
  return {
    path: '/chat/completions',
    toRequest: (request, model) => toRequest(request, model, flavour),
    fromEvent,
    fromWhole,
    toUsage,
    toError,
    clean: withoutThoughts,
    outputLimit: ({ maxOutputTokens }, model) => outputLimit(maxOutputTokens, model, flavour),
  };
}
