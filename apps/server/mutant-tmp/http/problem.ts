import type { ApiProblem } from '@draftsmith/contracts';
import type { AppError, ErrorKind } from '@draftsmith/errors';
import type { Response } from 'express';

const STATUS: Record<ErrorKind, number> = {
  auth: 401,
  permission: 403,
  'not-found': 404,
  'rate-limited': 429,
  conflict: 409,
  invalid: 400,
  unavailable: 503,
  timeout: 504,
};

/** The only form in which the API says no. `message` is shown to a person as it stands. */
export function sendProblem(res: Response, status: number, code: string, message: string): void {
  const problem: ApiProblem = { code, message };
  res.status(status).json(problem);
}

/** Answers with the status of the error's kind; a wait that it asks for goes into Retry-After (whole seconds). */
export function sendAppError(res: Response, error: AppError): void {
  if (error.retryAfterMs !== undefined) res.set('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
  sendProblem(res, STATUS[error.kind], error.code ?? error.kind, error.message);
}
