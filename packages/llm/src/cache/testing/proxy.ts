import { connect, createServer } from 'node:net';
import { listening } from './listening.ts';

/** In front of a server on this machine, so that a test can take it away and give it back. */
export async function startProxy(target: string) {
  const { hostname, port: targetPort } = new URL(target);
  const state = { open: true };
  const server = createServer((near) => {
    if (!state.open) return near.destroy();
    const far = connect(Number(targetPort), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
      socket.pipe(other);
    }
  });
  const { port, cut, close } = await listening(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    takeAway(): void {
      state.open = false;
      cut();
    },
    giveBack(): void {
      state.open = true;
    },
    close,
  };
}
