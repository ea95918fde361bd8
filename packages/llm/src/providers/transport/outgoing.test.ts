import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompletionRequest } from '../../contract/request.ts';
import type { ChainDeps } from '../../create-chain.ts';
import type { Route } from '../../routes/route.ts';
import { attemptsOf, chainTo, watching } from '../../testing/leaks.ts';
import { aRequest } from '../../testing/requests.ts';
import { type RawServer, startRaw } from '../testing/raw-server.ts';

/** Every way in which a prompt can leave. */
const DIALECTS: Record<string, Route> = {
  'Chat Completions': { provider: 'openai', model: 'gpt-5-mini' },
  Responses: { provider: 'openai', model: 'gpt-5-mini', api: 'responses' },
  Messages: { provider: 'anthropic', model: 'claude-sonnet-5' },
  'a local server': { provider: 'local', model: 'qwen3' },
};
const TRANSPORTS: Record<string, ChainDeps> = {
  'connections of our own': {},
  'a fetch that was given': { fetch: (input, init) => fetch(input, init) },
};
const WAYS = Object.entries(DIALECTS).flatMap(([dialect, route]) =>
  Object.entries(TRANSPORTS).map(([transport, deps]): [string, Route, ChainDeps] => [
    `${dialect} over ${transport}`,
    route,
    deps,
  ]),
);

/** Answers that lead to another try, and one that ends them. */
const answers = {
  unavailable: 'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n',
  limited: 'HTTP/1.1 429 Too Many Requests\r\ncontent-length: 0\r\n\r\n',
  unauthorized: 'HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n',
  invalid: 'HTTP/1.1 400 Bad Request\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n{}',
} as const;
const says =
  (answer: string) =>
  (socket: Socket): void =>
    void socket.write(answer);

const bodiesOf = ({ requests }: RawServer): string[] =>
  requests.map((request) => Buffer.from(request.slice(request.indexOf('\r\n\r\n') + 4), 'latin1').toString());
const bytesTo = ({ sockets }: RawServer): number => sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const anyRequest = fc
  .record({
    instructions: text,
    before: text,
    after: text,
    others: fc.array(fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), text }), {
      maxLength: 3,
    }),
    maxOutputTokens: fc.integer({ min: 1, max: 4_000 }),
    schema: fc.boolean(),
  })
  .map(
    ({ instructions, before, after, others, maxOutputTokens, schema }): CompletionRequest =>
      aRequest({
        ...{ instructions, maxOutputTokens },
        messages: [{ role: 'user', text: `${before}Zoë-Quartz${after}` }, ...others],
        ...(schema ? { output: { name: 'x', schema: { type: 'object', properties: {} } } } : {}),
      }),
  );

describe.each(WAYS)('%s', (_, route, deps) => {
  test('no byte of a payload that is flagged reaches the server, whatever was asked', async () => {
    await using server = await startRaw(says(answers.unavailable));
    const chain = chainTo(server.url, [route], deps);
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        const { guard, seen } = watching((payload) => payload.includes('Zoë-Quartz'));
        const result = await chain.complete({ ...request, guard });
        expect(result).toMatchObject({ kind: 'exhausted', code: 'llm.leak', retryable: false });
        expect(seen).toHaveLength(1);
        expect(JSON.stringify(result)).not.toContain('Quartz');
        expect(attemptsOf(result)[0]).not.toHaveProperty('sent');
      }),
      { numRuns: 30 },
    );
    expect([server.requests, bytesTo(server)]).toEqual([[], 0]);
  });

  test('what is sent is, to the byte, what the guard was shown, and the receipt says so', async () => {
    await using server = await startRaw(says(answers.invalid));
    const chain = chainTo(server.url, [route], deps);
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        const { guard, seen } = watching();
        server.requests.length = 0;
        const result = await chain.complete({ ...request, guard });
        expect(bodiesOf(server)).toEqual(seen);
        expect(attemptsOf(result).map(({ sent }) => sent)).toEqual(
          seen.map((payload) => ({
            host: new URL(server.url).host,
            region: 'this machine',
            sha256: createHash('sha256').update(payload).digest('hex'),
            bytes: Buffer.byteLength(payload),
          })),
        );
      }),
      { numRuns: 30 },
    );
  });
});

test('retries, other keys and other models: every payload is looked at, and after a leak no other leaves', async () => {
  const anyAnswer = fc.constantFrom(answers.unavailable, answers.limited, answers.unauthorized, answers.invalid);
  await fc.assert(
    fc.asyncProperty(fc.array(anyAnswer, { maxLength: 12 }), fc.nat(12), async (script, flagged) => {
      await using server = await startRaw((socket) => void socket.write(script.shift() ?? answers.unavailable));
      const { guard, seen } = watching((_payload, n) => n === flagged);
      const chain = chainTo(server.url, Object.values(DIALECTS));
      const result = await chain.complete(aRequest({ guard }));
      expect(bodiesOf(server)).toEqual(seen.slice(0, flagged));
      expect(seen.length).toBeLessThanOrEqual(flagged + 1);
      const leaked = seen.length === flagged + 1;
      expect(attemptsOf(result).filter(({ sent }) => sent)).toHaveLength(server.requests.length);
      expect(result.kind !== 'answered' && result.code === 'llm.leak').toBe(leaked);
    }),
    { numRuns: 40 },
  );
});
