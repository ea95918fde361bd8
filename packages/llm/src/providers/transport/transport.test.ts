import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { systemClock } from '../../clock.ts';
import type { ProviderName } from '../../routes/route.ts';
import { aRequest } from '../../testing/requests.ts';
import { createProvider } from '../create.ts';
import { startStub } from '../testing/stub-server.ts';

const limits = { connectMs: 30_000, firstTokenMs: 30_000, idleMs: 30_000, endGraceMs: 30_000 };
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

it('does not take the prompt to another address', async () => {
  await using elsewhere = await startStub((response) => response.end());
  await using stub = await startStub((response) => response.writeHead(307, { location: elsewhere.root }).end());
  const answer = await ask('local', stub.root);
  expect(answer).toMatchObject({ error: { kind: 'unavailable', status: 307 } });
  expect(elsewhere.requests).toEqual([]);
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
