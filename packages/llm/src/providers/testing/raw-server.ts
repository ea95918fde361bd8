import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RawServer extends AsyncDisposable {
  /** `http://127.0.0.1:<port>/v1` */
  url: string;
  /** All that ever connected, oldest first. */
  sockets: Socket[];
  /** Each request as it came over the wire. */
  requests: string[];
  /** The other side has let go of all connections. */
  abandoned(): Promise<void>;
}

/** A server below HTTP, for what no HTTP server would say. @param answer is asked for each request that has come whole */
export async function startRaw(answer: (socket: Socket) => void): Promise<RawServer> {
  const sockets: Socket[] = [];
  const requests: string[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let received = '';
    // Resets are part of the play.
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (part: string) => {
      received += part;
      const [, length] = /\r\ncontent-length: (\d+)\r\n/i.exec(received) ?? [];
      const end = received.indexOf('\r\n\r\n') + 4 + Number(length);
      if (!(received.length >= end)) return;
      requests.push(received.slice(0, end));
      received = received.slice(end);
      answer(socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    sockets,
    requests,
    async abandoned() {
      const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));
      await Promise.all(sockets.filter((socket) => !socket.closed).map(closed));
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
