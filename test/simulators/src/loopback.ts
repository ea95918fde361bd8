import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '@draftsmith/errors';

/** Listens on 127.0.0.1 (0: a free port) and answers the base URL. Throws `unavailable` when the port is taken. */
export function listenOnLoopback(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new AppError('unavailable', `Cannot listen on 127.0.0.1:${port}; is the port taken?`, { cause })),
    );
    server.listen(port, '127.0.0.1', () => {
      const { port: actual } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${actual}`);
    });
  });
}

/** Drops open connections: a request that hangs on purpose would keep a plain `close` waiting for ever. */
export function closeAtOnce(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
