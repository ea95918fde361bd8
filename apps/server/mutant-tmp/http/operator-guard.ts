import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { isDirectLoopback, type PeerAddress } from './loopback.ts';
import { sendProblem } from './problem.ts';

/** For metrics and health: a program on this machine, or whoever has the token. */
export function operatorGuard(token: string | undefined, peerAddress: PeerAddress): RequestHandler {
  return (req, res, next) => {
    const [scheme, given] = (req.get('authorization') ?? '').split(' ', 2);
    const proven = token && given && scheme?.toLowerCase() === 'bearer' && sameSecret(given, token);
    if (proven || isDirectLoopback(req, peerAddress)) return next();
    sendProblem(
      res,
      403,
      'operator.token',
      'From another machine this needs Authorization: Bearer with the value of DRAFTSMITH_METRICS_TOKEN',
    );
  };
}

/** Takes the same time whatever is wrong; the digests also hide the length. */
function sameSecret(given: string, expected: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
