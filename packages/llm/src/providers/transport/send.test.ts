import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import { Agent } from 'undici';
import { afterAll, describe, expect, it } from 'vitest';
import { type RawServer, startRaw } from '../testing/raw-server.ts';
import type { LightResponse } from './light-response.ts';
import { readAtMost } from './read-at-most.ts';
import { send } from './send.ts';

const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 30_000 } });
afterAll(() => agent.destroy());

const reason = new Error('The caller left');
const post = ({ url }: Pick<RawServer, 'url'>, signal = new AbortController().signal, body = '{"a":1}') =>
  send(agent, { url, method: 'POST', headers: new Headers({ 'x-own': 'yes' }), body: Buffer.from(body), signal });

const says =
  (...parts: string[]) =>
  (socket: Socket): void =>
    void socket.write(parts.join('\r\n'), 'latin1');
const CHUNKED = ['HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', ''];
const whole = says('HTTP/1.1 200 OK', 'content-length: 2', '', 'ok');
const text = (response: LightResponse) => readAtMost(response, 1_000_000);

describe('a request', () => {
  it('says what it takes, and sends its text as it is', async () => {
    await using server = await startRaw(whole);
    await post(server, undefined, '{"a":"ü"}');
    const [request = ''] = server.requests;
    expect(request).toMatch(/^POST \/v1 HTTP\/1\.1\r\n/);
    expect(request).toContain('accept-encoding: identity\r\n');
    expect(request).toContain('x-own: yes\r\n');
    expect(Buffer.from(request, 'latin1').toString()).toMatch(/\r\n\r\n\{"a":"ü"\}$/);
  });

  it('takes the connection of the one before', async () => {
    await using server = await startRaw(whole);
    for (let i = 0; i < 5; i++) {
      expect(await text(await post(server))).toBe('ok');
      // undici frees a connection in the next turn.
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(server.sockets).toHaveLength(1);
  });

  it('fails on what is no address, and without a connection', async () => {
    expect(() => post({ url: 'nowhere' })).toThrow('Invalid URL');
    const gone = await startRaw(whole);
    await gone[Symbol.asyncDispose]();
    await expect(post(gone)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('a response', () => {
  it.each<[string, string[], string]>([
    ['in chunks', ['HTTP/1.1 200 OK', 'transfer-encoding: chunked', '', '2', 'He', '3', 'llo', '0', '', ''], 'Hello'],
    ['of a known length', ['HTTP/1.1 200 OK', 'content-length: 5', '', 'Hello'], 'Hello'],
    [
      'after hints',
      ['HTTP/1.1 103 Early Hints', 'link: x', '', 'HTTP/1.1 200 OK', 'content-length: 5', '', 'Hello'],
      'Hello',
    ],
    ['without a body', ['HTTP/1.1 204 No Content', '', ''], ''],
  ])('may come %s', async (_, parts, body) => {
    await using server = await startRaw(says(...parts));
    const response = await post(server);
    expect(response.ok).toBe(true);
    expect(await text(response)).toBe(body);
  });

  it('may end with its connection', async () => {
    await using server = await startRaw((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nHello'));
    expect(await text(await post(server))).toBe('Hello');
  });

  it('may have odd headers', async () => {
    const odd = ['x-latin: caf\xe9 \xff', 'x-empty:', 'X-Twice: a', 'x-twice: b', '__proto__: c', 'constructor: d'];
    await using server = await startRaw(says('HTTP/1.1 200 OK', ...odd, 'content-length: 0', '', ''));
    const { headers } = await post(server);
    expect(Object.fromEntries(headers)).toMatchObject({ 'x-latin': 'caf\xe9 \xff', 'x-empty': '', 'x-twice': 'a, b' });
    expect(headers.get('__proto__')).toBe('c');
    expect(headers.get('constructor')).toBe('d');
    expect(headers.get('x-none')).toBeNull();
  });

  it.each([301, 599, 999])('may have any status: %s', async (status) => {
    await using server = await startRaw(
      says(`HTTP/1.1 ${status} X`, 'location: http://127.0.0.1:9/', 'content-length: 2', '', 'ok'),
    );
    const response = await post(server);
    expect(response).toMatchObject({ status, ok: false, url: server.url });
    expect(await response.text()).toBe('ok');
  });

  it.each<[string, (socket: Socket) => void]>([
    ['is reset', (socket) => socket.resetAndDestroy()],
    ['ends', (socket) => socket.end()],
    ['ends in the headers', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-')],
    ['speaks something else', (socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
    ['has headers without end', (socket) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`)],
  ])('is missed when the connection %s', async (_, answer) => {
    await using server = await startRaw(answer);
    const signal = new AbortController().signal;
    await expect(post(server, signal)).rejects.toHaveProperty('code');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['is reset', (socket) => socket.resetAndDestroy()],
    ['ends', (socket) => socket.end()],
    ['speaks something else', (socket) => socket.end('no chunk\r\n')],
  ])('breaks off after what has come when the connection %s', async (_, breakOff) => {
    await using server = await startRaw((socket) => socket.write(`${CHUNKED.join('\r\n')}5\r\nHello\r\n`));
    const signal = new AbortController().signal;
    const reader = (await post(server, signal)).body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('Hello');
    for (const socket of server.sockets) breakOff(socket);
    await expect(reader?.read()).rejects.toHaveProperty('code');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('a caller who leaves', () => {
  it('before the request makes none', async () => {
    await using server = await startRaw(whole);
    await expect(post(server, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(server.sockets).toEqual([]);
  });

  it('before there is a connection waits no longer, and nothing is sent', async () => {
    // It is silent when TLS greets it.
    await using server = await startRaw(whole);
    const caller = new AbortController();
    const sending = post({ url: server.url.replace('http:', 'https:') }, caller.signal);
    caller.abort(reason);
    await expect(sending).rejects.toBe(reason);
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('while the connection comes about is not sent over it', async () => {
    await using server = await startRaw(whole);
    const caller = new AbortController();
    const left = post(server, caller.signal);
    caller.abort(reason);
    await expect(left).rejects.toBe(reason);
    expect(await text(await post(server))).toBe('ok');
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['without a word', ''],
    ['in the headers', 'HTTP/1.1 200 OK\r\ncontent-ty'],
  ])('gives the connection back: %s', async (_, head) => {
    const { promise: asked, resolve: onAsked } = Promise.withResolvers<void>();
    await using server = await startRaw((socket) => {
      socket.write(head);
      onAsked();
    });
    const caller = new AbortController();
    const sending = post(server, caller.signal);
    await asked;
    caller.abort(reason);
    await expect(sending).rejects.toBe(reason);
    await server.abandoned();
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('mid-body hears nothing more, not even what has come', async () => {
    await using server = await startRaw((socket) => socket.write(`${CHUNKED.join('\r\n')}5\r\nHello\r\n`));
    const caller = new AbortController();
    const reader = (await post(server, caller.signal)).body?.getReader();
    await reader?.read();
    const waiting = reader?.read();
    caller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(reader?.read()).rejects.toBe(reason);
    await server.abandoned();
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('gives the connection back by reading no further', async () => {
    await using server = await startRaw((socket) => socket.write(`${CHUNKED.join('\r\n')}5\r\nHello\r\n`));
    const signal = new AbortController().signal;
    const reader = (await post(server, signal)).body?.getReader();
    await reader?.cancel();
    await server.abandoned();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

it('leaves nothing behind on a signal that lives long', async () => {
  let answered = 0;
  const answers = [
    whole,
    whole,
    says('HTTP/1.1 503 X', 'content-length: 0', '', ''),
    (socket: Socket) => socket.resetAndDestroy(),
  ];
  await using server = await startRaw((socket) => answers[answered++ % answers.length]?.(socket));
  const { signal } = new AbortController();
  for (let round = 0; round < 250; round++) {
    await Promise.allSettled(Array.from({ length: 8 }, async () => text(await post(server, signal))));
  }
  expect(answered).toBe(2_000);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('holds back a server that is faster than its reader', async () => {
  const MANY = 64 * 1024 * 1024;
  const piece = Buffer.alloc(65_536, 'x');
  await using server = await startRaw((socket) => {
    socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${MANY}\r\n\r\n`);
    const flood = (): void => {
      while (socket.bytesWritten + socket.writableLength < MANY && socket.write(piece));
    };
    socket.on('drain', flood);
    flood();
  });
  await using other = await startRaw(whole);
  const response = await post(server);
  for (let i = 0; i < 100; i++) await post(other);
  // What the operating system holds for the two sides, and little more.
  expect(server.sockets[0]?.bytesWritten).toBeLessThan(MANY / 2);
  const reader = response.body?.getReader();
  let received = 0;
  for (let packet = await reader?.read(); packet && !packet.done; packet = await reader?.read()) {
    received += packet.value.byteLength;
  }
  expect(received).toBe(MANY);
});
