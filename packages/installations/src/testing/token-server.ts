import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectorOAuth, TokenSet } from '@draftsmith/contracts';
import { AppError } from '@draftsmith/errors';

/** Rotates as the strictest vendors do: a refresh token works once, and success deletes what was before. */
export interface TokenServer {
  url: string;
  /** Refreshes that succeeded. */
  readonly refreshes: number;
  /** What is valid now. */
  readonly current: { access: string; refresh: string };
  /** What comes instead of the next answers; each works once. `after`: the tokens are rotated all the same. */
  script: ('answer' | 'lose-before' | 'lose-after' | 'invalid_client')[];
  /** Called when a refresh came in; its answer waits for what it gives. */
  onRefresh: () => Promise<void> | void;
  close(): Promise<void>;
}

export async function startTokenServer(): Promise<TokenServer> {
  let refreshes = 0;
  let current = { access: 'access-0', refresh: 'refresh-0' };
  const self: TokenServer = {
    url: '',
    script: [],
    onRefresh: () => undefined,
    get refreshes() {
      return refreshes;
    },
    get current() {
      return current;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const given = JSON.parse(body) as { grant: string; refresh?: string };
    const step = self.script.shift() ?? 'answer';
    if (step === 'lose-before') return void request.socket.destroy();
    if (step === 'invalid_client') return void response.writeHead(401).end('{"error":"invalid_client"}');
    if (given.grant === 'refresh' && given.refresh !== current.refresh)
      return void response.writeHead(400).end('{"error":"invalid_grant"}');
    refreshes += 1;
    current = { access: `access-${refreshes}`, refresh: `refresh-${refreshes}` };
    const answer = JSON.stringify(current);
    await self.onRefresh();
    if (step === 'lose-after') return void request.socket.destroy();
    response.writeHead(201).end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;
}

/** Milliseconds that its tokens live. */
export const LIFETIME = 60 * 60_000;

/** Talks to a token server as a connector would. */
export function oauthOf(url: string, now: () => Date): ConnectorOAuth {
  const ask = async (json: object): Promise<TokenSet> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(json) }).catch(() => {
      throw new AppError('unavailable', 'No answer', { code: 'http.network' });
    });
    const body = (await response.json()) as { error?: string; access?: string; refresh?: string };
    if (body.error === 'invalid_grant') throw new AppError('auth', 'Gone', { code: 'oauth.invalid-grant' });
    if (body.error) throw new AppError('invalid', 'The client is not known', { code: 'oauth.invalid-client' });
    return {
      accessToken: body.access ?? '',
      ...(body.refresh && 'refresh' in json && { refreshToken: body.refresh }),
      expiresAt: new Date(now().getTime() + LIFETIME).toISOString(),
    };
  };
  const unused = () => Promise.reject(new Error('not part of these tests'));
  return {
    scopes: [],
    authorizeUrl: () => '',
    exchange: unused,
    revoke: unused,
    refresh: ({ refreshToken }) => ask({ grant: 'refresh', refresh: refreshToken }),
    clientCredentials: () => ask({ grant: 'client' }),
  };
}
