import type { CompletionRequest } from '../contract/request.ts';

/** What chat formats add to a message, and to a request: role names, separators, the start of the answer. Tokens. */
const AROUND_MESSAGE = 16;
const AROUND_REQUEST = 64;
/** The words that ask for JSON. Bytes. */
const AROUND_SCHEMA = 512;
/** Characters of running text in one token: hardly any text in any language gets by with fewer tokens. */
const MOST_CHARACTERS = 6;

/** No tokeniser makes more: the vocabularies in use hold every single byte, and larger pieces only save tokens. */
export function mostInputTokens({ instructions, messages, output }: CompletionRequest): number {
  const texts = [instructions, ...messages.map(({ text }) => text)];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return bytes + (output ? schemaBytes(output) : 0) + (messages.length + 1) * AROUND_MESSAGE + AROUND_REQUEST;
}

/** A schema may go out twice: as the API wants it, and in words. */
function schemaBytes(output: NonNullable<CompletionRequest['output']>): number {
  return 2 * Buffer.byteLength(JSON.stringify(output)) + AROUND_SCHEMA;
}

/** Of all texts together, in UTF-16 units. */
export function promptLength({ instructions, messages }: CompletionRequest): number {
  return messages.reduce((sum, { text }) => sum + text.length, instructions.length);
}

/** A lower bound for telling what cannot fit; runs of spaces count as one, since tokenisers have tokens for them. */
export function fewestInputTokens({ instructions, messages }: CompletionRequest): number {
  const length = [instructions, ...messages.map(({ text }) => text)]
    .map((text) => text.replace(/\s+/g, ' ').length)
    .reduce((a, b) => a + b, 0);
  return Math.ceil(length / MOST_CHARACTERS);
}
