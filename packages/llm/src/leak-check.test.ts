import { describe, expect, it, test, vi } from 'vitest';
import type { PayloadGuard } from './contract/request.ts';
import type { ChainDeps } from './create-chain.ts';
import { createLeakCheck } from './leak-check.ts';
import type { CompletionRecord } from './ledger/record.ts';
import { type Answering, chat, startStub, stream } from './providers/testing/stub-server.ts';
import type { Route } from './routes/route.ts';
import { attemptsOf, chainTo, PLACE, watching } from './testing/leaks.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { aRequest } from './testing/requests.ts';

const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
const LOCAL: Route = { provider: 'local', model: 'm' };
const MODELS = ['a', 'b', 'c', 'd'].map((model): Route => ({ ...LOCAL, model }));

test('the repair of an answer is looked at as well', async () => {
  await using stub = await startStub(stream(chat.text('Zoë Quartz says no'), chat.stop, chat.usage(9)));
  const { guard, seen } = watching((payload) => payload.includes('Zoë'));
  const result = await chainTo(`${stub.root}/v1`, [LOCAL]).complete(aRequest({ guard, output: { name: 'x', schema } }));
  expect(result).toMatchObject({ kind: 'exhausted', code: 'llm.leak' });
  expect(attemptsOf(result).map(({ code, sent }) => [code, sent !== undefined])).toEqual([
    ['llm.schema', true],
    ['llm.leak', false],
  ]);
  expect(stub.requests.map(({ body }) => body)).toEqual(seen.slice(0, 1));
});

test('a question that is asked once more without its schema is two payloads with a receipt each', async () => {
  const answer: Answering = (response, request, body) =>
    body.includes('response_format')
      ? response.writeHead(400, { 'content-type': 'application/json' }).end('{}')
      : stream(chat.text('{"a":"b"}'), chat.stop, chat.usage(4))(response, request, body);
  await using stub = await startStub(answer);
  const { guard, seen } = watching();
  const chain = chainTo(`${stub.root}/v1`, [LOCAL]);
  const result = await chain.complete(aRequest({ guard, output: { name: 'x', schema } }));
  expect(seen).toHaveLength(2);
  expect(result).toMatchObject({
    kind: 'answered',
    completion: {
      data: { a: 'b' },
      attempts: [
        { code: 'llm.no-schema', sent: { bytes: Buffer.byteLength(seen[0] ?? '') } },
        { outcome: 'answered', sent: { bytes: Buffer.byteLength(seen[1] ?? '') } },
      ],
    },
  });
  const again = watching((payload) => !payload.includes('response_format'));
  const held = await chainTo(`${stub.root}/v1`, [LOCAL]).complete(
    aRequest({ guard: again.guard, output: { name: 'x', schema } }),
  );
  expect(held).toMatchObject({ kind: 'exhausted', code: 'llm.leak' });
  expect(stub.requests).toHaveLength(3);
});

test('a hedged twin is looked at, and the first model may still answer', async () => {
  const clock = createManualClock();
  const asked = Promise.withResolvers<() => void>();
  await using stub = await startStub((response, request, body) =>
    asked.resolve(() => stream(chat.text('Hello'), chat.stop, chat.usage(2))(response, request, body)),
  );
  // The twin is held back while the first one thinks.
  const { guard, seen } = watching((_payload, n) => n === 1);
  const routes = [
    { ...LOCAL, hedgeAfterMs: 7 },
    { ...LOCAL, model: 'other' },
  ];
  const asking = chainTo(`${stub.root}/v1`, routes, { clock }).complete(aRequest({ guard }));
  const answer = await asked.promise;
  await clock.advance(7);
  await vi.waitUntil(() => seen.length === 2);
  answer();
  expect(await asking).toMatchObject({ kind: 'answered', completion: { text: 'Hello' } });
  expect(stub.requests).toHaveLength(1);
});

test.each<[string, PayloadGuard['inspect']]>([
  [
    'throws',
    () => {
      throw new Error('Zoë Quartz timed out');
    },
  ],
  ['answers later', (async () => []) as unknown as PayloadGuard['inspect']],
  ['answers nothing', (() => undefined) as unknown as PayloadGuard['inspect']],
])('a guard that %s lets nothing pass', async (_, inspect) => {
  await using stub = await startStub((response) => response.end());
  const guard = { inspect, replaced: () => ({}) };
  const result = await chainTo(stub.root, MODELS).complete(aRequest({ guard }));
  expect(result).toMatchObject({ kind: 'exhausted', code: 'llm.leak-check', retryable: false });
  expect(attemptsOf(result)).toHaveLength(1);
  expect(JSON.stringify(result)).not.toContain('Quartz');
  expect(stub.connections).toBe(0);
});

test('a payload that is no text cannot be looked at, and does not pass', () => {
  const { guard } = watching();
  for (const payload of [undefined, Buffer.from('{}'), new ReadableStream()]) {
    const check = createLeakCheck(guard);
    expect(() => check.inspect(payload)).toThrow(expect.objectContaining({ code: 'llm.leak-check' }));
    expect(check.stopped?.error.code).toBe('llm.leak-check');
  }
  expect(() => createLeakCheck(undefined).inspect(Buffer.from('{}'))).not.toThrow();
});

