import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listenOnLoopback } from '../loopback.ts';
import { type HubSpotOptions, type HubSpotSimulator, type PortalHandle, startHubSpot } from './simulator.ts';

/** What the tests of this folder share: HubSpot with a hand-moved clock, an installed app, and an app that is called. */
export interface TestAccount {
  simulator: HubSpotSimulator;
  portal: PortalHandle;
  accessToken: string;
  /** Moves the clock. */
  advance(ms: number): void;
  get(path: string, token?: string): Promise<Answer>;
  send(method: string, path: string, body?: unknown, token?: string): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; expectations check the shape
  body: any;
}

export const NOW = Date.parse('2026-11-20T10:00:00.250Z');

export async function openAccount(options: HubSpotOptions = {}): Promise<TestAccount> {
  let now = NOW;
  const simulator = await startHubSpot({
    clock: () => new Date(now),
    webhookRetryDelaysMs: [0],
    actionRetryDelaysMs: [0],
    ...options,
  });
  const portal = simulator.portal();
  const { accessToken } = simulator.oauth.grant(portal.id);
  const send: TestAccount['send'] = async (method, path, body, token = accessToken) => {
    const response = await fetch(simulator.baseUrl + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    simulator,
    portal,
    accessToken,
    advance(ms) {
      now += ms;
    },
    get: (path, token) => send('GET', path, undefined, token),
    send,
  };
}

/** A link of a creation. */
export const to = (id: string, associationTypeId: number) => ({
  to: { id },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }],
});

export interface CalledApp {
  /** With `/`-path of choice behind it. */
  origin: string;
  received: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[];
  close(): Promise<void>;
}

export type AppAnswer = { status: number; headers?: Record<string, string>; body?: string } | 'reset' | 'hang';

/** What HubSpot calls: answers from a script and repeats its last line. */
export async function openApp(script: AppAnswer[] = [{ status: 200 }]): Promise<CalledApp> {
  const received: CalledApp['received'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = script[Math.min(received.length, script.length - 1)] ?? { status: 200 };
      received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      if (answer === 'reset') request.socket.destroy();
      else if (answer !== 'hang')
        response
          .writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
          .end(answer.body ?? '');
    });
  });
  const origin = await listenOnLoopback(server, 0);
  return {
    origin,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
