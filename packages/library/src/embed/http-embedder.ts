import { AppError } from '@draftsmith/errors';
import { createHttpClient } from '@draftsmith/http';
import { z } from 'zod';
import type { Embedder } from './embedder.ts';

export interface HttpEmbedderOptions {
  /** Of an OpenAI-compatible API: `https://api.openai.com/v1`, `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
  model: string;
  dimensions: number;
  apiKey?: string;
  languages?: readonly string[];
  fetch?: typeof fetch;
  /** Milliseconds for one request, repetitions included. */
  deadlineMs?: number;
}

const DEADLINE = 20_000;
/** Texts of one request: what every provider accepts. */
const BATCH = 64;
/** Characters; the models read about 2,000 to 8,000 tokens, and a passage is far shorter. */
const LONGEST = 6_000;
/** Numbers as text: 64 vectors of 3,072 dimensions. */
const MOST_BYTES = 16 * 1024 * 1024;

const answer = z.object({ data: z.array(z.object({ index: z.number(), embedding: z.array(z.number()) })) });

/** Any server with `POST /embeddings` as OpenAI made it: hosted, Ollama, vLLM, llama.cpp. */
export function createHttpEmbedder(options: HttpEmbedderOptions): Embedder {
  const { baseUrl, model, dimensions, apiKey, languages, deadlineMs = DEADLINE } = options;
  const client = createHttpClient({
    baseUrl,
    headers: () => (apiKey ? { authorization: `Bearer ${apiKey}` } : ({} as Record<string, string>)),
    userAgent: 'draftsmith',
    deadlineMs,
    maxBodyBytes: MOST_BYTES,
    ...(options.fetch && { fetch: options.fetch }),
  });

  const embedBatch = async (texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    const input = texts.map((text) => text.slice(0, LONGEST).toWellFormed() || ' ');
    const { json } = await client.request({
      method: 'POST',
      path: 'embeddings',
      json: { model, input, encoding_format: 'float' },
      signal,
      // Asking twice changes nothing.
      retry: 'safe',
    });
    const parsed = answer.safeParse(json);
    const vectors = parsed.success ? parsed.data.data.sort((a, b) => a.index - b.index) : [];
    const right = vectors.length === texts.length && vectors.every(({ embedding }) => embedding.length === dimensions);
    if (!right) throw unexpected(vectors[0]?.embedding.length, dimensions);
    return vectors.map(({ embedding }) => Float32Array.from(embedding));
  };

  return {
    id: model,
    dimensions,
    ...(languages && { languages }),
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += BATCH)
        vectors.push(...(await embedBatch(texts.slice(from, from + BATCH), signal)));
      return vectors;
    },
  };
}

function unexpected(found: number | undefined, expected: number): AppError {
  const message =
    found === undefined || found === expected
      ? 'The embeddings server answered something other than one vector a text'
      : `The embeddings model answers ${found} dimensions, expected ${expected}: correct the setting`;
  return new AppError('invalid', message, { code: 'library.embeddings' });
}
