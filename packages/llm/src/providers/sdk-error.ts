import { AppError } from '@draftsmith/errors';
import { kindOfStatus, parseRetryAfter } from '@draftsmith/http';

/**
 * What both vendors' SDKs tell of a failure, read by shape: importing their error classes would load an SDK that
 * nobody uses.
 */
export interface SdkFailure {
  status?: number;
  headers?: Headers;
  /** The vendor's machine-readable word, e.g. `insufficient_quota`, `overloaded_error`. */
  code?: string;
  /** The vendor's text: for recognising a cause, never for a message of ours, since it may quote the prompt. */
  text: string;
  /** An error body came, over a connection that works. */
  reported: boolean;
}

export interface FailureContext {
  /** Subject of the message, e.g. `OpenAI`. */
  title: string;
  /** True once response headers had come. */
  opened: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

export function readSdkFailure(thrown: unknown): SdkFailure {
  const fields: Record<string, unknown> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  const code = [fields.code, fields.type].find((value) => typeof value === 'string' && /^[\w.-]{1,60}$/.test(value));
  return {
    text: thrown instanceof Error ? thrown.message : '',
    reported: fields.error !== undefined && fields.error !== null,
    ...(typeof fields.status === 'number' ? { status: fields.status } : {}),
    ...(fields.headers instanceof Headers ? { headers: fields.headers } : {}),
    ...(typeof code === 'string' ? { code } : {}),
  };
}

/** For a failure that has no special meaning in the vendor's dialect. */
export function toGeneralError(thrown: unknown, failure: SdkFailure, context: FailureContext): AppError {
  const { title, opened } = context;
  if (failure.status !== undefined) return statusError(failure, failure.status, context);
  if (thrown instanceof SyntaxError) {
    return new AppError('unavailable', `${title} sent a malformed answer`, { code: 'llm.malformed', retryable: false });
  }
  if (failure.reported)
    return new AppError('unavailable', `${title} reported an error mid-answer`, { code: 'llm.stream' });
  return opened
    ? new AppError('unavailable', `The connection to ${title} broke off mid-answer`, { code: 'llm.cut' })
    : new AppError('unavailable', `${title} cannot be reached`, { code: 'llm.unreachable' });
}

function statusError(failure: SdkFailure, status: number, { title, now }: FailureContext): AppError {
  const retryAfterMs = retryAfter(failure.headers, now);
  const word = failure.code ? `, ${failure.code}` : '';
  return new AppError(kindOfStatus(status) ?? 'unavailable', `${title} ${sentence(status)} (${status}${word})`, {
    code: 'llm.status',
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

function sentence(status: number): string {
  if (status === 401) return 'did not accept the API key';
  if (status === 403) return 'does not allow this key to use the model';
  if (status === 404) return 'does not know the model';
  if (status === 429) return 'limits the rate of requests';
  return status >= 500 ? 'is not available' : 'rejected the request';
}

/** A date is read against the server's own clock when it says what that is: ours may be minutes off. */
function retryAfter(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const server = Date.parse(headers?.get('date') ?? '');
  return parseRetryAfter(headers?.get('retry-after'), new Date(Number.isNaN(server) ? now : server));
}
