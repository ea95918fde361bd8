import { AppError, isAppError, toAppError } from '@draftsmith/errors';
import type { Logger } from '@draftsmith/logger';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { sendAppError, sendProblem } from './problem.ts';

export const notFound: RequestHandler = (_req, res) => {
  sendProblem(res, 404, 'not-found', 'There is nothing at this address');
};

/**
 * The last stop of every error. An AppError was written for a person and is shown; of anything else, the answer gives
 * only the request id, under which the log has the rest.
 */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, req, res, _next) => {
    const requestId = res.get('x-request-id');
    const known = isAppError(error) && error.code !== 'unexpected' ? error : fromFramework(error);
    if (!known || known.kind === 'unavailable' || known.kind === 'timeout')
      logger.error('A request failed', { requestId, method: req.method, error: toAppError(error) });
    // Half an answer must not be taken for a whole. Express's own handler would print the error, values and all.
    if (res.headersSent) return void res.destroy();
    if (isTooLarge(error)) return sendProblem(res, 413, 'request.too-large', 'The request is too large');
    if (known) return sendAppError(res, known);
    sendProblem(res, 500, 'internal', `Something went wrong here. The log has more under ${requestId}`);
  };
}

/** Errors with a 4xx status come from Express and its body parser, and are about the request. */
function fromFramework(error: unknown): AppError | undefined {
  const status = property(error, 'status');
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  if (status === 404) return new AppError('not-found', 'There is nothing at this address', { code: 'not-found' });
  const unparsed = property(error, 'type') === 'entity.parse.failed';
  const message = unparsed ? 'The body of the request is not JSON' : 'The request cannot be understood';
  return new AppError('invalid', message, { code: 'request.invalid' });
}

function isTooLarge(error: unknown): boolean {
  return property(error, 'type') === 'entity.too.large';
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
