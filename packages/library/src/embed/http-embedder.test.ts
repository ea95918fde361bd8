import { expect, test } from 'vitest';
import { createHttpEmbedder } from './http-embedder.ts';

const signal = new AbortController().signal;

/** A server of embeddings in place of the network. */
function embedderOf(answer: (input: string[]) => unknown, status = 200) {
  const asked: { url: string; authorization: string | null; body: { model: string; input: string[] } }[] = [];
  const fetch = async (request: Request | URL | string, init?: RequestInit) => {
    const sent = new Request(request, init);
    const body = (await sent.json()) as { model: string; input: string[] };
    asked.push({ url: sent.url, authorization: sent.headers.get('authorization'), body });
    return Response.json(answer(body.input), { status });
  };
  const options = { baseUrl: 'http://127.0.0.1:1/v1', model: 'tiny', dimensions: 2, apiKey: 'sk-secret', fetch };
  return { embedder: createHttpEmbedder(options), asked };
}

test('texts become vectors in their order, whatever order the server answers in', async () => {
  const { embedder, asked } = embedderOf((input) => ({
    data: input.map((text, index) => ({ index, embedding: [text.length, index] })).reverse(),
  }));
  const texts = Array.from({ length: 70 }, (_, i) => 'x'.repeat(i + 1));
  const vectors = await embedder.embed(texts, signal);
  expect(vectors.map(([length]) => length)).toEqual(texts.map(({ length }) => length));
  expect(asked.map(({ body }) => body.input.length)).toEqual([64, 6]);
  expect(asked[0]).toMatchObject({
    url: 'http://127.0.0.1:1/v1/embeddings',
    authorization: 'Bearer sk-secret',
    body: { model: 'tiny' },
  });
});

test('another number of dimensions than was set is told with both', async () => {
  const { embedder } = embedderOf((input) => ({ data: input.map((_, index) => ({ index, embedding: [1, 2, 3] })) }));
  await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({
    kind: 'invalid',
    message: 'The embeddings model answers 3 dimensions, expected 2: correct the setting',
  });
});

test.each([[{}], [{ data: [] }], [[]], [{ data: [{ index: 0, embedding: 'AAAA' }] }]])(
  'an answer of another form (%j) is an error, never a vector',
  async (answer) => {
    const { embedder } = embedderOf(() => answer);
    await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({ kind: 'invalid' });
  },
);

test('a refusal keeps its kind', async () => {
  const { embedder } = embedderOf(() => ({ error: { message: 'no' } }), 401);
  await expect(embedder.embed(['a'], signal)).rejects.toMatchObject({ kind: 'auth' });
});
