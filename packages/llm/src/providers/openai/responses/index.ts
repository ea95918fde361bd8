import type { Dialect } from '../../dialect.ts';
import { outputLimit } from '../output-limit.ts';
import { toError } from '../to-error.ts';
import { fromEvent } from './from-event.ts';
import { toRequest } from './to-request.ts';
import { type ResponsesCounts, toUsage } from './to-usage.ts';

/** Responses: https://developers.openai.com/api/reference/resources/responses */
export const responsesDialect: Dialect<ResponsesCounts> = {
  path: '/responses',
  toRequest,
  fromEvent,
  toUsage,
  toError,
  outputLimit: ({ maxOutputTokens }, model) => outputLimit(maxOutputTokens, model, 'openai'),
};
