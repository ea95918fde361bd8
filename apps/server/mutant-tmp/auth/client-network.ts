import { isIP } from 'node:net';

const IPV6_NETWORK_GROUPS = 4;

/**
 * The network that attempts are counted for: an IPv4 address as it is, an IPv6 address as its /64. One customer of a
 * provider holds at least a whole /64, so counting single IPv6 addresses would limit nobody.
 */
export function clientNetwork(address: string | undefined): string {
  const bare = (address ?? '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  if (isIP(bare) !== 6) return bare || 'unknown';
  // The URL parser writes every form of an address in the one canonical form.
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, IPV6_NETWORK_GROUPS).join(':')}::/64`;
}
