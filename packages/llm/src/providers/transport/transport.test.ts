import { getEventListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { systemClock } from '../../clock.ts';
import type { ProviderName } from '../../routes/route.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { aRequest } from '../../testing/requests.ts';
import { createProvider } from '../create.ts';
import { startRaw } from '../testing/raw-server.ts';
import { type Answering, chat, events, startStub } from '../testing/stub-server.ts';

const limits = { connectMs: 30_000, firstTokenMs: 31_000, idleMs: 32_000, endGraceMs: 33_000 };
const call = { model: 'm', apiKey: 'k', limits, signal: new AbortController().signal };
const ask = (name: ProviderName, baseUrl: string, more: Partial<typeof call> = {}) =>
  createProvider(name, { clock: systemClock, baseUrl }).ask(aRequest(), { ...call, ...more });

it.each(['openai', 'anthropic', 'local'] as const)(
  'gives up on a connection that does not come about: %s',
  async (name) => {
    const sockets = new Set<{ destroy(): void }>();
    // It takes the connection and says nothing to the greeting of TLS.
    const server = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await ask(name, `https://127.0.0.1:${port}`, { limits: { ...limits, connectMs: 20 } });
    for (const socket of sockets) socket.destroy();
    server.close();
    expect(answer).toMatchObject({ kind: 'failed', error: { kind: 'timeout', code: 'llm.connect', retryable: true } });
    expect(answer).toHaveProperty('error.message', expect.stringContaining(`at 127.0.0.1:${port}`));
  },
);

it.each(['openai', 'anthropic', 'local'] as const)('says what is wrong with an address: %s', async (name) => {
  const stub = await startStub(() => undefined);
  await stub[Symbol.asyncDispose]();
  const answer = await ask(name, stub.root);
  expect(answer).toMatchObject({ kind: 'failed', error: { kind: 'unavailable', code: 'llm.unreachable' } });
  expect(answer).toHaveProperty(
    'error.message',
    expect.stringMatching(/127\.0\.0\.1:\d+ \(ECONNREFUSED\): check the address/),
  );
});

it('tells a connection that is closed from one that never stood', async () => {
  await using stub = await startStub((response) => response.socket?.resetAndDestroy());
  expect(await ask('local', stub.root)).toMatchObject({
    error: { code: 'llm.unreachable', retryable: true, message: expect.stringContaining('closed the connection') },
  });
});

it('reads an error that never ends only as far as an error goes', async () => {
  await using stub = await startStub((response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '3' });
    const flood = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
    };
    response.on('drain', flood);
    flood();
  });
  expect(await ask('local', stub.root)).toMatchObject({ error: { kind: 'rate-limited', retryAfterMs: 3_000 } });
});

it('reads Retry-After as a date by the clock of the server', async () => {
  const headers = { 'retry-after': 'Fri, 20 Nov 2026 12:00:04 GMT', date: 'Fri, 20 Nov 2026 12:00:00 GMT' };
  await using stub = await startStub((response) => response.writeHead(503, headers).end());
  expect(await ask('anthropic', stub.root)).toMatchObject({ error: { kind: 'unavailable', retryAfterMs: 4_000 } });
});

it('sends with the fetch that it is given', async () => {
  const seen: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    seen.push(String(input));
    return new Response('{"error":{"type":"overloaded_error"}}', { status: 529 });
  };
  const provider = createProvider('anthropic', { clock: systemClock, baseUrl: 'http://127.0.0.1:9', fetch });
  expect(await provider.ask(aRequest(), call)).toMatchObject({ error: { status: 529, retryable: true } });
  expect(seen).toEqual(['http://127.0.0.1:9/v1/messages']);
});

it.each([301, 302, 303, 307, 308])('does not take the prompt to another address: %s', async (status) => {
  await using elsewhere = await startStub((response) => response.end());
  await using stub = await startStub((response) => response.writeHead(status, { location: elsewhere.root }).end());
  expect(await ask('openai', stub.root)).toMatchObject({ error: { kind: 'unavailable', status } });
  expect(elsewhere.requests).toEqual([]);
});

it('asks for no compression, and says so when it comes all the same', async () => {
  const headers = { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' };
  await using stub = await startStub((response) => response.writeHead(200, headers).end('x'));
  expect(await ask('local', stub.root)).toMatchObject({ error: { kind: 'unavailable', code: 'llm.compressed' } });
  expect(stub.requests[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });

  stub.answer = (response) => response.writeHead(429, headers).end('x');
  expect(await ask('local', stub.root)).toMatchObject({ error: { kind: 'rate-limited' } });
});

it.each<[string, Answering]>([
  ['stalls', () => undefined],
  ['breaks off', (response) => response.socket?.resetAndDestroy()],
])('knows an error by its head when its body %s', async (_, goOn) => {
  const clock = createManualClock();
  await using stub = await startStub((response, request, body) => {
    response.writeHead(503, { 'retry-after': '3' }).write('{"error":', () => goOn(response, request, body));
  });
  const armed = clock.armed(1_000);
  const provider = createProvider('anthropic', { clock, baseUrl: stub.root });
  const asking = provider.ask(aRequest(), call);
  await armed;
  await clock.advance(1_000);
  expect(await asking).toMatchObject({ error: { kind: 'unavailable', status: 503, retryAfterMs: 3_000 } });
});

it.each(['openai', 'anthropic'] as const)('leaves nothing on the signal of its caller: %s', async (name) => {
  const { signal } = new AbortController();
  let answered = 0;
  await using stub = await startStub((response) => {
    answered += 1;
    if (answered % 3 === 0) response.socket?.resetAndDestroy();
    else response.writeHead(answered % 3 === 1 ? 200 : 500, { 'content-type': 'text/event-stream' }).end();
  });
  const provider = createProvider(name, { clock: systemClock, baseUrl: stub.root });
  for (let round = 0; round < 40; round++) {
    await Promise.all(Array.from({ length: 25 }, () => provider.ask(aRequest(), { ...call, signal })));
  }
  expect(answered).toBe(1_000);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('lets go of a line that stays open after the answer, when its time is over', async () => {
  const answer = events(chat.text('Hello'), chat.stop, chat.usage(2));
  await using server = await startRaw((socket) => {
    const length = Buffer.byteLength(answer).toString(16);
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n';
    socket.write(`${head}${length}\r\n${answer}\r\n`);
  });
  const clock = createManualClock();
  const armed = clock.armed(limits.endGraceMs);
  const provider = createProvider('local', { clock, baseUrl: server.url });
  expect(await provider.ask(aRequest(), call)).toMatchObject({ kind: 'text', text: 'Hello' });
  await armed;
  expect(server.sockets[0]?.closed).toBe(false);
  await clock.advance(limits.endGraceMs);
  await server.abandoned();
});
