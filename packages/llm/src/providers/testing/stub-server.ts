import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answering = (response: ServerResponse, request: IncomingMessage, body: string) => void;

export interface StubServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  root: string;
  /** What is answered from now on. */
  answer: Answering;
  /** How many connections have been opened. */
  connections: number;
  /** Oldest first. */
  requests: { path: string; headers: IncomingMessage['headers']; body: string }[];
}

/** A server that does on loopback whatever a test wants done to the wire. */
export async function startStub(answer: Answering): Promise<StubServer> {
  const server = createServer((request, response) => {
    const seen = { path: request.url ?? '', headers: request.headers, body: '' };
    stub.requests.push(seen);
    request.setEncoding('utf8').on('data', (part: string) => {
      seen.body += part;
    });
    request.on('end', () => stub.answer(response, request, seen.body));
  });
  server.on('connection', () => {
    stub.connections++;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: StubServer = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer,
    connections: 0,
    requests: [],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stub;
}

export const EVENT_STREAM = { 'content-type': 'text/event-stream' };

/** Server-sent events, as JSON unless they are text. */
export function events(...data: (object | string)[]): string {
  return data.map((one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`).join('');
}

/** A whole stream that ends cleanly. */
export function stream(...data: (object | string)[]): Answering {
  return (response) => response.writeHead(200, EVENT_STREAM).end(events(...data));
}

/** Chunks of Chat Completions. */
export const chat = {
  role: { model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] },
  text: (content: string) => ({ model: 'm', choices: [{ index: 0, delta: { content } }] }),
  stop: { model: 'm', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  usage: (completion_tokens: number) => ({ choices: [], usage: { prompt_tokens: 9, completion_tokens } }),
};
