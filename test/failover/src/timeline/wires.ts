import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { FaultServer } from '../fault-server/server.ts';

/** Every client socket of this process is announced here by Node.js itself, whoever opens it. */
const CLIENT_SOCKETS = channel('net.client.socket');

/** The connections between the product and the fault servers, both ends of which are in this process. */
export interface Wires extends Disposable {
  watch(server: FaultServer): void;
  /** True when nothing is on the way: every byte written at one end was read at the other, every end is known there. */
  quiet(): boolean;
}

export function watchWires(): Wires {
  const clients = new Set<Socket>();
  const servers = new Map<number, FaultServer>();
  const note = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    clients.add(socket);
    socket.once('close', () => clients.delete(socket));
  };
  CLIENT_SOCKETS.subscribe(note);

  return {
    watch: (server) => void servers.set(server.port, server),
    quiet() {
      const matched = new Set<Socket>();
      for (const client of clients) {
        if (client.connecting) return false;
        const server = servers.get(client.remotePort ?? 0);
        if (!server) continue;
        const peer = server.connections.get(client.localPort ?? 0);
        if (!peer || !balanced(client, peer)) return false;
        matched.add(peer);
      }
      return [...servers.values()].every(({ connections }) =>
        [...connections.values()].every((socket) => matched.has(socket)),
      );
    },
    [Symbol.dispose]: () => void CLIENT_SOCKETS.unsubscribe(note),
  };
}

function balanced(client: Socket, peer: Socket): boolean {
  return (
    client.bytesRead === peer.bytesWritten &&
    client.bytesWritten === peer.bytesRead &&
    client.readableEnded === peer.writableEnded &&
    client.writableEnded === peer.readableEnded
  );
}