describe('when a payload is held back', () => {
  it('says in words what stands where and what to do, and asks no other model', async () => {
    const guard: PayloadGuard = {
      inspect: () => [PLACE, { ...PLACE, type: 'EMAIL', path: 'instructions' }, PLACE, PLACE, PLACE],
      replaced: () => ({}),
    };
    const result = await chainTo('http://127.0.0.1:9', MODELS).complete(aRequest({ guard }));
    expect(result).toMatchObject({
      detail:
        'The prompt still holds what should have been replaced, so it was not sent (PERSON in messages[1].content at 120 to 133; EMAIL in instructions at 120 to 133; PERSON in messages[1].content at 120 to 133; 2 more): answer this one by hand, and if what stands there is nothing personal, allow it for this account',
      attempts: [{ code: 'llm.leak', leaks: { length: 5 } }],
      skipped: { length: 3 },
    });
  });

  it('shows nothing that could be a value, whatever the guard says', async () => {
    const guard: PayloadGuard = {
      inspect: () => [{ type: 'Zoë Quartz', path: 'metadata["Zoë Quartz"]', start: 1.5, end: Number.NaN }],
      replaced: () => ({ 'Zoë Quartz': 1 }),
    };
    const records: CompletionRecord[] = [];
    const lines: unknown[] = [];
    const logger = {
      debug() {},
      info() {},
      error() {},
      warn: (...line: unknown[]) => lines.push(line),
      child: () => logger,
    };
    const chain = chainTo('http://127.0.0.1:9', [LOCAL], { logger, observers: [(record) => records.push(record)] });
    const result = await chain.complete(aRequest({ guard }), { reference: 'draft-7' });
    await chain.flush();
    expect(records).toMatchObject([{ replaced: { OTHER: 1 }, attempts: [{ leaks: [{ type: 'OTHER', path: '' }] }] }]);
    expect(lines).toMatchObject([
      [
        'A prompt was held back before it left',
        { completion: records[0]?.id, reference: 'draft-7', route: 'local/m', leaks: 1, code: 'llm.leak' },
      ],
    ]);
    expect(JSON.stringify([result, records, lines])).not.toContain('Zo');
  });

  it('lets who needs no model answer', async () => {
    const { guard } = watching(() => true);
    const routes: Route[] = [LOCAL, { provider: 'offline', model: 'composer' }];
    const chain = chainTo('http://127.0.0.1:9', routes);
    const result = await chain.complete(aRequest({ guard, compose: () => ({ text: 'From your articles.' }) }));
    expect(result).toMatchObject({
      kind: 'answered',
      completion: { text: 'From your articles.', modelWritten: false },
    });
    const nothing = await chain.complete(aRequest({ guard, compose: () => ({ nothing: 'No article fits' }) }));
    expect(nothing).toMatchObject({ kind: 'exhausted', code: 'llm.leak', retryable: false });
  });

  it('does not count against the route, nor cost anything', async () => {
    await using stub = await startStub(stream(chat.text('Hello'), chat.stop, chat.usage(2)));
    const settled: bigint[] = [];
    const budget = {
      standing: () => undefined,
      reserve: async () => ({ settle: (amount: bigint) => void settled.push(amount) }),
      close: async () => undefined,
    };
    const priced: Route = { ...LOCAL, price: { input: 1, output: 1 } };
    const chain = chainTo(`${stub.root}/v1`, [priced], {
      budget: budget as unknown as NonNullable<ChainDeps['budget']>,
    });
    const { guard } = watching(() => true);
    for (let n = 0; n < 5; n++) await chain.complete(aRequest({ guard }));
    expect(settled).toEqual([0n, 0n, 0n, 0n, 0n]);
    expect(await chain.complete(aRequest())).toMatchObject({ kind: 'answered', completion: { skipped: [] } });
  });

  it('is asked on its own by whoever asks the same at that moment: what is personal differs', async () => {
    await using stub = await startStub(stream(chat.text('Hello'), chat.stop, chat.usage(2)));
    const chain = chainTo(`${stub.root}/v1`, [LOCAL], {}, { cache: { maxBytes: 1_000_000, ttlMs: 60_000 } });
    const [held, answered] = await Promise.all([
      chain.complete(aRequest({ guard: watching(() => true).guard })),
      chain.complete(aRequest({ guard: watching().guard })),
    ]);
    expect(held).toMatchObject({ kind: 'exhausted', code: 'llm.leak' });
    expect(answered).toMatchObject({ kind: 'answered', completion: { text: 'Hello' } });
    expect(stub.requests).toHaveLength(1);
  });
});

test('an answer from the cache was not sent, and says what was replaced all the same', async () => {
  await using stub = await startStub(stream(chat.text('Hello'), chat.stop, chat.usage(2)));
  const records: CompletionRecord[] = [];
  const deps = { observers: [(record: CompletionRecord) => void records.push(record)] };
  const chain = chainTo(`${stub.root}/v1`, [LOCAL], deps, { cache: { maxBytes: 1_000_000, ttlMs: 60_000 } });
  for (let n = 0; n < 2; n++) await chain.complete(aRequest({ guard: watching().guard }));
  await chain.complete(aRequest({ messages: [{ role: 'user', text: 'Another one' }] }));
  await chain.flush();
  expect(records.map(({ cache, attempts, replaced }) => [cache, attempts.length, replaced])).toEqual([
    ['miss', 1, { PERSON: 2, EMAIL: 1 }],
    ['hit', 0, { PERSON: 2, EMAIL: 1 }],
    ['miss', 1, undefined],
  ]);
});

test('a region that is set is on the receipt; nothing is, where nobody was reached', async () => {
  const stub = await startStub((response) => response.writeHead(400).end());
  const set = await chainTo(stub.root, [{ ...LOCAL, region: 'eu' }]).complete(aRequest());
  expect(attemptsOf(set)).toMatchObject([{ sent: { region: 'eu' } }]);
  await stub[Symbol.asyncDispose]();
  const unreached = await chainTo(stub.root, [LOCAL]).complete(aRequest());
  expect(attemptsOf(unreached).map(({ code, sent }) => [code, sent])).toContainEqual(['llm.unreachable', undefined]);
});
