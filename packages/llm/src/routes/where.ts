import { BlockList, isIP } from 'node:net';

/** RFC 1918, RFC 4193 and link-local addresses. */
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Names that no public DNS answers: RFC 6762, RFC 8375, ICANN's `internal`, and those without a dot. */
const PRIVATE_NAME = /^[^.]+$|\.(?:local|internal|lan|home\.arpa)$/;

/** The host of a URL, lower case, an IPv6 address without its brackets; empty for what is no URL. */
export function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^\[|\]$/g, '').toLowerCase();
}

/** Whether a host is this very machine. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || isWithin(host, LOOPBACK);
}

/** Whether a host is this machine or, by its address or name, on a private network. */
export function isPrivate(host: string): boolean {
  if (isIP(host) !== 0) return isWithin(host, LOOPBACK) || isWithin(host, PRIVATE);
  return host !== '' && PRIVATE_NAME.test(host);
}

/** What an address shows of where it is, e.g. for `127.0.0.1:11434`; null for an address anywhere in the world. */
export function placeOf(host: string): 'this machine' | 'private network' | null {
  const name = hostOf(`http://${host}`);
  if (isThisMachine(name)) return 'this machine';
  return isPrivate(name) ? 'private network' : null;
}

function isWithin(host: string, list: BlockList): boolean {
  const version = isIP(host);
  return version !== 0 && list.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
