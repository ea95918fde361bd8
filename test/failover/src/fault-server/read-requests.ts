import type { Socket } from 'node:net';

export interface WireRequest {
  /** Without the query. */
  path: string;
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>;
  body: string;
}

const END_OF_HEAD = '\r\n\r\n';

/** Reads HTTP/1.1 requests off a connection, one after the other. Their length must be given: SDKs do. */
export function readRequests(socket: Socket, onRequest: (request: WireRequest) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    buffer = Buffer.concat([buffer, bytes]);
    for (let taken = take(buffer); taken; taken = take(buffer)) {
      buffer = taken.rest;
      onRequest(taken.request);
    }
  });
}

function take(buffer: Buffer): { request: WireRequest; rest: Buffer<ArrayBuffer> } | undefined {
  const headEnd = buffer.indexOf(END_OF_HEAD);
  if (headEnd === -1) return undefined;
  const [first = '', ...lines] = buffer.toString('latin1', 0, headEnd).split('\r\n');
  const headers = new Map(lines.map(splitHeader));
  const bodyStart = headEnd + END_OF_HEAD.length;
  const bodyEnd = bodyStart + Number(headers.get('content-length') ?? 0);
  if (buffer.length < bodyEnd) return undefined;
  const path = first.split(' ')[1]?.split('?')[0] ?? '';
  const request = { path, headers, body: buffer.toString('utf8', bodyStart, bodyEnd) };
  return { request, rest: Buffer.from(buffer.subarray(bodyEnd)) };
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}
