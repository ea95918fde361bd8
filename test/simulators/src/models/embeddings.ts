import { createHash } from 'node:crypto';
import type { Express } from 'express';
import { countTokens } from './conversation.ts';
import { openaiError, openaiHeaders } from './dialects/openai-errors.ts';

const DEFAULT_DIMENSIONS = 256;

/** `POST /v1/embeddings`: words hashed into dimensions, so that texts that share words are near each other. */
export function registerEmbeddings(app: Express): void {
  app.post('/v1/embeddings', (request, response) => {
    response.set(openaiHeaders(`req_${Date.now().toString(36)}`));
    const body = request.body as Record<string, unknown>;
    const inputs = [body.input].flat().filter((input) => typeof input === 'string');
    if (inputs.length === 0) {
      response.status(400).json(openaiError({ status: 400, message: "'$.input' is invalid.", param: 'input' }));
      return;
    }
    const dimensions = typeof body.dimensions === 'number' ? body.dimensions : DEFAULT_DIMENSIONS;
    const tokens = countTokens(...inputs);
    response.json({
      object: 'list',
      model: body.model,
      data: inputs.map((input, index) => ({
        object: 'embedding',
        index,
        embedding: body.encoding_format === 'base64' ? toBase64(embed(input, dimensions)) : embed(input, dimensions),
      })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    });
  });
}

/** Unit length, or all zero for a text without words. */
export function embed(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const hash = createHash('sha256').update(word).digest();
    const at = hash.readUInt32BE(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + ((hash[4] ?? 0) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Little-endian 32-bit floats, which the official SDK asks for by default. */
function toBase64(vector: readonly number[]): string {
  return Buffer.from(new Float32Array(vector).buffer).toString('base64');
}
