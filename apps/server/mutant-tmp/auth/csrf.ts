import type { RequestHandler } from 'express';
import { sendProblem } from '../http/problem.ts';

const READING = new Set(['GET', 'HEAD']);

/**
 * Refuses requests that another site made the browser send. A foreign page can neither set the header without a
 * preflight, which nothing here answers, nor hide its origin.
 *
 * @param origins this server's own, as a browser writes them.
 */
export function createCsrfGuard(origins: ReadonlySet<string>): RequestHandler {
  return (req, res, next) => {
    if (READING.has(req.method)) return next();
    const origin = req.get('origin');
    if (origin !== undefined && !origins.has(origin))
      return sendProblem(
        res,
        403,
        'csrf.origin',
        'This request came from a page of another address. Open the console by the address that the server prints',
      );
    if (req.get('x-draftsmith-csrf') !== '1')
      return sendProblem(
        res,
        403,
        'csrf.header',
        'Requests that change something need the header x-draftsmith-csrf: 1',
      );
    next();
  };
}
