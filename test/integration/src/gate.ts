import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  method: string;
  /** Path and query. */
  url: string;
  body: string;
}

export interface Held {
  /** Resolves when the request is here. */
  readonly arrived: Promise<Passing>;
  /** Lets it go on; a request goes on even when its sender is dead by now, as bytes on a line do. */
  release(): void;
}

/** A line between the server under test and a simulator that can be held at a chosen request. */
export interface Gate {
  readonly baseUrl: string;
  /**
   * Holds the next request that matches: `before` the other side sees it, or `after` it took effect and only the answer
   * is missing.
   */
  hold(point: 'before' | 'after', matches: (passing: Passing) => boolean): Held;
  /** Called for every request, before anything else happens to it. */
  watch(observer: (passing: Passing) => void): void;
  close(): Promise<void>;
}

interface Hold {
  point: 'before' | 'after';
  matches: (passing: Passing) => boolean;
  arrive(passing: Passing): void;
  released: Promise<void>;
}

/** @param upstream base URL of the simulator behind it. */
export async function openGate(upstream: string): Promise<Gate> {
  const holds = new Set<Hold>();
  const observers: ((passing: Passing) => void)[] = [];
  const agent = new Agent({ keepAlive: true });

  async function wait(point: Hold['point'], passing: Passing): Promise<void> {
    const hold = [...holds].find((one) => one.point === point && one.matches(passing));
    if (!hold) return;
    holds.delete(hold);
    hold.arrive(passing);
    await hold.released;
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const passing = { method: request.method ?? '', url: request.url ?? '', body: body.toString('utf8') };
    for (const observe of observers) observe(passing);
    await wait('before', passing);
    const answer = await forward(new URL(passing.url, upstream), request, body, agent);
    await wait('after', passing);
    if (answer === 'reset') request.socket.resetAndDestroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  const server = createServer((request, response) => {
    // Whoever sent it may be dead: there is nobody to tell.
    pass(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold(point, matches) {
      const arrival = Promise.withResolvers<Passing>();
      const release = Promise.withResolvers<void>();
      holds.add({ point, matches, arrive: arrival.resolve, released: release.promise });
      return { arrived: arrival.promise, release: release.resolve };
    },
    watch: (observer) => void observers.push(observer),
    close: () =>
      new Promise((closed) => {
        agent.destroy();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

function forward(url: URL, original: IncomingMessage, body: Buffer, agent: Agent): Promise<Answer | 'reset'> {
  return new Promise((resolve) => {
    const { connection: _hop, ...headers } = original.headers;
    const onward = httpRequest(url, { method: original.method, headers: { ...headers, host: url.host }, agent });
    onward.once('error', () => resolve('reset'));
    onward.once('response', async (incoming) => {
      const { connection: _back, 'transfer-encoding': _chunked, ...kept } = incoming.headers;
      const received = await readAll(incoming).catch(() => undefined);
      resolve(received ? { status: incoming.statusCode ?? 502, headers: kept, body: received } : 'reset');
    });
    onward.end(body);
  });
}

async function readAll(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
