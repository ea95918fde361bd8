import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { isDirectLoopback, type PeerAddress } from './loopback.ts';
import { sendProblem } from './problem.ts';

/**
 * For metrics and health: a program on this machine, or whoever has the token.
 *
 * @param behindProxy a proxy on this machine looks like such a program, and a plain one says nothing of whom it asks for:
 *   then only the token counts
 */
export function operatorGuard(
  token: string | undefined,
  peerAddress: PeerAddress,
  behindProxy: boolean,
): RequestHandler {
  return (req, res, next) => {
    const [scheme, given] = (req.get('authorization') ?? '').split(' ', 2);
    const proven = token && given && scheme?.toLowerCase() === 'bearer' && sameSecret(given, token);
    if (proven || (!behindProxy && isDirectLoopback(req, peerAddress))) return next();
    sendProblem(
      res,
      403,
      'operator.token',
      'From another machine, or behind a proxy, this needs Authorization: Bearer with the value of DRAFTSMITH_METRICS_TOKEN',
    );
  };
}

/** Takes the same time whatever is wrong; the digests also hide the length. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
