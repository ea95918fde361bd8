import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleSeed } from './sample-seed.ts';
import { startZendesk, type ZendeskOptions, type ZendeskSimulator } from './simulator.ts';

/** What the tests of this folder share: an account with a hand-moved clock, a client and a webhook endpoint. */
export interface Account {
  simulator: ZendeskSimulator;
  /** Moves the clock of the account. */
  advance(ms: number): void;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; expectations check the shape
  body: any;
}

export async function openAccount(options: Partial<ZendeskOptions> = {}): Promise<Account> {
  let now = Date.parse('2026-11-20T10:00:00.250Z');
  const simulator = await startZendesk({
    seed: sampleSeed(),
    clock: () => new Date(now),
    webhookRetryDelaysMs: [0],
    ...options,
  });
  const send: Account['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(simulator.baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${simulator.token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    simulator,
    advance(ms) {
      now += ms;
    },
    get: (path, headers) => send('GET', path, undefined, headers),
    send,
  };
}

export interface Receiver {
  url: string;
  received: { headers: IncomingHttpHeaders; body: string; at: number }[];
  close(): Promise<void>;
}

export type ReceiverAnswer = { status: number; headers?: Record<string, string> } | 'hang';

/** A webhook endpoint that answers from a script and repeats its last line. */
export async function openReceiver(script: ReceiverAnswer[] = [{ status: 200 }]): Promise<Receiver> {
  const received: Receiver['received'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = script[Math.min(received.length, script.length - 1)];
      received.push({ headers: request.headers, body, at: received.length });
      if (answer !== undefined && answer !== 'hang') response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
