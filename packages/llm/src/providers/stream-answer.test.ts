import { describe, expect, it } from 'vitest';
import { type Clock, systemClock } from '../clock.ts';
import type { ProviderAnswer, ProviderCall } from '../provider.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { aRequest } from '../testing/requests.ts';
import { createProvider } from './create.ts';
import {
  type Answering,
  chat,
  EVENT_STREAM,
  events,
  type StubServer,
  startStub,
  stream,
} from './testing/stub-server.ts';

/** Long: in these tests a limit is reached by moving a clock, or not at all. */
const limits = { connectMs: 71_000, firstTokenMs: 61_000, idleMs: 31_000, endGraceMs: 21_000 };
const whole = [chat.role, chat.text('Hel'), chat.text('lo'), chat.stop, chat.usage(2), '[DONE]'];
const hello = { kind: 'text', text: 'Hello', model: 'm', usage: { inputTokens: 9, outputTokens: 2 }, estimated: false };

function askAt({ root }: StubServer, clock: Clock = systemClock, call: Partial<ProviderCall> = {}) {
  const provider = createProvider('local', { clock, baseUrl: `${root}/v1` });
  return provider.ask(aRequest(), { model: 'llama3.2', limits, signal: new AbortController().signal, ...call });
}

async function ask(answer: Answering): Promise<ProviderAnswer> {
  await using stub = await startStub(answer);
  return await askAt(stub);
}

/** Answers and leaves the line open. */
const open =
  (...data: (object | string)[]): Answering =>
  (response) =>
    response.writeHead(200, EVENT_STREAM).write(events(...data));

const json = (body: unknown): Answering => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return (response) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text);
};

