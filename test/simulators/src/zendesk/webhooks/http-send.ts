import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

export interface OutgoingRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

export type SendResult =
  | { kind: 'answered'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'timeout' }
  | { kind: 'unreachable' };

export interface HttpSender {
  send(request: OutgoingRequest): Promise<SendResult>;
  close(): void;
}

/** Answers beyond this are cut: the attempt log is for reading, not for storing what an endpoint pours out. */
const MAX_KEPT_BODY = 8_192;

/** Plain node:http with kept-alive sockets: `fetch` adds headers that Zendesk does not send and costs twice the time. */
export function createHttpSender(): HttpSender {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 128 }),
    https: new HttpsAgent({ keepAlive: true }),
  };

  return {
    send: ({ url, method, headers, body, timeoutMs }) =>
      new Promise((resolve) => {
        const secure = url.startsWith('https:');
        const options = { method, agent: secure ? agents.https : agents.http, headers: withLength(headers, body) };
        const request = secure ? httpsRequest(url, options) : httpRequest(url, options);
        // One deadline for connect, headers and body; a socket timeout would restart with every byte.
        const timer = setTimeout(() => {
          resolve({ kind: 'timeout' });
          request.destroy();
        }, timeoutMs);
        const settle = (result: SendResult) => {
          clearTimeout(timer);
          resolve(result);
        };
        request.on('response', (response) => collect(response, settle));
        request.on('error', () => settle({ kind: 'unreachable' }));
        request.end(body);
      }),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function withLength(headers: Record<string, string>, body: string): Record<string, string> {
  return body === '' ? headers : { ...headers, 'Content-Length': String(Buffer.byteLength(body)) };
}

function collect(response: IncomingMessage, settle: (result: SendResult) => void): void {
  let body = '';
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    if (body.length < MAX_KEPT_BODY) body = (body + chunk).slice(0, MAX_KEPT_BODY);
  });
  response.on('error', () => settle({ kind: 'unreachable' }));
  response.on('end', () =>
    settle({ kind: 'answered', status: response.statusCode ?? 0, headers: flatten(response), body }),
  );
}

function flatten(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
