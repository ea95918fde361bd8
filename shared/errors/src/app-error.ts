/**
 * What went wrong, in the only words that callers act on. The same list serves source systems, providers and storage,
 * so one table decides about retries, HTTP statuses and the sentence that a person reads.
 */
export type ErrorKind =
  | 'auth' // the credentials are missing, wrong, expired or revoked
  | 'permission' // the credentials are fine but may not do this
  | 'not-found'
  | 'rate-limited'
  | 'conflict' // somebody else changed it first
  | 'invalid' // the request itself is wrong; repeating it cannot help
  | 'unavailable' // down, unreachable, answered nonsense
  | 'timeout'; // no answer in time; the outcome of a write is unknown

const RETRYABLE: ReadonlySet<ErrorKind> = new Set(['rate-limited', 'conflict', 'unavailable', 'timeout']);

export interface AppErrorOptions {
  /** Machine-readable detail within the kind, e.g. `resource-closed`. */
  code?: string;
  /** HTTP status that the other side answered, where there was one. */
  status?: number;
  /** Milliseconds to wait before a retry, as the other side asked. */
  retryAfterMs?: number;
  /** Overrides what the kind implies, e.g. a rate limit on a daily quota. */
  retryable?: boolean;
  cause?: unknown;
}

/**
 * The one error class. `message` is written for a person and never holds secrets, personal data or response bodies:
 * it ends in logs and on the console.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  readonly code: string | undefined;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;
  readonly retryable: boolean;

  constructor(kind: ErrorKind, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = options.code;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.retryable = options.retryable ?? RETRYABLE.has(kind);
  }
}

export function isAppError(value: unknown): value is AppError {
  return value instanceof AppError;
}

/** Wraps whatever was thrown. A bug stays recognisable: it becomes `unavailable`, not retryable, with its cause. */
export function toAppError(thrown: unknown, message = 'Something unexpected went wrong'): AppError {
  if (isAppError(thrown)) return thrown;
  return new AppError('unavailable', message, { code: 'unexpected', retryable: false, cause: thrown });
}