describe('the end of an answer', () => {
  it('is there at once with the end and the count, whatever the line does', async () => {
    expect(await ask(open(...whole.slice(0, -1)))).toMatchObject(hello);
  });

  it('is there with the end mark, though nobody counted', async () => {
    const answer = await ask(open(...whole.filter((one) => !('usage' in Object(one)))));
    expect(answer).toMatchObject({ kind: 'text', text: 'Hello', estimated: true });
  });

  it('is waited for a little when the count is still missing', async () => {
    const clock = createManualClock();
    await using stub = await startStub(open(...whole.slice(0, 4)));
    const armed = clock.armed(limits.endGraceMs);
    const asking = askAt(stub, clock);
    await armed;
    await clock.advance(limits.endGraceMs);
    expect(await asking).toMatchObject({ kind: 'text', text: 'Hello', estimated: true });
  });

  it('does not suffer from a line that breaks after it', async () => {
    const answer = await ask((response) => {
      response
        .writeHead(200, EVENT_STREAM)
        .write(events(...whole.slice(0, 4)), () => response.socket?.resetAndDestroy());
    });
    expect(answer).toMatchObject({ kind: 'text', text: 'Hello', estimated: true });
  });

  it('leaves a connection that the next question can use', async () => {
    let end = (): void => undefined;
    await using stub = await startStub((response) => {
      response.writeHead(200, EVENT_STREAM).write(events(...whole.slice(0, -1)));
      end = () => void response.end(events('[DONE]'));
    });
    const provider = createProvider('local', { clock: systemClock, baseUrl: `${stub.root}/v1` });
    const call = { model: 'm', limits, signal: new AbortController().signal };
    for (let question = 0; question < 5; question++) {
      expect(await provider.ask(aRequest(), call)).toMatchObject(hello);
      end();
      // The rest is read in the background.
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    // One, unless the machine is so slow that the rest came late; five when they are broken off.
    expect(stub.connections).toBeLessThan(5);
  });
});

describe('a stream', () => {
  it('may be cut anywhere between two bytes', async () => {
    const bytes = Buffer.from(events(chat.text('Grüße, 你好 😀'), chat.stop, chat.usage(9)));
    const answer = await ask(async (response) => {
      response.writeHead(200, EVENT_STREAM).socket?.setNoDelay();
      for (const byte of bytes) {
        response.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    expect(answer).toMatchObject({ kind: 'text', text: 'Grüße, 你好 😀' });
  });

  it.each<[string, Answering, string]>([
    [
      'broken characters',
      (response) => endWith(response, Buffer.from(events(chat.text('l\xff')), 'latin1')),
      'llm.malformed',
    ],
    ['half an event', stream(chat.text('Hel'), '{"choices": [', chat.stop), 'llm.malformed'],
    ['JSON that is no event', stream(chat.text('Hel'), '{"object": "chat"}', chat.stop), 'llm.malformed'],
    ['a line that lost its field', (response) => endWith(response, `xx${events(chat.text('lo'))}`), 'llm.malformed'],
    ['no end', stream(chat.role, chat.text('Hel')), 'llm.cut'],
    ['an end mark alone', stream('[DONE]'), 'llm.cut'],
    ['no event at all', stream(), 'llm.cut'],
    [
      'the same again',
      stream(chat.text('Hel'), chat.text('lo'), chat.text('lo'), chat.stop, chat.usage(2)),
      'llm.duplicated',
    ],
    [
      'an answer without end',
      stream(...Array.from({ length: 21 }, () => chat.text('x'.repeat(10_000)))),
      'llm.endless',
    ],
  ])('is a failure with %s', async (_, answer, code) => {
    expect(await ask(answer)).toMatchObject({ kind: 'failed', error: { kind: 'unavailable', code } });
  });

  it('is ended when one event does not end', async () => {
    const answer = await ask((response) => {
      response.writeHead(200, EVENT_STREAM).write('data: {"choices":[{"delta":{"content":"');
      const flood = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', flood);
      flood();
    });
    expect(answer).toMatchObject({ kind: 'failed', error: { code: 'llm.endless' } });
  });

  it('may say the same twice, where the count agrees or is missing', async () => {
    const twice = [chat.text('ha'), chat.text('ha'), chat.stop];
    expect(await ask(stream(...twice, chat.usage(2)))).toMatchObject({ kind: 'text', text: 'haha' });
    expect(await ask(stream(...twice, '[DONE]'))).toMatchObject({ kind: 'text', text: 'haha' });
  });

  it.each<[string, object]>([
    ['{"error":{"type":"rate_limit_error","message":"x"}}', { kind: 'rate-limited', retryable: true }],
    ['{"error":{"code":401,"message":"x"}}', { kind: 'auth', retryable: false }],
    ['{"error":"the request exceeds the available context size"}', { kind: 'invalid', code: 'llm.too-long' }],
    ['{"message":"overloaded","type":"overloaded_error"}', { kind: 'unavailable', retryable: true }],
    ['Internal server error', { kind: 'unavailable', code: 'llm.stream' }],
  ])('may report an error as an event: %s', async (data, error) => {
    const answer = await ask((response) =>
      response.writeHead(200, EVENT_STREAM).end(`event: error\ndata: ${data}\n\n`),
    );
    expect(answer).toMatchObject({ kind: 'failed', error });
    expect(answer).not.toHaveProperty('spent');
  });

  it('may come with names, numbers and comments', async () => {
    const noise = ': keep-alive\n\nid: 7\nretry: 100\nevent: message\n';
    const answer = await ask((response) => response.writeHead(200, EVENT_STREAM).end(noise + events(...whole)));
    expect(answer).toMatchObject(hello);
  });
});

describe('silence', () => {
  it('is not broken by comments and roles', async () => {
    const clock = createManualClock();
    await using stub = await startStub((response) =>
      response.writeHead(200, EVENT_STREAM).write(`: hi\n\n${events(chat.role)}`),
    );
    const armed = clock.armed(limits.firstTokenMs);
    const asking = askAt(stub, clock);
    await armed;
    await clock.advance(limits.firstTokenMs);
    expect(await asking).toMatchObject({ error: { kind: 'timeout', code: 'llm.first-token' } });
  });

  it('is broken by thoughts', async () => {
    const clock = createManualClock();
    await using stub = await startStub(open({ choices: [{ delta: { reasoning_content: 'Hm.' } }] }));
    const armed = clock.armed(limits.idleMs);
    const asking = askAt(stub, clock);
    await armed;
    await clock.advance(limits.idleMs);
    expect(await asking).toMatchObject({ error: { code: 'llm.stall' }, spent: { estimated: true } });
  });

  it('may fall in the middle of the headers', async () => {
    const clock = createManualClock();
    await using stub = await startStub((response) => response.socket?.write('HTTP/1.1 200 OK\r\ncontent-ty'));
    const armed = clock.armed(limits.firstTokenMs);
    const asking = askAt(stub, clock);
    await armed;
    await clock.advance(limits.firstTokenMs);
    expect(await asking).toMatchObject({ error: { code: 'llm.first-token' } });
  });
});

describe('JSON in the place of a stream', () => {
  const message = { role: 'assistant', content: 'Hello' };
  const completion = {
    object: 'chat.completion',
    model: 'm',
    choices: [{ message, finish_reason: 'stop' }],
    usage: { prompt_tokens: 9, completion_tokens: 2 },
  };

  it('may be the whole answer', async () => expect(await ask(json(completion))).toMatchObject(hello));

  it.each<[string, unknown, object]>([
    ['half an answer', { ...completion, choices: [{ message, finish_reason: 'length' }] }, { code: 'llm.truncated' }],
    [
      'an endless one',
      { ...completion, choices: [{ message: { content: 'x'.repeat(200_001) }, finish_reason: 'stop' }] },
      { code: 'llm.endless' },
    ],
    ['an error', { error: { type: 'insufficient_quota' } }, { code: 'llm.no-credit' }],
    ['an error in words', { error: 'model "x" not found' }, { kind: 'unavailable', code: 'llm.stream' }],
    ['an error of vLLM', { object: 'error', type: 'NotFoundError', code: 404 }, { kind: 'not-found' }],
    ['something else', { ok: true }, { code: 'llm.not-a-stream' }],
    ['nothing', '', { code: 'llm.malformed' }],
  ])('may be %s', async (_, body, error) => {
    expect(await ask(json(body))).toMatchObject({ kind: 'failed', error });
  });
});

it.each([
  ['text/html', 'text/html'],
  ['anna@example.com', 'something else'],
])('answers with what came instead of a stream: %s', async (type, shown) => {
  const answer = await ask((response) => response.writeHead(200, { 'content-type': type }).end('x'));
  expect(answer).toMatchObject({
    error: { code: 'llm.not-a-stream', message: `The local server answered ${shown} instead of an event stream` },
  });
});

it("says the signal's reason, and what has been used by then", async () => {
  const caller = new AbortController();
  const clock = createManualClock();
  await using stub = await startStub(open(chat.text('Hello')));
  const armed = clock.armed(limits.idleMs);
  const asking = askAt(stub, clock, { signal: caller.signal });
  await armed;
  caller.abort();
  expect(await asking).toMatchObject({ error: { code: 'llm.cancelled' }, spent: { estimated: true } });
});

function endWith(response: Parameters<Answering>[0], bytes: string | Buffer): void {
  response.writeHead(200, EVENT_STREAM).write(events(chat.text('Hel')));
  response.write(bytes);
  response.end(events(chat.stop, chat.usage(2)));
}
