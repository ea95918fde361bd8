import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@draftsmith/errors';

export interface Listener {
  port: number;
  /** From now on requests go here; before, they are asked to come again. */
  serve(handler: RequestListener): void;
  /** Takes no new connections and waits for running requests, event streams excepted. */
  close(): Promise<void>;
}

/**
 * Takes the port before anything else is opened: a second start fails at once, with one line, and has touched nothing.
 *
 * @throws AppError `conflict` when the port is taken, `invalid` when the address cannot be used.
 */
export async function listen(host: string, port: number): Promise<Listener> {
  let handler: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain' }).end('Draftsmith is starting\n');
  };
  const server = createServer((request, response) => handler(request, response));
  await bind(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve(next) {
      handler = next;
    },
    close: () =>
      new Promise((done) => {
        if (!server.listening) return done();
        server.close(() => done());
        server.closeIdleConnections();
        // Event streams never end by themselves.
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') {
        reject(
          new AppError('conflict', `Port ${port} is taken: stop what uses it, or set PORT to another one`, {
            code: 'server.port-taken',
            retryable: false,
            cause,
          }),
        );
      } else {
        reject(
          new AppError('invalid', `Cannot listen on ${host}:${port}: check DRAFTSMITH_HOST and PORT`, {
            code: 'server.listen',
            cause,
          }),
        );
      }
    });
    server.listen(port, host, resolve);
  });
}
