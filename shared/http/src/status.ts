import { AppError, type AppErrorOptions, type ErrorKind } from '@draftsmith/errors';

/** What an HTTP status means in our vocabulary; `undefined` for success and redirects. */
export function kindOfStatus(status: number): ErrorKind | undefined {
  if (status < 400) return undefined;
  if (status === 401) return 'auth';
  if (status === 403) return 'permission';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 409) return 'conflict';
  if (status === 423 || status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'invalid';
}

/** An error for a status of 400 or more. `message` is ours: a response body may hold personal data or secrets. */
export function errorFromStatus(status: number, message: string, options: AppErrorOptions = {}): AppError {
  return new AppError(kindOfStatus(status) ?? 'unavailable', message, { ...options, status });
}
