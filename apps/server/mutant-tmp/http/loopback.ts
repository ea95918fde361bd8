import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Address of the other end of the connection. A parameter in places, so that tests can be another machine. */
export type PeerAddress = (req: IncomingMessage) => string | undefined;

export const socketAddress: PeerAddress = (req) => req.socket.remoteAddress;

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/** A tunnel or proxy on this machine connects from loopback as well, but says for whom. */
const FORWARDING_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** Also IPv4 in IPv6 clothes (`::ffff:127.0.0.1`), as dual-stack sockets report it. */
export function isLoopbackAddress(address: string | undefined): boolean {
  const family = isIP(address ?? '');
  return address !== undefined && family !== 0 && LOOPBACK.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** The same server under the names that a browser on this machine may use for it. */
export function loopbackAliases(origin: string): string[] {
  const url = new URL(origin);
  if (!LOOPBACK_HOST.test(url.host)) return [];
  const port = url.port ? `:${url.port}` : '';
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `${url.protocol}//${host}${port}`);
}

/**
 * True when a program on this machine asks this server by a loopback name. The Host header is what stops DNS rebinding:
 * a foreign page whose name was pointed at 127.0.0.1 still sends its own name.
 */
export function isDirectLoopback(req: IncomingMessage, peerAddress: PeerAddress = socketAddress): boolean {
  return (
    isLoopbackAddress(peerAddress(req)) &&
    LOOPBACK_HOST.test(req.headers.host ?? '') &&
    !FORWARDING_HEADERS.some((name) => name in req.headers)
  );
}
