import { AppError } from '@draftsmith/errors';
import type { CompletionRequest } from './contract/request.ts';
import { checkOutput } from './structured/check-output.ts';

/** @throws AppError `invalid` for what no provider could take, before anybody is asked or paid. */
export function checkRequest(request: CompletionRequest): void {
  const { account, purpose, instructions, messages, maxOutputTokens, output } = request;
  // Without a compiler, a text that is missing would only be noticed once money is set aside for it.
  checkText({ account, purpose, instructions });
  if (!Array.isArray(messages)) throw noText('messages', 'a list');
  for (const [i, { text }] of messages.entries()) checkText({ [`messages[${i}].text`]: text });
  if (messages.length === 0 || messages.every(({ text }) => text.trim() === '')) {
    throw new AppError('invalid', 'A completion needs at least one message with text', { code: 'llm.no-message' });
  }
  if (!Number.isInteger(maxOutputTokens) || maxOutputTokens < 1) {
    throw new AppError('invalid', 'maxOutputTokens: expected a whole number of at least 1', { code: 'llm.max-output' });
  }
  if (output) checkOutput(output.schema);
}

function checkText(texts: Record<string, unknown>): void {
  for (const [name, text] of Object.entries(texts)) if (typeof text !== 'string') throw noText(name, 'a text');
}

function noText(name: string, expected: string): AppError {
  return new AppError('invalid', `${name}: expected ${expected}`, { code: 'llm.request' });
}
