import { AppError } from '@draftsmith/errors';
import type { CompletionRequest } from './contract/request.ts';
import { checkOutput } from './structured/check-output.ts';

/** @throws AppError `invalid` for what no provider could take, before anybody is asked or paid. */
export function checkRequest({ messages, maxOutputTokens, output }: CompletionRequest): void {
  if (messages.length === 0 || messages.every(({ text }) => text.trim() === '')) {
    throw new AppError('invalid', 'A completion needs at least one message with text', { code: 'llm.no-message' });
  }
  if (!Number.isInteger(maxOutputTokens) || maxOutputTokens < 1) {
    throw new AppError('invalid', 'maxOutputTokens: expected a whole number of at least 1', { code: 'llm.max-output' });
  }
  if (output) checkOutput(output.schema);
}
