import { describe, expect, it } from 'vitest';
import { systemClock } from '../../clock.ts';
import type { Provider, ProviderAnswer, ProviderCall } from '../../provider.ts';
import { aRequest } from '../../testing/requests.ts';
import { type Answering, chat, type StubServer, startStub, stream } from '../testing/stub-server.ts';
import { createLocalProvider } from './index.ts';

const limits = { connectMs: 30_000, firstTokenMs: 30_000, idleMs: 30_000, endGraceMs: 30_000 };
const call = { model: 'm', limits, signal: new AbortController().signal };
const schema = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] };
const forJson = aRequest({ output: { name: 'x', schema } });
const answer: Answering = stream(chat.text('{"a":"b"}'), chat.stop, chat.usage(4));

const local = ({ root }: StubServer) => createLocalProvider({ clock: systemClock, baseUrl: `${root}/v1` });

/** Says no to questions with a schema, and answers all others. */
const unlessPlain =
  (status: number, body: unknown): Answering =>
  (response, request, question) => {
    if (!question.includes('response_format')) return answer(response, request, question);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
const withSchema = ({ requests }: StubServer) => requests.map(({ body }) => body.includes('response_format'));

/** As the chain does: once more where the schema was rejected, with an attempt of its own for each payload. */
async function askAgain(provider: Provider, more: Partial<ProviderCall> = {}): Promise<ProviderAnswer> {
  const answer = await provider.ask(forJson, { ...call, ...more });
  const rejected = answer.kind === 'failed' && answer.error.code === 'llm.no-schema';
  return rejected ? provider.ask(forJson, { ...call, ...more }) : answer;
}

describe('a server that takes no response_format', () => {
  it.each<[string, number, unknown]>([
    ['without a reason', 400, {}],
    ['in words', 400, { error: { message: "'response_format' is not supported" } }],
    [
      'by its validator',
      422,
      { detail: [{ loc: ['body', 'response_format'], msg: 'Extra inputs are not permitted' }] },
    ],
    ['for want of such a model', 404, { error: { message: 'No model here supports json_schema' } }],
    ['with a failure', 500, { error: { message: 'JSON schema conversion failed' } }],
    ['by the code', 501, { error: { code: 'unsupported_response_format' } }],
  ])('is asked once more without it, and never with it again: %s', async (_, status, body) => {
    await using stub = await startStub(unlessPlain(status, body));
    const provider = local(stub);
    for (let question = 0; question < 2; question++) {
      expect(await askAgain(provider)).toMatchObject({ kind: 'text', text: '{"a":"b"}' });
    }
    expect(withSchema(stub)).toEqual([true, false, false]);
    // In words it is told every time.
    expect(stub.requests.every(({ body }) => body.includes('satisfies this JSON Schema'))).toBe(true);
  });

  it('is known by its model: another one on it may take it', async () => {
    await using stub = await startStub(unlessPlain(400, {}));
    const provider = local(stub);
    await askAgain(provider);
    await askAgain(provider, { model: 'other' });
    expect(withSchema(stub)).toEqual([true, false, true, false]);
  });
});

it.each<[string, number, unknown, object]>([
  ['a long prompt', 400, { error: { code: 'context_length_exceeded' } }, { code: 'llm.too-long' }],
  ['an unknown model', 404, { error: { message: 'model "m" not found' } }, { kind: 'not-found' }],
  ['a wrong key', 401, { error: { message: 'response_format' } }, { kind: 'auth' }],
  ['an overload', 503, {}, { kind: 'unavailable', status: 503 }],
])('is asked once about %s', async (_, status, body, error) => {
  await using stub = await startStub(unlessPlain(status, body));
  expect(await local(stub).ask(forJson, call)).toMatchObject({ kind: 'failed', error });
  expect(stub.requests).toHaveLength(1);
});

it('is asked once when the question has no schema', async () => {
  await using stub = await startStub((response) => response.writeHead(400).end('response_format'));
  expect(await local(stub).ask(aRequest(), call)).toMatchObject({ error: { code: 'llm.status', status: 400 } });
  expect(stub.requests).toHaveLength(1);
});

it('stays with words once a model has answered in them, whatever happens later', async () => {
  await using stub = await startStub(unlessPlain(400, {}));
  const provider = local(stub);
  await askAgain(provider);
  stub.answer = (response) => response.writeHead(503).end();
  await askAgain(provider);
  stub.answer = unlessPlain(400, {});
  expect(await askAgain(provider)).toMatchObject({ kind: 'text' });
  expect(withSchema(stub)).toEqual([true, false, false, false]);
});

it('learns nothing from a server that rejects the plain question as well', async () => {
  await using stub = await startStub((response) => response.writeHead(400).end('{}'));
  const provider = local(stub);
  expect(await askAgain(provider)).toMatchObject({ error: { code: 'llm.status', status: 400 } });
  stub.answer = answer;
  expect(await provider.ask(forJson, call)).toMatchObject({ kind: 'text' });
  expect(withSchema(stub)).toEqual([true, false, true]);
});
