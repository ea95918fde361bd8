import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { DraftDetail } from '@draftsmith/contracts';
import { answer } from './mock-answers.ts';
import { initialState, type MockState } from './mock-state.ts';

export { MOCK_ADMIN, MOCK_PASSWORD, type MockState } from './mock-state.ts';
export { noAcceptance } from './sample-acceptance.ts';

export interface MockApi {
  /** `http://127.0.0.1:<port>` */
  url: string;
  state: MockState;
  /** Changes one draft and tells the open pages. */
  change(id: string, changes: Partial<DraftDetail>): void;
  close(): Promise<void>;
}

export interface MockOptions {
  /** Folder of the built console, served under the same content policy as by the real server. */
  consoleDir?: string;
  /** 0, the default, takes any free one. */
  port?: number;
  now?: Date;
}

/** A stand-in for the console API on loopback: for work on the console, for screenshots and for tests. */
export async function startMockApi(options: MockOptions = {}): Promise<MockApi> {
  const state = initialState(options.now ?? new Date());
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const work = url.pathname.startsWith('/api/')
      ? serveApi({ request, response, url, state, listeners })
      : serveFile(response, options.consoleDir, url.pathname);
    work.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    state,
    change(id, changes) {
      state.drafts = state.drafts.map((draft) => (draft.id === id ? { ...draft, ...changes } : draft));
      const changed = state.drafts.find((draft) => draft.id === id);
      const event = `event: draft\ndata: ${JSON.stringify({ id, state: changed?.state })}\n\n`;
      if (changed) for (const listener of listeners) listener.write(event);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  state: MockState;
  listeners: Set<ServerResponse>;
}

async function serveApi({ request, response, url, state, listeners }: Exchange): Promise<void> {
  const raw = await readBody(request);
  const given = answer(
    {
      method: request.method ?? 'GET',
      path: url.pathname.split('/').slice(2).map(decodeURIComponent),
      query: url.searchParams,
      csrf: request.headers['x-draftsmith-csrf'] === '1',
      body: request.headers['content-type'] === 'application/json' ? objectIn(raw) : {},
      raw,
    },
    state,
  );
  if (given === 'hang') return;
  if (given === 'html') {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
  } else if (given === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(': open\n\n');
    listeners.add(response);
    request.once('close', () => listeners.delete(response));
  } else {
    const { status, body, type = 'application/json' } = given;
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(status === 204 ? undefined : type === 'application/json' ? JSON.stringify(body) : String(body));
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function objectIn(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text || '{}');
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

async function serveFile(response: ServerResponse, folder: string | undefined, pathname: string): Promise<void> {
  // An address without a file ending is one of the console's own pages.
  const file = folder && join(folder, extname(pathname) === '' ? 'index.html' : normalize(pathname));
  const body = file?.startsWith(folder ?? '') ? await readFile(file).catch(() => null) : null;
  if (!file || !body) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': "default-src 'self'; script-src 'self'; style-src 'self'",
  });
  response.end(body);
}
